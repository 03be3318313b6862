import type * as z from "zod";
import { issueProblems } from "./issue-problems.ts";
import type { Problem } from "./problem.ts";
import { at, type KeyPath, plain, type Written } from "./written.ts";

/** What a schema says of a value: all that is wrong, and which keys it lacks. `value` where it lacks and breaks nothing. */
export type Checked<T> = { value?: T; problems: Problem[]; missing: KeyPath[] };

/**
 * Holds what is merged against a schema. Keys that are not there are told apart from problems where they may be written
 * in another place too: above the first list. Keys that the schema does not know are passed over, since each file was held
 * against its own schema before.
 */
export function checkWritten<T>(schema: z.ZodType<T>, written: Written): Checked<T> {
  const result = schema.safeParse(plain(written));
  if (result.success) return { value: result.data, problems: [], missing: [] };
  const { issues } = result.error;
  const lacks = (path: KeyPath) => path.every((step) => typeof step === "string") && at(written, path) === undefined;
  return {
    missing: issues.map(({ path }) => path as KeyPath).filter(lacks),
    problems: issues
      .filter(({ code, path }) => code !== "unrecognized_keys" && !lacks(path as KeyPath))
      .flatMap((issue) => issueProblems(issue, { schema, written })),
  };
}
