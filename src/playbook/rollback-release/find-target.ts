import { UserError } from "../../errors.ts";
import { chooseTarget, type RollbackTarget } from "../../release/rollback-target.ts";
import type { Found } from "../deploy/find-situation.ts";
import type { BackPorts, BackRequest } from "./rollback-types.ts";

/**
 * The revision to go back to, told in the log.
 * @throws UserError where there is none
 */
export async function findTarget(
  { release, namespace, revision: wanted }: BackRequest,
  found: Found,
  { releases, log }: Pick<BackPorts, "releases" | "log">,
): Promise<RollbackTarget> {
  const read = (revision: number) => releases.read(release, namespace, revision);
  const chosen = await chooseTarget({ release, namespace, wanted }, found, read);
  if ("refusal" in chosen) throw new UserError(chosen.refusal);
  log.info(`Back to revision ${chosen.target.revision}: ${chosen.why}`);
  for (const each of chosen.passed) log.info(`Not to ${each}`);
  return chosen;
}
