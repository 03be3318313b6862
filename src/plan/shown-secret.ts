import { isDeepStrictEqual } from "node:util";
import { isMap, type JsonMap } from "./kube-object.ts";
import { isOpenField, isOpenMetadata } from "./secret-values.ts";

const HIDDEN = "(hidden)";
/** What tools write of a whole object is JSON, or longer, or both and packed. */
const NOTE_CHARACTERS = 200;
/** Shorter ones are found in any text. */
const VALUE_CHARACTERS = 4;

/**
 * A Secret as it may be shown: no value of it, only which differ from the old one's.
 * @param options.old the same Secret before; itself where there was none
 * @param options.values all that no annotation may hold
 */
export function shownSecret(secret: JsonMap, { old, values }: { old: JsonMap; values: readonly string[] }): JsonMap {
  const shown = Object.entries(secret).map(([field, value]): [string, unknown] => {
    if (field === "metadata") return [field, shownMetadata(mapOf(value), { old: mapOf(old.metadata), values })];
    if (field === "data" && isMap(value)) return [field, hiddenFields(value, mapOf(old.data))];
    return [field, isOpenField(field, value) ? value : hiddenField(field, secret, old)];
  });
  return Object.fromEntries(shown);
}

function shownMetadata(metadata: JsonMap, { old, values }: { old: JsonMap; values: readonly string[] }): JsonMap {
  const shown = Object.entries(metadata).map(([field, value]): [string, unknown] => {
    if (field === "labels") return [field, openNotes(mapOf(value), mapOf(old.labels), [])];
    if (field === "annotations") return [field, openNotes(mapOf(value), mapOf(old.annotations), values)];
    return [field, isOpenMetadata(field) ? value : hiddenField(field, metadata, old)];
  });
  return Object.fromEntries(shown);
}

/** Labels or annotations, of which tools such as kapp and Rancher write one with the whole Secret in it. */
function openNotes(notes: JsonMap, old: JsonMap, values: readonly string[]): JsonMap {
  const shown = Object.entries(notes).map(([key, value]) => [
    key,
    isOpenNote(value, values) ? value : hiddenField(key, notes, old),
  ]);
  return Object.fromEntries(shown);
}

function isOpenNote(value: unknown, values: readonly string[]): boolean {
  if (typeof value === "object" && value !== null) return false;
  const text = String(value);
  const holds = (secret: string) => text === secret || (secret.length >= VALUE_CHARACTERS && text.includes(secret));
  return text.length <= NOTE_CHARACTERS && !/^\s*[[{]/.test(text) && !values.some(holds);
}

function hiddenFields(values: JsonMap, old: JsonMap): JsonMap {
  return Object.fromEntries(Object.keys(values).map((key) => [key, hiddenField(key, values, old)]));
}

function hiddenField(key: string, values: JsonMap, old: JsonMap): string {
  return key in old && !isDeepStrictEqual(old[key], values[key]) ? "(hidden, changed)" : HIDDEN;
}

function mapOf(value: unknown): JsonMap {
  return isMap(value) ? value : {};
}
