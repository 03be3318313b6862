import type { JsonValue } from "../../journal/canonical-json.ts";
import { differences } from "./differences.ts";
import { type ShownDifference, shortDifference, wholeDifference } from "./shown-difference.ts";

/** How names of fields and their values are written, so that they are told from words. */
export type Marks = { field(path: string): string; value(text: string): string };

export type ChangeLines = {
  /** Such as `ttl 300 -> 60`, one for each field; where all is new or gone, the first one says so. */
  lines: string[];
  /** The whole lines of those that are shortened or left out, without marks. */
  whole: string[];
};

type Images = { before: JsonValue; after: JsonValue };

const NO_MARKS: Marks = { field: (path) => path, value: (text) => text };

/** What differs between before and after, in words, of at most `most` fields; empty where nothing does. */
export function changeLines(images: Images, most: number, marks: Marks = NO_MARKS): ChangeLines {
  const all = differences(images.before, images.after).map((difference) => {
    const whole = wholeDifference(difference);
    return { whole, short: shortDifference(whole) };
  });
  const shown = all.slice(0, most).map(({ short }) => words(short, images, marks));
  const left = all.length - shown.length;
  const cut = all.filter(({ whole, short }, index) => index >= most || !isSame(whole, short));
  return {
    lines: [...withKind(shown, images), ...(left > 0 ? [`and ${left} more`] : [])],
    whole: cut.map(({ whole }) => words(whole, images, NO_MARKS)),
  };
}

function withKind([first, ...others]: string[], { before, after }: Images): string[] {
  if (first === undefined) return [];
  const kind = before === null ? "new: " : after === null ? "gone: " : "";
  return [`${kind}${first}`, ...others];
}

function words({ path, before, after }: ShownDifference, images: Images, { field, value }: Marks): string {
  const name = field(path);
  if (before === undefined) return `${name} ${value(after ?? "")}${images.before === null ? "" : " (new)"}`;
  if (after === undefined) return `${name} ${value(before)}${images.after === null ? "" : " (gone)"}`;
  return `${name} ${value(before)} -> ${value(after)}`;
}

function isSame(one: ShownDifference, other: ShownDifference): boolean {
  return one.path === other.path && one.before === other.before && one.after === other.after;
}
