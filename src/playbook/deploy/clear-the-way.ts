import { describeError, UserError } from "../../errors.ts";
import { leftoverRuns, objectsMadeBy } from "../../release/made-objects.ts";
import type { Release } from "../../release/release.ts";
import { allObjectsOf } from "../../workloads/objects.ts";
import type { DeployPorts, DeployRequest } from "./deploy-types.ts";

/**
 * Removes a release that never was deployed, or whose uninstall somebody has begun, with all its revisions.
 * @param last its newest revision
 * @throws UserError when volume claims would go with it and `recover` does not allow that
 */
export async function removeRelease(
  request: DeployRequest,
  { last, stop }: { last: Release | undefined; stop: AbortSignal },
  ports: DeployPorts,
): Promise<void> {
  const { release, namespace, recover } = request;
  if (last !== undefined && last.status !== "uninstalling" && recover !== "auto-delete-volumes") {
    const claims = await ports.live.volumeClaims(objectsMadeBy("install", last));
    if (claims.length > 0) throw new UserError(volumesProblem(release, namespace, claims));
  }
  ports.log.info(
    `Uninstalling ${release}, which ${last?.status === "uninstalling" ? "was begun before" : "never was deployed"}`,
  );
  await uninstall(request, stop, ports);
  if (last === undefined) return;
  // Helm may end before: an install would take an object that is about to go for one that is there.
  await ports.live.untilGone(allObjectsOf(last.manifest, namespace), request.timeoutMs, stop);
  await removeLeftovers(last, ports);
}

async function uninstall(
  request: DeployRequest,
  stop: AbortSignal,
  { helm, releases, log }: DeployPorts,
): Promise<void> {
  try {
    await helm.uninstall(request, stop);
  } catch (error) {
    // When its wait is over Helm fails, with the release removed and objects still on their way out.
    const left = stop.aborted ? undefined : await releases.history(request.release, request.namespace);
    if (left?.length !== 0) throw error;
    log.info(`Helm did not wait for the end of all objects: ${describeError(error)}`);
  }
}

function volumesProblem(release: string, namespace: string, claims: readonly string[]): string {
  return `${release} never was deployed, and cleaning it up would delete volume claims that belong to its chart: ${claims.join(", ")}. Set recover: auto-delete-volumes to delete them with their data, or save what is in them and run\n  helm uninstall ${release} --namespace ${namespace}`;
}

/** Deletes what hooks of a revision that did not end well have left, where Helm would stumble over it. */
export async function removeLeftovers(last: Release, { live, log }: DeployPorts): Promise<void> {
  const removed = await live.removeRuns(leftoverRuns(last));
  for (const name of removed) log.info(`Deleted ${name}, which a hook of revision ${last.revision} has left`);
}
