import type { RouteTargets } from "../../../src/ports/route-targets.ts";
import { routeTargetOf } from "../../../src/route-target/find-target.ts";
import type { RouteFacts } from "../../../src/route-target/route-facts.ts";
import { objectText, type TargetObject } from "../../../src/route-target/route-target.ts";

export type MemoryRouteTargets = RouteTargets & {
  put(facts: RouteFacts): void;
  /** Names an object that may be asked for and is not there. */
  lack(target: TargetObject): void;
};

/** Targets of records in memory: test/contract/route-targets holds them to the behaviour of a cluster. What was not put may not be asked for. */
export function memoryRouteTargets(): MemoryRouteTargets {
  const known = new Map<string, RouteFacts | "missing">();
  return {
    put: (facts) => void known.set(objectText(facts), facts),
    lack: (target) => void known.set(objectText(target), "missing"),
    async find(target, host) {
      if (target.kind === "host") {
        return { addresses: [target.name], listeners: undefined, fit: undefined, tlsHosts: [] };
      }
      const found = known.get(objectText(target));
      if (found === undefined) throw new Error(`fake cluster: the test has put no ${objectText(target)}`);
      if (found === "missing") return { kind: "missing", problem: `${objectText(target)} is not there` };
      return routeTargetOf(found, host);
    },
  };
}
