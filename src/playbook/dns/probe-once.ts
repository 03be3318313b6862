import type { Service } from "../../migration-file/migration.ts";
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
      const found = await Promise.all(
        target.addresses.map(async (name) => {
          return parts.names ? lookUp(parts.names, name, stop) : { addresses: [name] };
        }),
      );
      for (const address of found.flatMap(({ addresses }) => addresses)) {
        const answer = await probes.ask(probeRequest(probe, { address, port, recordName: record.name }), stop);
        const [problem] = "problem" in answer ? [answer.problem] : misfits(answer, probe);
        if (problem !== undefined) return `${record.name} at ${address}: ${problem}`;
      }
    }
    return undefined;
  };
}
