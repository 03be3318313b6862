import { delegationProblem, hidingZone } from "../../dns/delegation.ts";
import { type ZoneRecords, zoneText } from "../../records/zone-records.ts";
import type { DnsPorts } from "./dns-ports.ts";

/** `all` are the zones that are known, private ones too. */
export type Delegations = (
  zones: readonly ZoneRecords[],
  all: readonly ZoneRecords[],
) => Promise<{ problems: string[]; warnings: string[] }>;

/** Whether the world asks the name servers of these zones, of each zone once in a run. */
export function delegationCheck({ servers }: Pick<DnsPorts, "servers">): Delegations {
  const asked = new Map<string, Promise<{ problems: string[]; warnings: string[] }>>();
  return async (zones, all) => {
    const found = await Promise.all(
      zones
        .filter(({ isPrivate }) => !isPrivate)
        .map((zone) => {
          const known = asked.get(zone.id) ?? check(zone, all);
          asked.set(zone.id, known);
          return known;
        }),
    );
    return {
      problems: found.flatMap(({ problems }) => problems),
      warnings: found.flatMap(({ warnings }) => warnings),
    };
  };

  async function check(zone: ZoneRecords, all: readonly ZoneRecords[]) {
    const unknown = (why: string) => ({
      problems: [],
      warnings: [`whether ${zoneText(zone)} is the one that the world asks cannot be found out from here: ${why}`],
    });
    const answer = await servers.resolve({ name: zone.name, type: "NS" });
    if ("problem" in answer || answer.rcode === "REFUSED" || answer.rcode === "SERVFAIL") {
      return unknown("problem" in answer ? answer.problem : `the resolver answers ${answer.rcode}`);
    }
    const names = answer.records.filter(({ type }) => type === "NS").map(({ value }) => value);
    const problem = delegationProblem(zone, names);
    const hiding = problem === undefined ? undefined : hidingZone(zone, names, all);
    if (hiding !== undefined) return unknown(`the resolver answers from ${hiding}`);
    return { problems: problem === undefined ? [] : [problem], warnings: [] };
  }
}
