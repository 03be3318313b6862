import { oneLine } from "../evidence/text.ts";
import { statusFits } from "../migration-file/forms/http-forms.ts";
import type { Probe } from "../migration-file/migration.ts";
import type { ProbeAnswer } from "./answer.ts";

const SHOWN = 200;
/** Of what both have, before what differs. */
const SHOWN_BEFORE = 40;

type Wanted = Pick<Probe, "compare" | "status">;

/**
 * In what the new side's answer is another one than the old side's, in words; empty where it is not. Spaces around a body do not count.
 * @param hidden gives a text without the secrets that it holds
 */
export function differences(
  answers: { old: ProbeAnswer; now: ProbeAnswer },
  wanted: Wanted,
  hidden: (text: string) => string,
): string[] {
  const { old, now } = answers;
  if (wanted.compare === "off") return [];
  if (!sameStatus(old.status, now.status, wanted.status)) {
    return [`its status is ${now.status}, and that of the old side ${old.status}`];
  }
  if (wanted.compare === "status" || (old.body.trim() === now.body.trim() && old.bodyIsCut === now.bodyIsCut))
    return [];
  // As a whole: a part of a secret could not be found any more.
  const [oldText, newText] = [old, now].map(({ body }) => hidden(body).trim()) as [string, string];
  const from = Math.max(0, firstDifference(oldText, newText) - SHOWN_BEFORE);
  return [`its body is ${part(newText, from)}, and that of the old side ${part(oldText, from)}`];
}

/** A class such as `2xx` in the file means that its statuses are as good as each other. */
function sameStatus(old: number, now: number, wanted: Probe["status"]): boolean {
  const classes = wanted.filter((each) => typeof each === "string");
  return old === now || classes.some((each) => statusFits(old, [each]) && statusFits(now, [each]));
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function part(text: string, from: number): string {
  if (text === "") return "empty";
  const shown = oneLine(text.slice(from, from + SHOWN));
  return `"${from > 0 ? "…" : ""}${shown}${text.length > from + SHOWN ? "…" : ""}"`;
}
