import type { HelmTarget } from "../../ports/helm.ts";
import { leaseNameFor } from "../../release/lease-name.ts";
import type { Revision } from "../../release/release.ts";
import { isPending } from "../../release/situation.ts";
import type { OnFailure } from "../../release/way.ts";
import { takeLease } from "../hold-lease.ts";
import type { DeployPorts } from "./deploy-types.ts";
import { readSituation } from "./find-situation.ts";
import { rollBack } from "./roll-back.ts";

/** A run of deploy that ended before it could put its release in order. */
export type UnfinishedDeploy = HelmTarget & {
  holder: string;
  runUrl: string;
  /** When it began, RFC 3339: what changed before is not its doing. */
  startedAt: string;
  timeoutMs: number;
  historyMax: number;
  onFailure: OnFailure;
};

type Ports = Pick<DeployPorts, "helm" | "releases" | "live" | "leases" | "log" | "clock">;

/**
 * Brings the release of a run that was cancelled or killed back to the last revision that was deployed. For the post step:
 * the run's process has ended by then, so that its Lease need not be waited out. What never was deployed is left to the next
 * deploy, which cleans up; so is a release that another run works on by now.
 * @returns what was done, in one sentence; `undefined` when there was nothing to do
 */
export async function bringBack(
  unfinished: UnfinishedDeploy,
  ports: Ports,
  cancelled: AbortSignal,
): Promise<string | undefined> {
  const { situation } = await readSituation(unfinished, ports);
  if (situation.kind === "absent" || !isOurs(unfinished, situation.last)) return undefined;
  if (situation.kind === "deployed") return undefined;
  const { release, namespace, holder, runUrl, onFailure } = unfinished;
  const { revision, status } = situation.last;
  const lastGood = situation.kind === "uninstalling" ? undefined : situation.lastGood;
  const left = `${release} is left at revision ${revision}, ${status}: the next deploy goes on from there`;
  // Its Lease, which nobody renews any more, then tells the next deploy that the run is dead.
  if (isPending(status) && (lastGood === undefined || onFailure === "keep")) return left;

  const wanted = { namespace, name: leaseNameFor(release), holder: `${holder} post`, runUrl, waitMs: 0, dead: holder };
  const taken = await takeLease(wanted, ports, cancelled);
  if (taken.state === "busy") return `Another run works on ${release} by now: ${taken.by.runUrl || taken.by.holder}`;
  const lease = taken.state === "held" ? taken.lease : undefined;
  let inOrder = status === "failed";
  try {
    const now = (await readSituation(unfinished, ports)).situation;
    if (!("last" in now) || now.last.revision !== revision || now.last.status !== status) {
      inOrder = true;
      return `Another run has worked on ${release} since`;
    }
    if (lastGood === undefined || onFailure === "keep") return left;
    const stop = lease ? AbortSignal.any([cancelled, lease.lost]) : cancelled;
    await rollBack({ ...unfinished, revision: lastGood, wait: true }, ports, stop);
    inOrder = true;
    return `This run ended before its deploy did: ${release} was ${status}, and was rolled back to revision ${lastGood}`;
  } finally {
    await (inOrder ? lease?.release() : lease?.abandon());
  }
}

function isOurs({ startedAt }: UnfinishedDeploy, { changedAt }: Revision): boolean {
  // Helm writes whole seconds.
  return Date.parse(changedAt) >= Date.parse(startedAt) - 1000;
}
