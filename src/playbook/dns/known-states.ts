import type { Entry } from "../../journal/schema.ts";
import { sinceBack } from "../../move/since-back.ts";
import { sameSets, setDifference } from "../../records/compare.ts";
import { NEW, OLD } from "../../records/ladder.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setKey, setsOf } from "../../records/set-map.ts";

/** What a move has meant to make of the record sets of one name, by its journal. */
export type KnownName = {
  /** Id of the hosted zone. */
  zone: string;
  zoneName: string;
  name: string;
  /** What was there before the move, of what it writes; later, where somebody else has changed it and the move went on from that. */
  original: RecordSet[];
  /** Each state that the move has meant to make, the original one included; the newest last. */
  states: RecordSet[][];
};

/** Names the zone of a change: `zone Z1 example.com`, with more where one zone has several changes. */
export function zoneTarget(zone: { id: string; name: string }, more = ""): string {
  return `zone ${zone.id} ${zone.name}${more}`;
}

/** The zone of such a change. */
export function zoneOfTarget(target: string): { id: string; name: string } {
  const [, id, name] = /^zone (\S+) (\S+)/.exec(target) ?? [];
  if (id === undefined || name === undefined) throw new Error(`"${target}" names no hosted zone`);
  return { id, name };
}

/**
 * The names in DNS that a move has written, or was about to, since it has put them back for the last time.
 * @param steps which steps' writes count
 */
export function knownNames(move: readonly Entry[], steps: readonly string[]): KnownName[] {
  const writes = sinceBack(move).flatMap((entry): Write[] => {
    if (entry.kind !== "intent" || !steps.includes(entry.step)) return [];
    const zone = zoneOfTarget(entry.target);
    const [before, after] = [setsOf(entry.before), setsOf(entry.after)];
    return [...new Set([...before, ...after].map(({ name }) => name))].map((name) => ({
      zone,
      name,
      before: before.filter((set) => set.name === name),
      after: after.filter((set) => set.name === name),
    }));
  });
  return [...Map.groupBy(writes, ({ zone, name }) => `${zone.id} ${name}`).values()].flatMap(knownName);
}

type Write = { zone: { id: string; name: string }; name: string; before: RecordSet[]; after: RecordSet[] };

function knownName(all: readonly Write[]): KnownName[] {
  const [first] = all;
  if (first === undefined) return [];
  let writes = [first];
  for (const write of all.slice(1)) writes = goesOn(write, writes) ? [...writes, write] : anew(write, writes);
  const { original, states } = folded(writes);
  return [{ zone: first.zone.id, zoneName: first.zone.name, name: first.name, original, states }];
}

/** Whether a write has found what those before it have left: else somebody else had changed it. */
function goesOn(write: Write, earlier: readonly Write[]): boolean {
  const isSeen = replacing(earlier.flatMap(({ before, after }) => [...before, ...after]));
  const isIts = replacing([...write.before, ...write.after]);
  const found = write.before.filter(isSeen);
  return folded(earlier).states.some((state) => sameSets(state.filter(isIts), found));
}

/** What somebody else has made, and the move went on from, is what it has to put back. */
function anew(write: Write, earlier: readonly Write[]): Write[] {
  const isIts = replacing([...write.before, ...write.after]);
  const { original, states } = folded(earlier);
  const others = (sets: readonly RecordSet[]) => sets.filter((set) => !isIts(set));
  return [{ ...write, before: others(original), after: others(states.at(-1) ?? []) }, write];
}

function folded(writes: readonly Write[]): Pick<KnownName, "original" | "states"> {
  const original = originalOf(writes);
  const states = [original];
  let state = original;
  for (const { before, after } of writes) {
    // A write that was not made is followed by one that begins where it would have.
    const replaces = replacing([...before, ...after]);
    const stays = state.filter((set) => !replaces(set));
    states.push([...stays, ...before], [...stays, ...after]);
    state = [...stays, ...after];
  }
  return { original, states };
}

/** Each record set as the first write of it has found it. A write names only what it changes. */
function originalOf(writes: readonly Write[]): RecordSet[] {
  const seen: RecordSet[] = [];
  const original: RecordSet[] = [];
  for (const { before, after } of writes) {
    const isSeen = replacing(seen);
    original.push(...before.filter((set) => !isSeen(set)));
    seen.push(...before, ...after);
  }
  return original;
}

/** Which record sets cannot be there beside these: that of the same key, and any of the type where it stands alone or has weights of ours. */
function replacing(sets: readonly RecordSet[]): (set: RecordSet) => boolean {
  const keys = new Set(sets.map(setKey));
  const types = new Set(sets.filter(standsAlone).map(({ type }) => type));
  return (set) => keys.has(setKey(set)) || types.has(set.type);
}

function standsAlone({ setIdentifier }: RecordSet): boolean {
  return setIdentifier === undefined || setIdentifier === OLD || setIdentifier === NEW;
}

/** Of what is found at a name that which the move may have written: other members of a routed set are not its own. */
export function ownSets({ states }: KnownName, found: readonly RecordSet[]): RecordSet[] {
  const keys = new Set(states.flat().map(setKey));
  return found.filter((set) => keys.has(setKey(set)));
}

/** Whether what is found is something that the move has meant to make, or what was there before it. */
export function isKnown({ states }: KnownName, found: readonly RecordSet[]): boolean {
  return states.some((state) => sameSets(state, found));
}

/** What of a name is neither as the move has made it nor as it was before, in words; empty where it is one of these. */
export function foreignWords(known: KnownName, found: readonly RecordSet[]): string {
  const now = ownSets(known, found);
  if (isKnown(known, now)) return "";
  return setDifference(known.states.at(-1) ?? [], now).join("; ");
}
