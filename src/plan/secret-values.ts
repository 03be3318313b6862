import { isMap, type JsonMap, type KubeObject } from "./kube-object.ts";

/** Fields of a Secret that hold no value of it, and fields of its metadata that every object has. */
const OPEN_FIELDS: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);
const OPEN_METADATA: ReadonlySet<string> = new Set([
  "name",
  "generateName",
  "namespace",
  "labels",
  "annotations",
  "finalizers",
  "ownerReferences",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
]);

/** Go's form of a map or a list, in which Helm 4 quotes what it cannot convert: numbers in it may be written in another way. */
const GO_VALUE = "valueUnstructured{";

/** Whether a field of a Secret may be shown: of all others, such as a misspelt `stringdata`, the value may be secret. */
export function isOpenField(field: string, value: unknown): boolean {
  return OPEN_FIELDS.has(field) && (typeof value !== "object" || value === null);
}

export function isOpenMetadata(field: string): boolean {
  return OPEN_METADATA.has(field);
}

/** The words, unless they hold a value of one of these Secrets. */
export function withoutSecrets(words: string, objects: readonly (KubeObject | undefined)[]): string {
  const secrets = objects.filter((object) => object?.kind === "Secret");
  const quotesGo = secrets.length > 0 && words.includes(GO_VALUE);
  if (!quotesGo && !secrets.some((secret) => secret && valuesOf(secret).some((value) => words.includes(value)))) {
    return words;
  }
  return "(the cluster's words are hidden, since they hold a value of the Secret)";
}

/** All forms in which the values of a Secret may be said: as a whole, line by line, and each part of one that is no text. */
export function valuesOf(secret: JsonMap): string[] {
  const hidden = Object.entries(secret).filter(([field, value]) => field !== "metadata" && !isOpenField(field, value));
  const misplaced = Object.entries(isMap(secret.metadata) ? secret.metadata : {}).filter(
    ([field]) => !isOpenMetadata(field),
  );
  const given = [...hidden, ...misplaced].flatMap(([, value]) => partsOf(value));
  const encoded = partsOf(secret.data);
  const plain = [...given, ...encoded.map((value) => Buffer.from(value, "base64").toString())];
  const forms = [
    ...plain,
    ...plain.flatMap((value) => value.split(/\r?\n/)),
    ...plain.map((value) => JSON.stringify(value).slice(1, -1)),
    ...plain.map((value) => Buffer.from(value).toString("base64")),
  ];
  return [...new Set(forms.map((form) => form.trim()))].filter((form) => form !== "");
}

/** A value as text; of a map or a list each part of it, which again may be one: then also as JSON. */
function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => [textOf(item), ...partsOf(item)]);
  return isMap(value) ? partsOf(Object.values(value)) : [textOf(value)];
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
