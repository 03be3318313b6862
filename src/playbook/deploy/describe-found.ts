import { UserError } from "../../errors.ts";
import type { Lease } from "../../ports/leases.ts";
import { newest } from "../../release/release.ts";
import { chooseWay, type Way } from "../../release/way.ts";
import type { DeployRequest } from "./deploy-types.ts";
import type { Found } from "./find-situation.ts";

/** What there is of a release, in words. */
export function describeFound({ situation, history }: Found, dead: Lease | undefined): string {
  const kept = newest(history);
  if (situation.kind === "absent")
    return kept ? `no release (revision ${kept.revision} was uninstalled, its history kept)` : "no release";
  const { revision, status } = situation.last;
  const left = situation.kind === "pending" || situation.kind === "uninstalling";
  const by = left && dead ? `, left by a run that died (${dead.runUrl || dead.holder})` : "";
  return `revision ${revision}, ${status}${by}`;
}

/**
 * The way to go about what was found.
 * @param text says what that is
 * @throws UserError where there is none
 */
export function chosenWay(request: DeployRequest, { situation }: Found, text: string): Way {
  const way = chooseWay(situation, request);
  if ("refusal" in way) throw new UserError(`${text}. ${way.refusal}`);
  return way;
}
