import type { DeployRecord } from "../../release/deploy-record.ts";
import { code } from "./markdown.ts";

/** The commit that something was deployed from, linked to the run that did it. */
export function deployedFrom(record: DeployRecord | undefined): string {
  if (record === undefined) return "not known";
  const { git, run } = record;
  const text = git.commit === "" ? "not known" : code(git.commit.slice(0, 12));
  return run.url === "" ? text : `${text} ([its run](${run.url})${run.actor === "" ? "" : ` by ${run.actor}`})`;
}
