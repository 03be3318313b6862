import { canonicalJson, type JsonValue } from "../../journal/canonical-json.ts";
import { type Difference, isSecret } from "./differences.ts";
import { charactersOf, cutTo, oneLine } from "./one-line.ts";

/** A difference in texts of one line; undefined: it is not there. */
export type ShownDifference = { path: string; before: string | undefined; after: string | undefined };

const PATH_CHARACTERS = 60;
const VALUE_CHARACTERS = 48;
/** Of a long value: what tells most is often at its end. */
const HEAD_CHARACTERS = 18;
/** What is left before the place where two long texts begin to differ: so much at least, and then the whole part of a name. */
const COMMON_CHARACTERS = 12;
const MOST_COMMON_CHARACTERS = 30;
const DIGEST = /\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g;
/** What would not be seen in a text, and JSON leaves as it is. */
const UNSEEN = /[\u0080-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

/** With whole values. */
export function wholeDifference({ path, before, after }: Difference): ShownDifference {
  const from = before === undefined ? undefined : textOf(before);
  const to = after === undefined ? undefined : textOf(after);
  const shown = { path: oneLine(path) || "value", before: from, after: to };
  if (from === undefined || from !== to) return shown;
  // Two secrets; or values that are the same in words, such as "1" and 1.
  if (isSecret(after)) return { ...shown, after: "another secret" };
  return { ...shown, before: quoted(before), after: quoted(after) };
}

/** With long values shortened, so that what differs is still seen. */
export function shortDifference({ path, before, after }: ShownDifference): ShownDifference {
  const [from, to] = fromTheDifference(withShortDigests(before), withShortDigests(after));
  return { path: cutTo(PATH_CHARACTERS, path), before: withoutMiddle(from), after: withoutMiddle(to) };
}

function textOf(value: JsonValue): string {
  if (value === null) return "none";
  if (isSecret(value)) return "a secret";
  if (typeof value === "string") {
    // Else nobody would see that it is empty, or begins with a space.
    return value !== "" && oneLine(value) === value ? value : quoted(value);
  }
  const isPlainList = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== "object");
  return isPlainList ? value.map((item) => textOf(item)).join(", ") : quoted(value);
}

function quoted(value: JsonValue | undefined): string {
  return canonicalJson(value).replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function withShortDigests(text: string | undefined): string | undefined {
  return text?.replace(DIGEST, "$1…");
}

/** Without most of what two long texts have in common at their beginning. */
function fromTheDifference(before: string | undefined, after: string | undefined): (string | undefined)[] {
  if (before === undefined || after === undefined) return [before, after];
  const [a, b] = [charactersOf(before), charactersOf(after)];
  if (Math.max(a.length, b.length) <= VALUE_CHARACTERS) return [before, after];
  const differs = a.findIndex((character, place) => character !== b[place]);
  const first = beginning(a, differs === -1 ? a.length : differs);
  return first <= 1 ? [before, after] : [a, b].map((all) => `…${all.slice(first).join("")}`);
}

function beginning(characters: readonly string[], differs: number): number {
  const last = differs - COMMON_CHARACTERS;
  const separator = characters.findLastIndex((character, place) => place <= last && /[/:@, ]/.test(character));
  return separator >= differs - MOST_COMMON_CHARACTERS ? separator : last;
}

function withoutMiddle(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const all = charactersOf(text);
  if (all.length <= VALUE_CHARACTERS) return text;
  const tail = VALUE_CHARACTERS - HEAD_CHARACTERS - 1;
  return `${all.slice(0, HEAD_CHARACTERS).join("")}…${all.slice(-tail).join("")}`;
}
