import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import type { LinePlaces } from "./line-places.ts";
import type { Place, Problem } from "./problem.ts";
import { keyText, type Written } from "./written.ts";

/** What a file says. `written` is `undefined` when nothing of it can be told. */
export type Converted = { written?: Written; problems: Problem[] };

/** Values with all aliases in them. Files without aliases stay far below. */
const MOST = 100_000;

/** More than the schema has. */
const DEEPEST = 50;

type Walk = {
  path: string;
  lines: LinePlaces;
  /** What each alias stands for. */
  anchors: Map<Alias, Node | undefined>;
  /** Nodes that are being walked, to find one within itself. */
  open: Set<Node>;
  count: number;
  problems: Problem[];
};

/** The values of a document with their places; aliases and `<<` are put in as what they stand for, at its place. */
export function convert(document: Document.Parsed, file: { path: string; lines: LinePlaces }): Converted {
  const walk: Walk = { ...file, anchors: anchorsOf(document), open: new Set(), count: 0, problems: [] };
  const written = document.contents === null ? undefined : nodeAt(document.contents, "", walk);
  return written === undefined ? { problems: walk.problems } : { written, problems: walk.problems };
}

/** The library looks for each alias's anchor from the start of the file. */
function anchorsOf(document: Document.Parsed): Walk["anchors"] {
  const anchors = new Map<string, Node>();
  const found: Walk["anchors"] = new Map();
  visit(document, {
    Alias: (_, alias) => void found.set(alias, anchors.get(alias.source)),
    Value: (_, node) => void (node.anchor !== undefined && anchors.set(node.anchor, node)),
  });
  return found;
}

function nodeAt(node: Node, key: string, walk: Walk): Written | undefined {
  const place = placeOf(node, walk);
  const refuse = (what: string, instead: string) => void walk.problems.push({ ...place, key, what, instead });
  walk.count += 1;
  if (walk.count > MOST) {
    if (walk.count === MOST + 1)
      refuse(`the file has more than ${MOST} values with its aliases`, "write fewer aliases");
    return undefined;
  }
  if (isAlias(node)) {
    const target = walk.anchors.get(node);
    if (target === undefined) {
      return refuse(`*${node.source} has no anchor before it`, `write &${node.source} there, or the text in quotes`);
    }
    if (walk.open.has(target)) return refuse(`*${node.source} is within itself`, "write out what it is");
    return nodeAt(target, key, walk);
  }
  if (isScalar(node)) return { kind: "leaf", key, place, ...leafValue(node) };
  if (walk.open.size === DEEPEST) return refuse("is nested too deeply", "write it as docs/migration-file.md shows");
  walk.open.add(node);
  const written = isSeq<Node>(node)
    ? {
        kind: "list" as const,
        key,
        place,
        items: node.items.flatMap((item, at) => nodeAt(item, `${key}[${at}]`, walk) ?? []),
      }
    : { kind: "map" as const, key, place, entries: entriesOf(node as YAMLMap<Node, Node | null>, key, walk) };
  walk.open.delete(node);
  return written;
}

function entriesOf(map: YAMLMap<Node, Node | null>, key: string, walk: Walk): Map<string, Written> {
  const entries = new Map<string, Written>();
  const merged = new Map<string, Written>();
  for (const pair of map.items) {
    const keyPlace = placeOf(pair.key, walk);
    const refuse = (what: string, instead: string) => void walk.problems.push({ ...keyPlace, key, what, instead });
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (name === undefined || name === "__proto__") {
      if (name === undefined) refuse("a key must be text", wordsFor(pair));
      else refuse("__proto__ cannot be a key", "leave it out");
    } else if (name === "<<" && isScalar(pair.key) && pair.key.type === "PLAIN") {
      for (const [each, value] of mergedIn(pair.value, key, walk)) if (!merged.has(each)) merged.set(each, value);
    } else if (entries.has(name)) {
      const first = entries.get(name)?.keyPlace;
      walk.problems.push({
        ...keyPlace,
        key: keyText([name], key),
        what: `is there twice, first in line ${first?.line}`,
        instead: "leave one of them out",
      });
    } else {
      const own = keyText([name], key);
      const value = pair.value === null ? nothing(own, keyPlace) : nodeAt(pair.value, own, walk);
      if (value !== undefined) entries.set(name, { ...value, keyPlace });
    }
  }
  for (const [name, value] of merged) if (!entries.has(name)) entries.set(name, value);
  return entries;
}

/** `{service}` without quotes is a map to YAML. */
function wordsFor({ key }: Pair<Node, Node | null>): string {
  return isMap(key) ? "put text that has braces in it in quotes" : "write text before the colon";
}

/** What `<<` brings in: a map, or a list of maps of which the first wins. https://yaml.org/type/merge.html */
function mergedIn(value: Node | null, key: string, walk: Walk): [string, Written][] {
  const source = value !== null && isAlias(value) ? walk.anchors.get(value) : value;
  const list = isSeq<Node>(source) ? source.items : [value];
  return list.flatMap((item) => {
    const written = item === null ? undefined : nodeAt(item, key, walk);
    if (written?.kind === "map") return [...written.entries];
    if (item === null || written !== undefined) {
      const place = item === null ? { file: walk.path, line: 1, column: 1 } : placeOf(item, walk);
      walk.problems.push({
        ...place,
        key,
        what: "<< brings in maps only",
        instead: "write << with a map, such as <<: *shared",
      });
    }
    return [];
  });
}

function nothing(key: string, place: Place): Written {
  return { kind: "leaf", key, place, value: null };
}

function leafValue({ value, source }: Scalar): { value: string | number | boolean | null; source?: string } {
  if (value === null || typeof value === "string") return { value };
  if (typeof value !== "number" && typeof value !== "boolean") return { value: source ?? "" };
  return { value, source: source ?? String(value) };
}

function placeOf(node: Node | null, walk: Walk): Place {
  const offset = node?.range?.[0] ?? 0;
  return { file: walk.path, ...walk.lines(offset) };
}
