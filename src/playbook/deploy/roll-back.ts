import { describeError } from "../../errors.ts";
import type { Helm, RollbackRequest } from "../../ports/helm.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import { stumblesOverDropped } from "../../release/helm-messages.ts";
import type { Release } from "../../release/release.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import { attempt } from "./attempt.ts";
import { removeLeftovers } from "./clear-the-way.ts";
import { newestRevision } from "./newest-revision.ts";
import { revisionsSinceGood } from "./since-good.ts";
import { removeAdded, takeBackFields } from "./take-back.ts";

/** A timeout that was short on purpose, for the deploy, must not leave the rollback half done. */
const SHORTEST_MS = 60_000;

type Ports = { helm: Helm; releases: Releases; live: LiveObjects; log: Log };

/** A rollback, and the flags that the CronJobs shall have after it. */
export type RollBackRequest = RollbackRequest & { flags: SuspendFlags };

/**
 * Takes a release back to a revision that once was deployed. The one place that does so.
 * @returns the revision that this has made
 * @throws OutsideError when Helm does not get there
 */
export async function rollBack(
  { flags, ...request }: RollBackRequest,
  ports: Ports,
  stop: AbortSignal,
): Promise<Release | undefined> {
  const { release, revision } = request;
  const { helm, log } = ports;
  const patient = { ...request, timeoutMs: Math.max(request.timeoutMs, SHORTEST_MS) };
  log.info(`Rolling ${release} back to revision ${revision}`);
  const left = await newestRevision(request, ports);
  if (stop.aborted) throw stop.reason;
  await setFlags(request, flags, ports);
  // Helm compares with the newest one, and so takes away what that has added, but not what those before it have.
  let unseen = (await revisionsSinceGood(request, ports)).filter((each) => each.revision !== left?.revision);
  await takeBackFields(request, unseen, ports);
  try {
    await helm.rollback(patient, stop);
  } catch (error) {
    if (stop.aborted) throw error;
    const tried = await newestRevision(request, ports);
    if (stumblesOverDropped(describeError(error))) {
      // That try has made a revision with the manifest to go back to: the next one compares with that, and finds all of it.
      log.info(`Helm stumbled over what revision ${left?.revision} drops and was not deleted yet: trying again`);
      if (left !== undefined) unseen = [left, ...unseen];
      await takeBackFields(request, unseen, ports);
      await helm.rollback(patient, stop);
    } else if (tried?.status === "pending-rollback" && tried.revision !== left?.revision) {
      // Helm leaves it so when a hook of the rollback fails, and every deploy would stop there.
      log.warn(`A hook of the rollback failed: going back without hooks. ${describeError(error)}`);
      await helm.rollback({ ...patient, noHooks: true }, stop);
    } else throw error;
  }
  await removeAdded(request, unseen, ports);
  // What failed is no longer what is deployed: nobody will look at its runs again, and Helm would stumble over them.
  if (left !== undefined)
    await attempt("delete what its hooks have left", log, () => removeLeftovers(left, ports, stop));
  return newestRevision(request, ports);
}

/**
 * Helm applies the manifest of that revision as it is stored, and takes no post-renderer: the suspend flags go into that.
 * https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
async function setFlags(
  { release, namespace, revision }: RollbackRequest,
  flags: SuspendFlags,
  { releases }: Ports,
): Promise<void> {
  const target = await releases.read(release, namespace, revision);
  if (target === undefined) return;
  const manifest = await flags.applied(target.manifest);
  if (manifest !== target.manifest) await releases.rewriteManifest(target, manifest);
}
