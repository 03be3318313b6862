import { isDeepStrictEqual } from "node:util";
import { isMap, type JsonMap, type KubeObject } from "./kube-object.ts";

/** One object before and after; undefined where it is not there. */
export type Sides = { before: KubeObject | undefined; after: KubeObject | undefined };

/** What the API server keeps for itself. */
const SERVERS_OWN = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink"];
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
const HIDDEN = "(hidden)";

/** Both sides as they may be shown: without what the server keeps for itself, and no value of a Secret. */
export function shownSides({ before, after }: Sides): {
  before: JsonMap | undefined;
  after: JsonMap | undefined;
  differ: boolean;
} {
  const sides = { before: before && comparable(before), after: after && comparable(after) };
  const differ = !isDeepStrictEqual(sides.before, sides.after);
  if ((after ?? before)?.kind !== "Secret") return { ...sides, differ };
  const [old, now] = [dataOf(sides.before), dataOf(sides.after)];
  return {
    before: sides.before && { ...sides.before, ...hidden(old, old) },
    after: sides.after && { ...sides.after, ...hidden(now, before === undefined ? now : old) },
    differ,
  };
}

/** The words, unless they hold a value of one of these Secrets. */
export function withoutSecrets(words: string, objects: readonly (KubeObject | undefined)[]): string {
  const values = objects.flatMap((object) => (object?.kind === "Secret" ? valuesOf(object) : []));
  if (!values.some((value) => words.includes(value))) return words;
  return "(the cluster's words are hidden, since they hold a value of the Secret)";
}

function comparable(object: KubeObject): JsonMap {
  const { status: _, ...rest } = object;
  const metadata = Object.entries(object.metadata).filter(([field]) => !SERVERS_OWN.includes(field));
  const kept = withoutLastApplied({ ...rest, metadata: Object.fromEntries(metadata) }) as JsonMap;
  return object.kind === "Secret" ? inData(kept) : kept;
}

/** It holds the whole object once more, Secrets' values too. */
function withoutLastApplied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLastApplied);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== LAST_APPLIED)
      .map(([key, field]) => [key, withoutLastApplied(field)]),
  );
}

/** The server keeps `stringData` in `data`, where it wins: https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
function inData({ stringData, ...secret }: JsonMap): JsonMap {
  const plain = Object.entries(isMap(stringData) ? stringData : {});
  const encoded = Object.entries(isMap(secret.data) ? secret.data : {});
  const data = {
    ...Object.fromEntries(encoded.map(([key, value]) => [key, sameForm(textOf(value))])),
    ...Object.fromEntries(plain.map(([key, value]) => [key, Buffer.from(textOf(value)).toString("base64")])),
  };
  const { data: _, ...rest } = secret;
  return Object.keys(data).length === 0 ? rest : { ...rest, data };
}

/** Base64 may be written with line breaks. */
function sameForm(encoded: string): string {
  return Buffer.from(encoded, "base64").toString("base64");
}

function dataOf(secret: JsonMap | undefined): Record<string, unknown> {
  return isMap(secret?.data) ? secret.data : {};
}

function hidden(values: Record<string, unknown>, old: Record<string, unknown>): { data?: Record<string, string> } {
  const keys = Object.keys(values);
  if (keys.length === 0) return {};
  const isChanged = (key: string) => key in old && old[key] !== values[key];
  return { data: Object.fromEntries(keys.map((key) => [key, isChanged(key) ? "(hidden, changed)" : HIDDEN])) };
}

/** All forms in which the values of a Secret may be said. */
function valuesOf({ data, stringData }: KubeObject): string[] {
  const encoded = Object.values(isMap(data) ? data : {}).map(textOf);
  const plain = [
    ...encoded.map((value) => Buffer.from(value, "base64").toString()),
    ...Object.values(isMap(stringData) ? stringData : {}).map(textOf),
  ];
  const forms = [
    ...encoded,
    ...plain,
    ...plain.flatMap((value) => value.split(/\r?\n/)),
    ...plain.map((value) => JSON.stringify(value).slice(1, -1)),
    ...plain.map((value) => Buffer.from(value).toString("base64")),
  ];
  return forms.map((form) => form.trim()).filter((form) => form !== "");
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
