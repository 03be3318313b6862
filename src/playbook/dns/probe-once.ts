import type { Service } from "../../migration-file/migration.ts";
import { isIpv6 } from "../../probe/addresses.ts";
import type { ProbeAnswer, ProbeFailure } from "../../probe/answer.ts";
import { misfits } from "../../probe/misfits.ts";
import { probeRequest } from "../../probe/request.ts";
import { portFor } from "../../route-target/route-target.ts";
import { lookUp } from "../probe/look-up.ts";
import type { ProbeParts } from "../steps/probe-new-side.ts";

/** Asks every address of the new side once, for each record. Gives what is wrong first, in words; undefined where nothing is. */
export function probeOnce(parts: ProbeParts): (service: Service, stop: AbortSignal) => Promise<string | undefined> {
  return async (service, stop) => {
    const { probe, records } = service;
    if (probe === undefined) return undefined;
    const probes = (probe.from === "cluster" ? parts.clusterProbes?.(service) : undefined) ?? parts.probes;
    for (const record of records) {
      const target = await parts.targets.find(record.target, probe.host ?? record.name);
      if ("problem" in target) return target.problem;
      const port = portFor(target, probe.scheme);
      if (typeof port !== "number") return port.problem;
      const problem = await wrongAt(target.addresses, (address, addressOf) =>
        probes.ask(probeRequest(probe, { address, addressOf, port, recordName: record.name }), stop),
      );
      if (problem !== undefined) return `${record.name} at ${problem}`;
    }
    return undefined;

    async function wrongAt(names: readonly string[], ask: Ask): Promise<string | undefined> {
      for (const name of names) {
        const known = parts.names ? (await lookUp(parts.names, name, stop)).addresses : [];
        // Where DNS does not know it here, a proxy may.
        const addresses = known.length > 0 ? known : [name];
        const hasIpv4 = addresses.some((address) => !isIpv6(address));
        for (const address of addresses) {
          const first = await ask(address, name);
          const answer = "problem" in first && first.kind === "proxy" ? await ask(name, name) : first;
          // No way to IPv6 from here says nothing of the new side.
          if ("problem" in answer && answer.kind === "unreachable" && isIpv6(address) && hasIpv4) continue;
          const [problem] = "problem" in answer ? [answer.problem] : probe === undefined ? [] : misfits(answer, probe);
          if (problem !== undefined) return `${address}: ${problem}`;
        }
      }
      return undefined;
    }
  };
}

type Ask = (address: string, addressOf: string) => Promise<ProbeAnswer | ProbeFailure>;
