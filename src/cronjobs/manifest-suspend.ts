import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from "yaml";

/** A CronJob as a manifest has it. */
export type RenderedCronJob = { namespace: string; name: string; suspend: boolean };

/** YAML as Helm reads it: 1.1, and a key that is there twice is none of our business. */
const AS_HELM = { version: "1.1", uniqueKeys: false, merge: true } as const;

/** The CronJobs of a manifest. Those without a namespace of their own are in the release's. */
export function cronJobsIn(manifest: string, releaseNamespace: string): RenderedCronJob[] {
  const found: RenderedCronJob[] = [];
  withSuspend(manifest, releaseNamespace, (cronJob) => {
    found.push(cronJob);
    return undefined;
  });
  return found;
}

/**
 * A manifest with `spec.suspend` of its CronJobs set. Of all else every byte stays: Helm stores what it is given, and
 * whether anything changed is told by that.
 * @param decide gives the flag that shall stand in the manifest; `undefined` leaves the CronJob as it is
 */
export function withSuspend(
  manifest: string,
  releaseNamespace: string,
  decide: (cronJob: RenderedCronJob) => boolean | undefined,
): string {
  // The marks between documents are kept, with the odd number of each.
  return manifest
    .split(/(^---[ \t]*$)/m)
    .map((part) => (part.includes("CronJob") ? changed(part, releaseNamespace, decide) : part))
    .join("");
}

function changed(
  text: string,
  releaseNamespace: string,
  decide: (cronJob: RenderedCronJob) => boolean | undefined,
): string {
  const document = parseDocument(text, AS_HELM);
  if (document.errors.length > 0) return text;
  const wanted: { map: YAMLMap; suspend: boolean }[] = [];
  for (const map of cronJobMaps(document.contents)) {
    const { apiVersion, kind, metadata, spec } = map.toJS(document) as Read;
    if (kind !== "CronJob" || !apiVersion?.startsWith("batch/") || !metadata?.name || !spec) continue;
    const namespace = metadata.namespace ?? releaseNamespace;
    const suspend = decide({ namespace, name: metadata.name, suspend: spec.suspend === true });
    if (suspend !== undefined) wanted.push({ map, suspend });
  }
  if (wanted.length === 0) return text;
  const edits = wanted.map(({ map, suspend }) => editOf(text, map, suspend));
  if (edits.some((edit) => edit === undefined)) return written(document, wanted);
  return edits
    .filter((edit) => edit !== undefined)
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, put }) => rest.slice(0, start) + put + rest.slice(end), text);
}

type Read = {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; namespace?: string };
  spec?: { suspend?: unknown };
};

/** The object of a document, or those of a List. */
function cronJobMaps(node: unknown): YAMLMap[] {
  if (!isMap(node)) return [];
  const items = node.get("items", true);
  return isSeq(items) ? items.items.flatMap(cronJobMaps) : [node];
}

type Edit = { start: number; end: number; put: string };

/** Where in the text the flag is to be written; `undefined` where the form of the YAML is too rare for that. */
function editOf(text: string, cronJob: YAMLMap, suspend: boolean): Edit | undefined {
  const spec = cronJob.get("spec", true);
  if (!isMap(spec) || spec.range == null) return undefined;
  const present = spec.items.filter(({ key }) => isScalar(key) && key.value === "suspend");
  if (present.length > 1) return undefined;
  if (present[0] !== undefined) return replaced(present[0], suspend);
  return spec.flow ? inserted(text, spec, suspend) : insertedLine(text, spec, suspend);
}

function replaced({ value }: Pair, suspend: boolean): Edit | undefined {
  const range = isScalar(value) ? value.range : undefined;
  if (range == null) return undefined;
  const [start, end] = range;
  // `suspend:` with nothing behind it.
  return { start, end, put: start === end ? ` ${suspend}` : String(suspend) };
}

function inserted(text: string, spec: YAMLMap, suspend: boolean): Edit | undefined {
  const start = (spec.range?.[0] ?? 0) + 1;
  if (text[start - 1] !== "{") return undefined;
  return { start, end: start, put: `"suspend": ${suspend}${spec.items.length === 0 ? "" : ", "}` };
}

function insertedLine(text: string, spec: YAMLMap, suspend: boolean): Edit | undefined {
  const start = (spec.items[0]?.key as Node | undefined)?.range?.[0];
  if (start === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^ +$/.test(indent) ? { start, end: start, put: `suspend: ${suspend}\n${indent}` } : undefined;
}

/** The document written anew, for forms such as an alias in the place of `spec`. */
function written(document: Document.Parsed, wanted: readonly { map: YAMLMap; suspend: boolean }[]): string {
  const flags = new Map(wanted.map(({ map, suspend }) => [map, suspend]));
  const objects = cronJobMaps(document.contents).map((map) => {
    const object = map.toJS(document) as Read;
    const suspend = flags.get(map);
    return suspend === undefined ? object : { ...object, spec: { ...object.spec, suspend } };
  });
  return objects
    .map((object) => `\n${stringify(object, { version: "1.1", aliasDuplicateObjects: false })}`)
    .join("---");
}
