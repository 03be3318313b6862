import type { CronJobPolicy } from "../../cronjobs/policy.ts";
import type { HelmTarget } from "../../ports/helm.ts";
import { leaseNameFor } from "../../release/lease-name.ts";
import { isPending } from "../../release/situation.ts";
import type { OnFailure } from "../../release/way.ts";
import { takeLease } from "../hold-lease.ts";
import { suspendFlags } from "../suspend-flags.ts";
import type { DeployPorts } from "./deploy-types.ts";
import { readSituation } from "./find-situation.ts";
import { rollBack } from "./roll-back.ts";

/** A run of deploy that ended before it could put its release in order. */
export type UnfinishedDeploy = HelmTarget & {
  holder: string;
  runUrl: string;
  /** The newest revision before: what is not above it is not its doing. */
  above: number;
  timeoutMs: number;
  historyMax: number;
  onFailure: OnFailure;
  cronjobPolicy: CronJobPolicy;
};

/** In one sentence, and whether it was rolled back. */
export type BroughtBack = { said: string; rolledBack: boolean };

type Ports = Pick<DeployPorts, "helm" | "releases" | "live" | "cronJobs" | "leases" | "log" | "clock">;

/**
 * Brings the release of a run that was cancelled or killed back to the last revision that was deployed. For the post step:
 * the run's process has ended by then, so that its Lease need not be waited out. What never was deployed is left to the next
 * deploy, which cleans up; so is a release that another run works on by now.
 * @returns what was done; `undefined` when there was nothing to do
 */
export async function bringBack(
  unfinished: UnfinishedDeploy,
  ports: Ports,
  cancelled: AbortSignal,
): Promise<BroughtBack | undefined> {
  const { situation } = await readSituation(unfinished, ports);
  if (situation.kind === "absent" || situation.last.revision <= unfinished.above) return undefined;
  if (situation.kind === "deployed") return undefined;
  const { release, namespace, holder, runUrl, onFailure } = unfinished;
  const { revision, status } = situation.last;
  const lastGood =
    situation.kind !== "uninstalling" && typeof situation.lastGood === "number" ? situation.lastGood : undefined;
  const left = (said: string): BroughtBack => ({ said, rolledBack: false });
  const asItIs = left(`${release} is left at revision ${revision}, ${status}: the next deploy goes on from there`);
  // Its Lease, which nobody renews any more, then tells the next deploy that the run is dead.
  if (isPending(status) && (lastGood === undefined || onFailure === "keep")) return asItIs;

  const wanted = { namespace, name: leaseNameFor(release), holder: `${holder} post`, runUrl, waitMs: 0, dead: holder };
  const taken = await takeLease(wanted, ports, cancelled);
  if (taken.state === "busy")
    return left(`Somebody else works on ${release} by now: ${taken.by.runUrl || taken.by.holder}`);
  // Nothing tells then whether somebody else is at work by now.
  if (taken.state === "forbidden") return asItIs;
  const { lease } = taken;
  let inOrder = status === "failed";
  try {
    const now = (await readSituation(unfinished, ports)).situation;
    const isSame = "last" in now && now.last.revision === revision && now.last.status === status;
    if (!isSame || lease.deadHolder?.holder !== holder) {
      inOrder = true;
      return left(`Another run has worked on ${release} since`);
    }
    if (lastGood === undefined || onFailure === "keep") return asItIs;
    inOrder = false;
    const stop = AbortSignal.any([cancelled, lease.lost]);
    const flags = suspendFlags({ namespace, policy: unfinished.cronjobPolicy }, ports);
    await rollBack({ ...unfinished, revision: lastGood, wait: true, flags }, ports, stop);
    inOrder = true;
    const said = `This run ended before its deploy did: ${release} was ${status}, and was rolled back to revision ${lastGood}`;
    return { said, rolledBack: true };
  } finally {
    await (inOrder ? lease.release() : lease.abandon());
  }
}
