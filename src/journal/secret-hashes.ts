import { createHmac } from "node:crypto";
import { canonicalJson, type JsonValue } from "./canonical-json.ts";

/** Keys and places on the way to a value; `*`: all there are. */
export type ValuePath = readonly (string | number)[];

const HASH_FIELD = "hmac-sha256";

/**
 * The value with salted hashes in the place of all that is at these paths: `{ "hmac-sha256": "9f86…" }`. With the same salt equal
 * values have equal hashes, so that a change is seen. Who reads the salt can try out guesses: what keeps a secret is that it cannot
 * be guessed. Paths that are not there are passed over; nulls stay.
 */
export function withoutSecrets(value: JsonValue, paths: readonly ValuePath[], salt: string): JsonValue {
  if (value === null || paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return hashed(value, salt);
  const below = (key: string | number) =>
    paths.filter(([first]) => first === "*" || String(first) === String(key)).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((item, place) => withoutSecrets(item, below(place), salt));
  if (typeof value !== "object") return value;
  // By definition and not by assignment, for a key such as __proto__.
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withoutSecrets(field, below(key), salt)]),
  );
}

/** All texts that stand at these paths or below them: what must not be said elsewhere. */
export function secretTexts(value: JsonValue, paths: readonly ValuePath[]): string[] {
  const at = paths.flatMap((path) => valuesAt(value, path));
  return [...new Set(at.flatMap(textsOf))];
}

function hashed(value: JsonValue, salt: string): JsonValue {
  // The key is the salt as bytes; what is hashed is JSON, so that 1 and "1" differ.
  const hash = createHmac("sha256", Buffer.from(salt, "hex")).update(canonicalJson(value)).digest("hex");
  return { [HASH_FIELD]: hash };
}

function valuesAt(value: JsonValue, [first, ...rest]: ValuePath): JsonValue[] {
  if (first === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  const fields = Object.entries(value).filter(([key]) => first === "*" || key === String(first));
  return fields.flatMap(([, field]) => valuesAt(field, rest));
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return value === null ? [] : [String(value)];
}
