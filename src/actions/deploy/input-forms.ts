import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { nearest } from "../../advice/nearest.ts";

/** Reads `true` or `false` as YAML writes them. */
export function booleanInput(io: ActionsIo, name: string, problems: string[]): boolean {
  const text = io.input(name);
  if (!/^(true|false)$/i.test(text)) problems.push(`${name}: "${text}" is neither true nor false`);
  return /^true$/i.test(text);
}

/** Reads one of several words. */
export function choiceInput<T extends string>(
  io: ActionsIo,
  name: string,
  { choices, problems }: { choices: readonly [T, ...T[]]; problems: string[] },
): T {
  const text = io.input(name);
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    const meant = nearest(text, choices);
    problems.push(`${name}: "${text}" is none of ${choices.join(", ")}${meant ? `; did you mean ${meant}?` : ""}`);
  }
  return found ?? choices[0];
}

/** Splits lines of `key=value`. */
export function pairs(name: string, lines: readonly string[], problems: string[]): [string, string][] {
  return lines.flatMap((line): [string, string][] => {
    const at = line.indexOf("=");
    if (at < 1) {
      problems.push(`${name}: "${line}" is not key=value; write one a line, such as team=shop`);
      return [];
    }
    return [[line.slice(0, at), line.slice(at + 1)]];
  });
}
