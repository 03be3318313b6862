import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import { batchesOf, type Replacement } from "../../records/batches.ts";
import { sameSets } from "../../records/compare.ts";
import { ladderProblem, ladderRung, ladderSets } from "../../records/ladder.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setMap } from "../../records/set-map.ts";
import { setWords } from "../../records/set-words.ts";
import { switchedSets } from "../../records/switched.ts";
import { LOAD_BALANCER_TTL, oldTtl } from "../../records/ttl.ts";
import type { ZoneRecords } from "../../records/zone-records.ts";
import type { Delegations } from "./check-delegation.ts";
import type { DnsPorts } from "./dns-ports.ts";
import { foreignWords, knownNames, zoneTarget } from "./known-states.ts";
import { type MovedName, movedNames } from "./moved-names.ts";
import { newSideOf } from "./new-side.ts";
import type { ZoneReader } from "./read-zones.ts";

/** A name of which it is known what it becomes. */
export type SwitchedName = MovedName & {
  /** Before the move, by its journal; else as it is. */
  before: RecordSet[];
  after: RecordSet[];
};

export type SwitchPlan = Omit<StepPlan, "step" | "title"> & {
  /** Also those that are switched already; without those that somebody else has to switch. */
  names: SwitchedName[];
};

export type SwitchParts = Pick<DnsPorts, "targets" | "balancers"> & { reader: ZoneReader; delegations: Delegations };

export const SWITCH_DNS = "switch-dns";
/** Steps that write record sets. */
export const RECORD_STEPS = ["lower-ttl", SWITCH_DNS];

/** What has to be changed so that the records of a service lead to the new side. Writes nothing. */
export async function planSwitch(
  service: Service,
  { move, isLocked }: { move: readonly Entry[]; isLocked: boolean },
  parts: SwitchParts,
): Promise<SwitchPlan> {
  const { names, zones, problems, warnings } = await movedNames(service, { isLocked }, parts.reader);
  const plan: SwitchPlan = {
    changes: [],
    already: [],
    problems: [...problems],
    warnings: [...new Set(warnings)],
    foreign: [],
    open: [],
    names: [],
  };
  if (service.records.length === 0) plan.already.push("no record is to move");
  const open: SwitchedName[] = [];
  const known = knownNames(move, RECORD_STEPS);
  for (const name of names) {
    const { moved, record, found } = name;
    const to = await newSideOf(record, service.probe?.host ?? moved.name, parts);
    if ("problem" in to) {
      plan.problems.push(`${moved.name}: the new side is not known: ${to.problem}`);
      continue;
    }
    const switched = switchedSets(moved, to);
    if ("problems" in switched) {
      plan.problems.push(...switched.problems);
      continue;
    }
    const own = known.find((each) => each.zone === moved.zone.id && each.name === moved.name);
    const foreign = own === undefined ? "" : foreignWords(own, found);
    if (foreign !== "") plan.foreign?.push(`${moved.name} in zone ${moved.zone.name}: ${foreign}`);
    const each = { ...name, before: own?.original ?? moved.sets, after: switched.sets };
    if (sameSets(found, each.after)) {
      plan.already.push(`${moved.name} leads to the new side in zone ${moved.zone.name}`);
      plan.names.push(each);
      continue;
    }
    if (record.managedBy !== undefined) {
      plan.warnings?.push(leftTo(record.managedBy, each));
      plan.open?.push(`${moved.name} has to be changed in ${record.managedBy}`);
      continue;
    }
    plan.names.push(each);
    open.push(each);
  }
  if (open.length === 0) return plan;
  const { problems: undelegated, warnings: unknown } = await parts.delegations(zonesOf(open), zones);
  plan.problems.push(...undelegated, ...weightProblems(service, open));
  plan.warnings?.push(...unknown);
  if (plan.problems.length > 0) return plan;
  return { ...plan, changes: changesOf(service, open), early: longTtls(service, open, zones) };
}

function leftTo(manager: string, { moved, after }: SwitchedName): string {
  const wanted = after.map((set) => `${set.type} ${setWords(set)}`).join("; ");
  return `${moved.name} in zone ${moved.zone.name} is kept by ${manager} and left to it. Change it there to: ${wanted}`;
}

function zonesOf(names: readonly SwitchedName[]): ZoneRecords[] {
  return [...new Map(names.map(({ moved }) => [moved.zone.id, moved.zone])).values()];
}

function weightProblems({ switch: { weights } }: Service, names: readonly SwitchedName[]): string[] {
  if (weights.length < 2) return [];
  return names.flatMap(({ moved, after, found }) => {
    const problem = ladderProblem(moved.sets);
    if (problem !== undefined) return [problem];
    if (ladderRung(moved.sets, after, found) !== undefined) return [];
    return [`${moved.name} has weights that lead elsewhere than the new side does now; restore it, and switch it anew`];
  });
}

/** Caches may hold to what is there now for as long as its TTL says. */
function longTtls({ prepare }: Service, names: readonly SwitchedName[], zones: readonly ZoneRecords[]): string[] {
  return names.flatMap(({ moved }) => {
    const { seconds } = oldTtl(moved, zones);
    // Nobody can lower that of an alias of a load balancer.
    if (seconds <= Math.max(prepare.ttlSeconds, LOAD_BALANCER_TTL)) return [];
    return [
      `the TTL of ${moved.name} is ${seconds} s: lower it to ${prepare.ttlSeconds} s first, since clients keep to the old side for that long`,
    ];
  });
}

/** A batch for each zone, one zone after the other; with weights all of that for each of them. */
function changesOf(service: Service, names: readonly SwitchedName[]): Change[] {
  const weights = service.switch.weights.length === 0 ? [100] : service.switch.weights;
  const found = new Map(names.map((name) => [name, ladderRung(name.moved.sets, name.after, name.found) ?? 0]));
  return weights.flatMap((percent, index) =>
    zonesOf(names).flatMap((zone) => {
      const replacements = names.flatMap((name): Replacement[] => {
        const { moved, after } = name;
        const at = found.get(name) ?? 0;
        if (moved.zone.id !== zone.id || at >= percent) return [];
        // From where it is, or from the weight before.
        const from = Math.max(at, weights[index - 1] ?? 0);
        const before = from === at ? name.found : ladderSets(moved.sets, after, from);
        return [{ name: moved.name, before, after: ladderSetsOrAll(moved.sets, after, percent) }];
      });
      return zoneChanges(zone, replacements, percent);
    }),
  );
}

/** A routed set has no weights of ours: it becomes what it shall be at once. */
function ladderSetsOrAll(before: RecordSet[], after: RecordSet[], percent: number): RecordSet[] {
  return percent === 100 ? after : ladderSets(before, after, percent);
}

function zoneChanges(zone: ZoneRecords, replacements: readonly Replacement[], percent: number): Change[] {
  const batches = batchesOf(replacements);
  const share = percent === 100 ? "" : ` for ${percent} % of the answers`;
  const at = percent === 100 ? "" : ` at ${percent} %`;
  return batches.map(({ before, after }) => {
    const names = [...new Set(after.map(({ name }) => name))];
    // Stays the same when the batches before it are made.
    const part = ` from ${names[0]}`;
    return {
      step: SWITCH_DNS,
      target: zoneTarget(zone, `${at}${part}`),
      words: `switch ${namesText(names)} in zone ${zone.name} to the new side${share}`,
      before: setMap(before),
      after: setMap(after),
    };
  });
}

const MOST_NAMES = 3;

export function namesText(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(", ");
  return `${names.slice(0, MOST_NAMES - 1).join(", ")} and ${names.length - MOST_NAMES + 1} more names`;
}
