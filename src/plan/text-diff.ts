import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";
import { stringify } from "yaml";
import type { JsonMap } from "./kube-object.ts";

const CONTEXT_LINES = 3;
const LINES = 200;
const LINE_CHARACTERS = 1000;
/** Above it the time grows with the square of it, and nobody reads such a diff. */
const MOST_EDITS = 1500;

/**
 * A unified diff of two objects as YAML, without file headers; bounded.
 * @param hide takes out what must not be shown, while the text is still whole
 */
export function objectDiff(
  before: JsonMap | undefined,
  after: JsonMap | undefined,
  hide: (text: string) => string,
): string {
  return bounded(hide(lineDiff(yamlOf(before), yamlOf(after))));
}

function yamlOf(object: JsonMap | undefined): string {
  if (object === undefined) return "";
  // No line is folded, since what is hidden line by line would not be found; 1.1, since Helm would read `on` as true.
  return stringify(object, { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false, version: "1.1" });
}

function lineDiff(before: string, after: string): string {
  const options = { context: CONTEXT_LINES, maxEditLength: MOST_EDITS };
  const patch = structuredPatch("", "", before, after, "", "", options);
  if (patch !== undefined) return formatPatch(patch, OMIT_HEADERS).trimEnd();
  const all = (text: string, sign: string) => text.trimEnd().replace(/^/gm, sign);
  return `${all(before, "-")}\n${all(after, "+")}`;
}

function bounded(diff: string): string {
  const lines = diff === "" ? [] : diff.split("\n");
  const shown = lines.slice(0, LINES).map((line) => {
    const more = line.length - LINE_CHARACTERS;
    return more > 0 ? `${line.slice(0, LINE_CHARACTERS)}… (${more} more characters)` : line;
  });
  const left = lines.length - LINES;
  return [...shown, ...(left > 0 ? [`… ${left} more lines`] : [])].join("\n");
}
