import { UserError } from "../errors.ts";

/** Where something is written. Lines and columns count from 1. */
export type Place = { file: string; line: number; column: number };

/** One thing that is wrong with the migration file. `file`, `line` and `column` are as GitHub annotations take them. */
export type Problem = Place & {
  /** Where in the file's own keys, such as `services.orders.records[0].target`. Empty when the file as a whole is meant. */
  key: string;
  /** What is wrong: `"ingres" is none of ingress, http-route`. */
  what: string;
  /** What to write instead: `did you mean ingress?` */
  instead?: string;
};

/** `.github/k8s-migrate.yml:31` */
export function placeText({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** A problem as one line of a log: `path:line:column: key: what; what to write instead`. */
export function problemLine({ file, line, column, key, what, instead }: Problem): string {
  const text = instead === undefined ? what : `${what}; ${instead}`;
  return `${file}:${line}:${column}: ${key === "" ? "" : `${key}: `}${text}`;
}

/** All problems as one error, or `undefined` where there is none. */
export function problemsError(problems: readonly Problem[]): UserError | undefined {
  return UserError.fromProblems("The migration file cannot be used:", problems.map(problemLine));
}

/** In the order of the files, each line once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const byLine = new Map(problems.map((problem) => [problemLine(problem), problem]));
  return [...byLine.values()].toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
