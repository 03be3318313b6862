import { counted } from "../../evidence/text.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import { batchesOf, type Replacement } from "../../records/batches.ts";
import { readyAt } from "../../records/ready-at.ts";
import { setMap, setsOf } from "../../records/set-map.ts";
import { loweredSets, oldTtl, ttlTargets } from "../../records/ttl.ts";
import type { MovedSets, ZoneRecords } from "../../records/zone-records.ts";
import type { DnsPorts } from "../dns/dns-ports.ts";
import { foreignWords, type KnownName, knownNames, ownSets, zoneOfTarget, zoneTarget } from "../dns/known-states.ts";
import { movedNames } from "../dns/moved-names.ts";
import { namesText, RECORD_STEPS } from "../dns/plan-switch.ts";
import type { ZoneReader } from "../dns/read-zones.ts";
import { expectedBack, type PutBack, recordsBack } from "../dns/take-back-records.ts";
import { untilInsync } from "../dns/until-insync.ts";
import { type Expected, verifyAnswers, withOthers } from "../dns/verify-answers.ts";
import { writeBatch } from "../dns/write-batch.ts";
import type { Step } from "../move/step.ts";

const ID = "lower-ttl";
/** For a plan: how long Route 53 takes until all name servers have a change, as a rule. */
const INSYNC_MS = 60_000;

/**
 * Lowers the TTL of the records that move, and of those that they stand for, all members of a set together. Until the old TTL is over
 * nothing may be switched.
 */
export function lowerTtl(parts: DnsPorts & { reader: ZoneReader }): Step {
  const planned = new Map<string, Expected[]>();
  const changes = new Map<string, string[]>();
  const putBack = new Map<string, PutBack[]>();
  return { id: ID, plan, apply, verify, waitFor, undo, verifyUndo };

  async function plan(service: Service, move: readonly Entry[], look: { isLocked: boolean }): Promise<StepPlan> {
    const seconds = service.prepare.ttlSeconds;
    const title = `lower the TTL of the records of ${service.name} to ${seconds} s`;
    const { names, zones, problems, warnings } = await movedNames(service, look, parts.reader);
    const result: StepPlan = { step: ID, title, changes: [], already: [], problems, warnings, foreign: [] };
    const known = knownNames(move, RECORD_STEPS);
    if (service.records.length === 0) result.already.push("no record is to move");
    const lowered = new Map<string, Replacement & { zone: ZoneRecords }>();
    let longest = 0;
    for (const { moved, record } of names) {
      const own = replacementsOf(moved, zones, seconds);
      const { seconds: old, through } = oldTtl(moved, zones);
      if (own.length === 0) {
        result.already.push(`${moved.name} has a TTL of ${old} s${through === moved.name ? "" : ` (${through})`}`);
        continue;
      }
      if (record.managedBy !== undefined) {
        const wanted = own.map(({ name }) => name).join(", ");
        result.warnings?.push(
          `${wanted} is kept by ${record.managedBy} and left to it. Set its TTL to ${seconds} there`,
        );
        continue;
      }
      longest = Math.max(longest, old);
      for (const each of own) lowered.set(`${each.zone.id} ${each.name}`, each);
    }
    for (const each of known) {
      const zone = zones.find(({ id }) => id === each.zone);
      const there = zone?.records.filter(({ name }) => name === each.name) ?? [];
      const words = foreignWords(each, there);
      if (zone !== undefined && words !== "") result.foreign?.push(`${each.name} in zone ${zone.name}: ${words}`);
    }
    const expected = [...lowered.values()];
    planned.set(service.name, [...expected, ...loweredBefore(knownNames(move, [ID]), expected, zones)]);
    if (problems.length > 0 || expected.length === 0) return result;
    const waitMs = longest * 1000 + service.prepare.marginMs + INSYNC_MS;
    return { ...result, changes: changesOf(expected, seconds), waitMs };
  }

  async function apply(change: Change, service: Service, stop: AbortSignal): Promise<string> {
    const [before, after] = [setsOf(change.before), setsOf(change.after)];
    const { id, name } = zoneOfTarget(change.target);
    const comment = `k8s-migrate: lower the TTL for ${service.name}`;
    const written = await writeBatch({ zone: id, before, after, comment }, parts, { reader: parts.reader, stop });
    if (written !== undefined) changes.set(service.name, [...(changes.get(service.name) ?? []), written]);
    return `changed the TTL of ${counted(after.length, "record set")} of ${name}`;
  }

  async function verify(service: Service, stop: AbortSignal): Promise<string> {
    const expected = planned.get(service.name) ?? [];
    if (expected.length === 0) return "";
    await untilInsync(changes.get(service.name) ?? [], parts, stop);
    return `with the lower TTL ${await verifyAnswers(expected, parts, stop)}`;
  }

  /** By what was there before: of several writes in one move the longest TTL counts. */
  function waitFor({ prepare }: Service, move: readonly Entry[], now: Date): { notBefore: Date; why: string } {
    const ttls = move.flatMap((entry) =>
      entry.kind === "intent" && entry.step === ID ? setsOf(entry.before).map(({ ttl = 0 }) => ttl) : [],
    );
    const oldTtlSeconds = Math.max(0, ...ttls);
    const notBefore = readyAt({ insync: now, oldTtlSeconds, marginSeconds: prepare.marginMs / 1000 });
    return { notBefore, why: `until then clients may keep to the old TTL of ${oldTtlSeconds} s` };
  }

  async function undo(service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const { names, ...back } = await recordsBack(ID, move, parts);
    putBack.set(service.name, names);
    return { step: ID, title: `put back the TTL of the records of ${service.name}`, ...back };
  }

  async function verifyUndo(service: Service, stop: AbortSignal): Promise<string> {
    const expected = await expectedBack(putBack.get(service.name) ?? [], parts.reader);
    if (expected.length === 0) return "";
    await untilInsync(changes.get(service.name) ?? [], parts, stop);
    return verifyAnswers(expected, parts, stop);
  }
}

/** What this move has lowered already: a run that was cut may not have seen that every name server has it. */
function loweredBefore(
  known: readonly KnownName[],
  open: readonly { zone: ZoneRecords; name: string }[],
  zones: readonly ZoneRecords[],
): Expected[] {
  return known.flatMap((each) => {
    const zone = zones.find(({ id }) => id === each.zone);
    if (zone === undefined || open.some(({ zone: { id }, name }) => id === each.zone && name === each.name)) return [];
    const after = ownSets(
      each,
      zone.records.filter(({ name }) => name === each.name),
    );
    return [withOthers({ zone, name: each.name, before: each.original, after })];
  });
}

function replacementsOf(
  moved: MovedSets,
  zones: readonly ZoneRecords[],
  seconds: number,
): (Replacement & { zone: ZoneRecords })[] {
  return ttlTargets(moved, zones).flatMap((target) => {
    const after = loweredSets(target, seconds);
    const isLower = after.some((set, index) => set.ttl !== target.sets[index]?.ttl);
    return isLower ? [{ zone: target.zone, name: target.name, before: target.sets, after }] : [];
  });
}

function changesOf(lowered: readonly (Replacement & { zone: ZoneRecords })[], seconds: number): Change[] {
  const zones = new Map(lowered.map(({ zone }) => [zone.id, zone]));
  return [...zones.values()].flatMap((zone) => {
    const batches = batchesOf(lowered.filter((each) => each.zone.id === zone.id));
    return batches.map(({ before, after }) => {
      const names = [...new Set(after.map(({ name }) => name))];
      return {
        step: ID,
        target: zoneTarget(zone, ` from ${names[0]}`),
        words: `lower the TTL of ${namesText(names)} in zone ${zone.name} to ${seconds} s`,
        before: setMap(before),
        after: setMap(after),
      };
    });
  });
}
