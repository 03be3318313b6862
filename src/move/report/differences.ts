import { type JsonValue, sameJson } from "../../journal/canonical-json.ts";

type Side = JsonValue | undefined;
type Sides = { before: Side; after: Side };
type JsonMap = { [key: string]: JsonValue };

/** A field that is another one after a change; undefined: it is not there. */
export type Difference = { path: string } & Sides;

/**
 * What differs between two values, field by field in the order in which they are written. Maps are compared by their keys, lists
 * of maps by the names of their items where each has one of its own, else by place; any other list is one field. A value of null
 * is taken for nothing.
 */
export function differences(before: JsonValue, after: JsonValue): Difference[] {
  return compare("", { before: before ?? undefined, after: after ?? undefined });
}

/** A salted hash that stands for a secret, as the journal has it. */
export function isSecret(side: Side): boolean {
  return typeof side === "object" && side !== null && Object.keys(side).join() === "hmac-sha256";
}

function compare(path: string, sides: Sides): Difference[] {
  const { before, after } = sides;
  if (before === undefined || after === undefined ? before === after : sameJson(before, after)) return [];
  const present = [before, after].filter((side) => side !== undefined);
  if (present.every(isMap)) {
    return compareFields({ path, ...sides }, entries, (key) => (path === "" ? key : `${path}.${key}`));
  }
  if (present.every(isListOfMaps)) {
    const isByName = present.every((side) => namesOf(side) !== undefined);
    const items = (side: Side) => {
      const names = isByName ? namesOf(side) : undefined;
      return ((side ?? []) as JsonMap[]).map((item, place) => [names?.[place] ?? `${place}`, item] as const);
    };
    return compareFields({ path, ...sides }, items, (key) => `${path}[${key}]`);
  }
  return [{ path, before, after }];
}

function compareFields(
  whole: Difference,
  fieldsOf: (side: Side) => Iterable<readonly [string, JsonValue]>,
  below: (key: string) => string,
): Difference[] {
  const before = new Map(fieldsOf(whole.before));
  const after = new Map(fieldsOf(whole.after));
  const keys = new Set([...after.keys(), ...before.keys()]);
  // One that is there and has nothing in it.
  if (keys.size === 0) return [whole];
  return [...keys].flatMap((key) => compare(below(key), { before: before.get(key), after: after.get(key) }));
}

function entries(side: Side): [string, JsonValue][] {
  return Object.entries((side ?? {}) as JsonMap);
}

function isMap(side: Side): side is JsonMap {
  return typeof side === "object" && side !== null && !Array.isArray(side) && !isSecret(side);
}

function isListOfMaps(side: JsonValue): boolean {
  return Array.isArray(side) && side.length > 0 && side.every(isMap);
}

/** Undefined where not each item has one of its own. */
function namesOf(side: Side): string[] | undefined {
  const names = ((side ?? []) as JsonMap[]).map(({ name }) => name).filter((name) => typeof name === "string");
  return new Set(names).size === ((side ?? []) as JsonMap[]).length ? names : undefined;
}
