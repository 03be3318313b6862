import * as z from "zod";
import { parseDuration } from "../../duration/duration.ts";
import { PLACEHOLDERS, placeholdersIn } from "../placeholders.ts";

/** What the schema knows of a value beside its type: for messages, editors and docs. */
export type Facts = {
  /** What it is, for docs and editors. Sentences. */
  description: string;
  /** What it is called in a message: `a region`. Of a choice all there is: `ecs or values`. */
  is: string;
  /** One that is right; none of a choice. */
  example?: unknown;
  /** Whether placeholders are filled in. */
  placeholders?: boolean;
};

type TextFacts = Facts & {
  example: string;
  pattern?: RegExp;
  /** What is wrong with it, such as `has 6 fields`, and what to write instead; takes the place of `pattern`. */
  problem?: (text: string) => string | { what: string; instead: string } | undefined;
};

/** Facts are kept with the schema, and come out with it as JSON Schema. */
export function withFacts<T extends z.ZodType>(schema: T, facts: Facts): T {
  const { example, ...rest } = facts;
  return schema.meta(example === undefined ? rest : { ...rest, examples: [example] });
}

export function factsOf(schema: z.ZodType): Facts | undefined {
  const meta = schema.meta();
  if (meta?.is === undefined) return undefined;
  const { description = "", is, examples, placeholders } = meta;
  return {
    description,
    is: is as string,
    example: (examples as unknown[] | undefined)?.[0],
    placeholders: placeholders === true,
  };
}

/** Text in one line, of a form of its own. */
export function text(facts: TextFacts) {
  const { pattern = /^\S(.*\S)?$/, problem, ...known } = facts;
  const wrong = problem ?? ((value: string) => (pattern.test(value) ? undefined : `is not ${known.is}`));
  const schema = z.string().check((context) => {
    const { value } = context;
    // What placeholders become is checked once they are filled in.
    const open = known.placeholders === true && placeholdersIn(value).length > 0;
    const found = value === "" && !pattern.test("") ? "is empty" : open ? placeholderProblem(value) : wrong(value);
    if (found === undefined) return;
    const what = typeof found === "string" ? found : found.what;
    const message = value === "" ? what : `${shown(value)} ${what}`;
    const params = typeof found === "string" ? instead(known, message) : found;
    context.issues.push({ code: "custom", message, input: value, params, continue: true });
  });
  return withFacts(schema, { ...known, ...(known.placeholders || problem ? {} : editorPattern(pattern, known)) });
}

/**
 * What a message says to write in its place.
 * @param what what the message says before: what it names needs no name again
 */
export function instead({ is, example }: Facts, what: string): { instead: string } {
  if (example === undefined) return { instead: `write ${is}` };
  const name = what.endsWith(`is not ${is}`) ? "one" : is;
  return { instead: `write ${name} such as ${shownExample(example)}` };
}

export function shownExample(example: unknown): string {
  return typeof example === "string" ? example : flow(example);
}

/** As YAML in one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return typeof value === "string" ? value : JSON.stringify(value);
  const entries = Object.entries(value).map(([name, each]) => `${name}: ${flow(each)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Text in quotes, cut where it is long. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}

function placeholderProblem(value: string): string | undefined {
  const unknown = placeholdersIn(value).find((name) => !PLACEHOLDERS.some((known) => known === name));
  return unknown === undefined ? undefined : `has {${unknown}}, but only {service} and {environment} are filled in`;
}

/** https://github.com/redhat-developer/yaml-language-server takes `patternErrorMessage`, as VS Code's JSON does. */
function editorPattern(pattern: RegExp, facts: Facts) {
  return {
    pattern: pattern.source,
    patternErrorMessage: `Not ${facts.is}: write one such as ${shownExample(facts.example)}.`,
  };
}

/** One of several words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T, description: string) {
  const is = words.length < 3 ? words.join(" or ") : `one of ${words.join(", ")}`;
  return withFacts(z.enum(words), { description, is });
}

/** `90s`, `5m`, `1h30m`; milliseconds when read. */
export function duration(facts: { description: string; example: string }) {
  return text({
    ...facts,
    is: "a duration",
    pattern: /^(\d+(\.\d+)?(ms|h|m|s))+$/,
    problem: (value) => (parseDuration(value) === undefined ? "is not a duration above zero" : undefined),
  });
}

/** A whole number within bounds. */
export function count(facts: Facts, { from, to }: { from: number; to: number }) {
  return withFacts(z.int().min(from).max(to), { ...facts, is: `${facts.is} from ${from} to ${to}` });
}
