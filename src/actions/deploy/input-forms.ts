import type { ActionsIo } from "../../adapters/github/actions-io.ts";

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
  if (found === undefined) problems.push(`${name}: "${text}" is none of ${choices.join(", ")}`);
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

/** Inputs that are named already, but do nothing yet, with the values that mean "as now". */
const NOT_YET: Record<string, { allowed: readonly string[]; now: string }> = {
  "cronjob-policy": { allowed: [""], now: "CronJobs are as the chart says" },
  "skip-unchanged": { allowed: ["", "false"], now: "each run makes a revision" },
  "dry-run": { allowed: ["", "false"], now: "each run deploys" },
};

/** An input that is not supported yet is refused, never ignored. */
export function refuseUnsupported(io: ActionsIo, problems: string[]): void {
  for (const [name, { allowed, now }] of Object.entries(NOT_YET)) {
    if (!allowed.includes(io.input(name))) {
      problems.push(`${name}: "${io.input(name)}" is not supported yet in this version (${now}); leave it out`);
    }
  }
}
