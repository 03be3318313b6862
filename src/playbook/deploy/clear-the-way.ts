import { describeError, UserError } from "../../errors.ts";
import { dataHolders } from "../../release/data-holders.ts";
import { leftoverRuns } from "../../release/made-objects.ts";
import type { Release } from "../../release/release.ts";
import { allObjectsOf, objectsOf } from "../../workloads/objects.ts";
import type { DeployPorts, DeployRequest } from "./deploy-types.ts";

/**
 * Removes a release that never was deployed, or whose uninstall somebody has begun, with all its revisions.
 * @param last its newest revision
 * @throws UserError when what holds data would go with it and `recover` does not allow that
 */
export async function removeRelease(
  request: DeployRequest,
  { last, stop }: { last: Release | undefined; stop: AbortSignal },
  ports: DeployPorts,
): Promise<void> {
  const { release, namespace, recover } = request;
  const { live, log } = ports;
  if (last !== undefined && last.status !== "uninstalling" && recover !== "auto-delete-volumes") {
    const claims = await live.volumeClaims(objectsOf(last.manifest, namespace));
    const holders = [...claims.map((name) => `PersistentVolumeClaim ${name}`), ...dataHolders(last.manifest)];
    if (holders.length > 0) throw new UserError(dataProblem(release, namespace, holders));
  }
  log.info(
    `Uninstalling ${release}, which ${last?.status === "uninstalling" ? "was begun before" : "never was deployed"}`,
  );
  if (last !== undefined) await removeLeftovers(last, ports, stop);
  await uninstall(request, stop, ports);
  // Helm may end before: an install would take an object that is about to go for one that is there.
  if (last !== undefined) await live.untilGone(allObjectsOf(last.manifest, namespace), request.timeoutMs, stop);
}

async function uninstall(
  request: DeployRequest,
  stop: AbortSignal,
  { helm, releases, log }: DeployPorts,
): Promise<void> {
  const isGone = async () => (await releases.history(request.release, request.namespace)).length === 0;
  try {
    await helm.uninstall(request, stop);
  } catch (error) {
    if (stop.aborted) throw error;
    if (await isGone()) {
      // When its wait is over Helm fails, with the release removed and objects still on their way out.
      log.info(`Helm did not wait for the end of all objects: ${describeError(error)}`);
      return;
    }
    // A hook before the deletion may need what never came up, and would fail each time.
    log.warn(`The uninstall failed: trying without hooks. ${describeError(error)}`);
    await helm.uninstall({ ...request, noHooks: true }, stop);
  }
}

function dataProblem(release: string, namespace: string, holders: readonly string[]): string {
  return `${release} never was deployed, and cleaning it up would delete what may hold data: ${holders.join(", ")}. Set recover: auto-delete-volumes to delete it, or save what is in it and run\n  helm uninstall ${release} --namespace ${namespace}`;
}

/** Deletes what hooks of a revision that did not end well have left, where Helm would stumble over it. */
export async function removeLeftovers(
  last: Release,
  { live, log }: Pick<DeployPorts, "live" | "log">,
  stop: AbortSignal,
): Promise<void> {
  const removed = await live.removeRuns(leftoverRuns(last), stop);
  for (const name of removed) log.info(`Deleted ${name}, which a hook of revision ${last.revision} has left`);
}
