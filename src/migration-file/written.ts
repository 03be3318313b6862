import type { Place } from "./problem.ts";

/** A value as it stands in a file, with its place and its own key path. */
export type Written = {
  /** `services.orders.records[0]`; empty for a whole file. */
  key: string;
  place: Place;
  /** Where the key before it is; there is none in a list. */
  keyPlace?: Place;
} & (WrittenMap | WrittenList | WrittenLeaf);

export type WrittenMap = { kind: "map"; entries: Map<string, Written> };
export type WrittenList = { kind: "list"; items: Written[] };
export type WrittenLeaf = {
  kind: "leaf";
  value: string | number | boolean | null;
  /** As it stands in the file, where that may differ: `1.10` is the number 1.1. */
  source?: string;
};

/** Keys and positions in lists, from the outside in. */
export type KeyPath = readonly (string | number)[];

/** The value without its places. */
export function plain(written: Written): unknown {
  if (written.kind === "leaf") return written.value;
  if (written.kind === "list") return written.items.map(plain);
  return Object.fromEntries([...written.entries].map(([name, value]) => [name, plain(value)]));
}

/** What is written below a key or at a position. */
export function below(written: Written | undefined, step: string | number): Written | undefined {
  if (written?.kind === "map") return written.entries.get(String(step));
  if (written?.kind === "list" && typeof step === "number") return written.items[step];
  return undefined;
}

/** What is written at a path; `undefined` when nothing is. */
export function at(written: Written | undefined, path: KeyPath): Written | undefined {
  return path.reduce<Written | undefined>(below, written);
}

/** What is written at a path, or the innermost thing around it. */
export function nearestAt(written: Written, path: KeyPath): Written {
  let found = written;
  for (const step of path) {
    const next = below(found, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

/** A path as people write it: `services.orders.records[0].target`. */
export function keyText(path: KeyPath, base = ""): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const name = /^[\w<-]+$/.test(step) ? step : JSON.stringify(step);
    return text === "" ? name : `${text}.${name}`;
  }, base);
}

/** Maps merge, all else is replaced. What is in `over` keeps its place, and so does what only `under` has. */
export function merge(under: Written | undefined, over: Written | undefined): Written | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  if (under.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(under.entries);
  for (const [name, value] of over.entries) entries.set(name, merge(entries.get(name), value) ?? value);
  return { ...over, entries };
}
