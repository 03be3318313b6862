import { type Document, isMap, parseDocument, type YAMLError } from "yaml";
import { type Converted, convert } from "./convert.ts";
import { type LinePlaces, linePlaces } from "./line-places.ts";
import type { Problem } from "./problem.ts";

/** A file of the migration, by its path below the workspace. */
export type MigrationText = { path: string; text: string };

/** More than ten times what hundreds of services take. */
const LARGEST = 1_000_000;

/**
 * Reads one file. Nothing in it is evaluated. `written` is what it says, `undefined` where that cannot be told for the problems.
 */
export function readYaml({ path, text }: MigrationText): Converted {
  const whole = (what: string, instead: string): Converted => {
    return { problems: [{ file: path, line: 1, column: 1, key: "", what, instead }] };
  };
  if (text.length > LARGEST) {
    return whole(
      `has ${text.length} characters, and ${LARGEST} are read`,
      "write a file for each service, in .github/k8s-migrate/",
    );
  }
  const lines = linePlaces(text);
  const document = parsed(text);
  if (document === undefined) return whole("is nested too deeply", "write it as docs/migration-file.md shows");
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) return { problems: syntaxProblems(wrong, { path, text, lines }) };
  if (document.contents === null) return whole("is empty", "write version: 1 and what is to move");
  if (!isMap(document.contents)) return whole("is not a map", "write version: 1 and what is to move");
  return convert(document, { path, lines });
}

/** `undefined` when it is nested deeper than can be read. */
function parsed(text: string): Document.Parsed | undefined {
  try {
    // Keys that are there twice are found by ourselves: the library compares each key with each.
    return parseDocument(text, { version: "1.2", uniqueKeys: false, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const INSTEAD: Partial<Record<YAMLError["code"], string>> = {
  RESOURCE_EXHAUSTION: "write it as docs/migration-file.md shows",
  TAB_AS_INDENT: "indent by spaces",
  TAG_RESOLVE_FAILED: "leave the tag out",
  MULTIPLE_DOCS: "write one document a file: leave out the --- between them",
  BLOCK_AS_IMPLICIT_KEY: "put text that has a colon and a blank in it in quotes",
  BAD_SCALAR_START: "put the text in quotes",
  BAD_ALIAS: "put text that begins with * or & in quotes",
};

const WHAT: Partial<Record<YAMLError["code"], string>> = {
  RESOURCE_EXHAUSTION: "it is nested too deeply",
  MULTIPLE_DOCS: "another document begins here",
  BLOCK_AS_IMPLICIT_KEY: "a map cannot begin in the line of another key",
  MULTILINE_IMPLICIT_KEY: "a key and its colon must be in one line",
};

type Source = { path: string; text: string; lines: LinePlaces };

/** One for each place: what follows from it at the same place is no news. */
function syntaxProblems(errors: readonly YAMLError[], source: Source): Problem[] {
  const byPlace = new Map<number, Problem>();
  for (const error of errors) {
    if (!byPlace.has(error.pos[0])) byPlace.set(error.pos[0], syntaxProblem(error, source));
  }
  return [...byPlace.values()];
}

function syntaxProblem(error: YAMLError, { path, text, lines }: Source): Problem {
  const { line, column } = lines(error.pos[0]);
  const written = text.split("\n", line)[line - 1] ?? "";
  const said = WHAT[error.code] ?? `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  const instead = insteadOf(error, written);
  return {
    file: path,
    line,
    column,
    key: "",
    what: `is not YAML: ${said}`,
    ...(instead === undefined ? {} : { instead }),
  };
}

function insteadOf({ code, message }: YAMLError, written: string): string | undefined {
  // In a flow map, or at the start of a value, YAML takes the braces for its own.
  if (/[:[,-]\s*\{(service|environment)\}/.test(written)) return "put {service} and {environment} in quotes";
  if (code === "BAD_INDENT") {
    const flow = message.startsWith("Flow");
    return flow ? "close the bracket, or indent what is in it" : "indent the keys of a map alike";
  }
  return INSTEAD[code] ?? (written.includes("\t") ? "indent by spaces" : undefined);
}
