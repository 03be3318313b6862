import { describeError } from "../../errors.ts";
import type { Helm, RollbackRequest } from "../../ports/helm.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import { stumblesOverDropped } from "../../release/helm-messages.ts";
import type { Release } from "../../release/release.ts";
import { allObjectsOf, type ManifestObject } from "../../workloads/objects.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import { attempt } from "./attempt.ts";
import { removeLeftovers } from "./clear-the-way.ts";
import { newestRevision } from "./newest-revision.ts";

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
  try {
    await helm.rollback(patient, stop);
  } catch (error) {
    if (stop.aborted) throw error;
    const tried = await newestRevision(request, ports);
    if (stumblesOverDropped(describeError(error))) {
      // That try has made a revision with the manifest to go back to: the next one compares with that, and finds all of it.
      log.info(`Helm stumbled over what revision ${left?.revision} drops and was not deleted yet: trying again`);
      await helm.rollback(patient, stop);
      await removeAdded(request, left, ports);
    } else if (tried?.status === "pending-rollback" && tried.revision !== left?.revision) {
      // Helm leaves it so when a hook of the rollback fails, and every deploy would stop there.
      log.warn(`A hook of the rollback failed: going back without hooks. ${describeError(error)}`);
      await helm.rollback({ ...patient, noHooks: true }, stop);
    } else throw error;
  }
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

/** Deletes what only the revision that was left has: the second try does not know of that one any more. */
async function removeAdded(request: RollbackRequest, left: Release | undefined, ports: Ports): Promise<void> {
  const { release, namespace, revision } = request;
  const target = await ports.releases.read(release, namespace, revision);
  if (left === undefined || target === undefined) return;
  const wanted = new Set(allObjectsOf(target.manifest, namespace).map(keyOf));
  const added = allObjectsOf(left.manifest, namespace).filter((object) => !wanted.has(keyOf(object)));
  const removed = await attempt(`delete what revision ${left.revision} has added`, ports.log, () =>
    ports.live.removeOwned(added, { release, namespace }),
  );
  if (removed !== undefined && removed.length > 0)
    ports.log.info(`Deleted what revision ${left.revision} has added: ${removed.join(", ")}`);
}

/** Another version of the same group is the same object. */
function keyOf({ apiVersion, kind, namespace, name }: ManifestObject): string {
  return `${apiVersion.replace(/\/?[^/]*$/, "")}/${kind}/${namespace}/${name}`;
}
