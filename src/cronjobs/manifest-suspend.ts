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
import { UserError } from "../errors.ts";
import { YAML_AS_HELM } from "../values/yaml-as-helm.ts";

/** A CronJob as a manifest has it. */
export type RenderedCronJob = { namespace: string; name: string; suspend: boolean };

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
 * @throws UserError for a CronJob in a document that is no YAML: its flag cannot be told
 */
export function withSuspend(
  manifest: string,
  releaseNamespace: string,
  decide: (cronJob: RenderedCronJob) => boolean | undefined,
): string {
  // The marks between documents are kept, with what is behind each.
  return manifest
    .split(/(^---(?=\s|$))/m)
    .map((part) => (part.includes("CronJob") ? changed(part, releaseNamespace, decide) : part))
    .join("");
}

function changed(
  text: string,
  releaseNamespace: string,
  decide: (cronJob: RenderedCronJob) => boolean | undefined,
): string {
  const document = parseDocument(text, YAML_AS_HELM);
  const [error] = document.errors;
  if (error !== undefined) {
    if (!/^\s*(- *)?["']?kind["']?: *["']?CronJob/m.test(text)) return text;
    const source = /^# Source: (.+)$/m.exec(text)?.[1]?.trim() ?? "a document of the chart";
    throw new UserError(
      `cronjob-policy: ${source} has a CronJob, and cannot be read as YAML (${error.code}); Helm takes it, but its suspend flag cannot be set: correct the YAML`,
    );
  }
  const wanted: { map: YAMLMap; suspend: boolean }[] = [];
  for (const map of objectMaps(document.contents)) {
    const { metadata, spec, ...named } = asRead(map, document);
    const { apiVersion, kind } = { ...listed(document), ...named };
    if (kind !== "CronJob" || !String(apiVersion).startsWith("batch/") || !metadata?.name || !spec) continue;
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
  apiVersion?: unknown;
  kind?: string;
  metadata?: { name?: string; namespace?: string };
  spec?: { suspend?: unknown };
};

/** The object of a document, or those of a List. */
function objectMaps(node: unknown): YAMLMap[] {
  if (!isMap(node)) return [];
  const items = node.get("items", true);
  return isSeq(items) ? items.items.flatMap(objectMaps) : [node];
}

/** The items of a CronJobList need not say what they are. */
function listed(document: Document.Parsed): Pick<Read, "apiVersion" | "kind"> {
  if (!isMap(document.contents)) return {};
  const { apiVersion, kind } = document.toJS({ maxAliasCount: -1 }) as Read;
  return kind === "CronJobList" ? { apiVersion, kind: "CronJob" } : {};
}

function asRead(map: YAMLMap, document: Document.Parsed): Read {
  return map.toJS(document, { maxAliasCount: -1 }) as Read;
}

type Edit = { start: number; end: number; put: string };

/** Where in the text the flag is to be written; `undefined` where the form of the YAML is too rare for that. */
function editOf(text: string, cronJob: YAMLMap, suspend: boolean): Edit | undefined {
  const spec = cronJob.get("spec", true);
  if (!isMap(spec) || spec.range == null) return undefined;
  const present = spec.items.filter(({ key }) => isScalar(key) && key.value === "suspend");
  if (present.length > 1) return undefined;
  if (present[0] !== undefined) return replaced(text, present[0], suspend);
  return spec.flow ? inserted(text, spec, suspend) : insertedLine(text, spec, suspend);
}

function replaced(text: string, { value }: Pair, suspend: boolean): Edit | undefined {
  const range = isScalar(value) ? value.range : undefined;
  if (range == null) return undefined;
  const [start, end] = range;
  // `suspend:` with nothing behind it, or a comment.
  const [before, after] = start === end ? [/\s$/, /^\s|^$/] : [/^/, /^/];
  const pad = (isThere: boolean) => (isThere ? "" : " ");
  const put = `${pad(before.test(text.slice(0, start)))}${suspend}${pad(after.test(text.slice(end)))}`;
  return { start, end, put };
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
  const objects = objectMaps(document.contents).map((map) => {
    const object = asRead(map, document);
    const suspend = flags.get(map);
    return suspend === undefined ? object : { ...object, spec: { ...object.spec, suspend } };
  });
  return objects
    .map((object) => `\n${stringify(object, { version: "1.1", aliasDuplicateObjects: false })}`)
    .join("---");
}
