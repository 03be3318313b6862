import type * as z from "zod";
import { nearest } from "../advice/nearest.ts";
import type { Problem } from "./problem.ts";
import { type Facts, factsOf, instead, shown, shownExample } from "./schema/leaves.ts";
import { bare, keysOf, schemaBelow } from "./schema/schema-keys.ts";
import { at, type KeyPath, keyText, nearestAt, type Written } from "./written.ts";

type Checked = { schema: z.ZodType; written: Written };
type Issue = z.core.$ZodIssue;

/** What an issue of the schema says to the user, with the place of what it is about. */
export function issueProblems(issue: Issue, checked: Checked): Problem[] {
  const { schema, written } = checked;
  const path = issue.path as KeyPath;
  const found = at(written, path);
  const expected = path.reduce<z.ZodType | undefined>(schemaBelow, schema);
  const facts = expected && factsOf(bare(expected));
  if (found === undefined) return [missing(path, checked)];
  const report = (what: string, next: string | undefined): Problem[] => {
    return [{ ...found.place, key: found.key, what, ...(next === undefined ? {} : { instead: next }) }];
  };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(key, { found, expected }));
  }
  if (issue.code === "invalid_key") {
    const place = found.keyPlace ?? found.place;
    const name = String(path.at(-1));
    return [{ ...place, key: found.key, what: `${shown(name)} is no name`, instead: nameForm(name, path) }];
  }
  if (issue.code === "custom") {
    return report(issue.message, (issue.params as { instead?: string } | undefined)?.instead);
  }
  if (found.kind === "leaf" && found.value === null) return report("is empty", facts && orLeaveOut(facts));
  if (found.kind === "list" && issue.code === "too_small")
    return report("has no entry", facts && suggestion(found, facts, ""));
  if (issue.code === "invalid_value" && issue.values.length > 1) return report(...notAmong(found, issue.values));
  const what = `${described(found)} is not ${facts?.is ?? issueType(issue)}`;
  return report(what, unquoted(found, { issue, expected }) ?? (facts && suggestion(found, facts, what)));
}

/** That nothing is written at a path, with the place of what is around it. */
function missing(path: KeyPath, { schema, written }: Checked): Problem {
  const around = nearestAt(written, path);
  const depth = path.findIndex((_, length) => at(written, path.slice(0, length + 1)) === undefined);
  const key = keyText(path.slice(depth), around.key);
  const facts = factsAt(schema, path);
  return { ...around.place, key, what: "is missing", ...(facts ? instead(facts, "") : {}) };
}

/** What the schema knows of what is at a path. */
export function factsAt(schema: z.ZodType, path: KeyPath): Facts | undefined {
  const expected = path.reduce<z.ZodType | undefined>(schemaBelow, schema);
  return expected && factsOf(bare(expected));
}

function unknownKey(key: string, { found, expected }: { found: Written; expected: z.ZodType | undefined }): Problem {
  const known = keysOf(expected);
  const free = known.filter((name) => at(found, [name]) === undefined);
  const meant = key.length > 60 ? undefined : (nearest(key, free) ?? nearest(key, known));
  const place = at(found, [key])?.keyPlace ?? found.place;
  const choices = known.length > 0 ? `here are ${known.join(", ")}` : undefined;
  return {
    ...place,
    key: keyText([key], found.key),
    what: "there is no such key",
    instead: meant === undefined ? (choices ?? "leave it out") : `did you mean ${meant}?`,
  };
}

function notAmong(found: Written, values: readonly unknown[]): [string, string | undefined] {
  const words = values.map(String);
  const text = found.kind === "leaf" ? String(found.value) : undefined;
  const meant = text === undefined || text.length > 60 ? undefined : nearest(text, words);
  return [
    `${described(found)} is none of ${words.join(", ")}`,
    meant === undefined ? undefined : `did you mean ${meant}?`,
  ];
}

/** Environments and services have names of ours, headers those of HTTP. */
function nameForm(name: string, path: KeyPath): string {
  if (path.at(-2) === "headers") return "write a header's name such as content-type";
  const plainName = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 53)
    .replace(/^-+|-+$/g, "");
  return `write lower case letters, digits and "-", such as ${plainName || "orders"}`;
}

/** What to write where something would be right, but for its quotes. */
function unquoted(found: Written, { issue, expected }: { issue: Issue; expected: z.ZodType | undefined }) {
  const [only] = found.kind === "map" && found.entries.size === 1 ? found.entries.keys() : [];
  if (issueType(issue) === "text" && (only === "service" || only === "environment")) {
    return `put it in quotes, since YAML takes braces for a map: "{${only}}"`;
  }
  if (found.kind !== "leaf" || typeof found.value === "string") return undefined;
  const text = found.source ?? String(found.value);
  return expected?.safeParse(text).success ? `put it in quotes: "${text}"` : undefined;
}

function suggestion(found: Written, facts: Facts, what: string): string {
  return found.kind === "leaf" ? instead(facts, what).instead : `write it such as ${shownExample(facts.example)}`;
}

function orLeaveOut(facts: Facts): string {
  return `${instead(facts, "").instead}, or leave the key out`;
}

/** What a value is, in words. */
function described(found: Written): string {
  if (found.kind !== "leaf") return `a ${found.kind}`;
  return typeof found.value === "string" ? shown(found.value) : (found.source ?? String(found.value));
}

function issueType(issue: Issue): string {
  const words: Record<string, string> = { string: "text", array: "a list", object: "a map", record: "a map" };
  const expected = issue.code === "invalid_type" ? issue.expected : "";
  return words[expected] ?? "what is expected here";
}
