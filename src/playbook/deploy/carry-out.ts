import { describeError } from "../../errors.ts";
import { leftIsInTheWay } from "../../release/helm-messages.ts";
import { newest, type Release } from "../../release/release.ts";
import { actionOf, type Way } from "../../release/way.ts";
import { removeLeftovers, removeRelease } from "./clear-the-way.ts";
import type { DeployPorts, DeployRequest, DeployResult, FailedAttempt } from "./deploy-types.ts";
import { failureOf } from "./failure.ts";
import type { Found } from "./find-situation.ts";
import { rollBack } from "./roll-back.ts";
import { type RollOut, rollOut } from "./roll-out.ts";

export type DeployJob = { request: DeployRequest; found: Found; way: Way; chartPath: string };
export type Outcome = Pick<DeployResult, "status" | "action" | "done" | "release" | "failures" | "error"> &
  Pick<RollOut, "seen">;

/** Goes the way that was chosen, to its end. Once `stop` fires nothing new is begun. */
export async function carryOut(job: DeployJob, ports: DeployPorts, stop: AbortSignal): Promise<Outcome> {
  const { way } = job;
  const done: string[] = [];
  await clearTheWay(job, { done, stop }, ports);
  const first = await deployOnce({ ...job, action: way.deploy }, { done, stop }, ports);
  const outcome: Outcome = {
    status: "deployed",
    action: actionOf(way),
    done,
    release: first.revision,
    failures: [],
    seen: first.seen,
  };
  const { failure } = first;
  if (failure === undefined) return outcome;
  const failed = { ...outcome, status: "failed" as const, failures: [failure] };
  if (stop.aborted) return { ...failed, error: failure.error };
  const after = { job, failed, failure, stop };
  if (way.otherwise === "reinstall" && mayHelp(first)) return reinstall(after, ports);
  if (typeof way.otherwise === "object" && hasLeft(job, first)) return goBack(after, way.otherwise.rollBackTo, ports);
  return { ...failed, error: failureOf(job.request, failure) };
}

type Progress = { done: string[]; stop: AbortSignal };

/** Brings what an earlier run has left into a state that Helm deploys over. */
async function clearTheWay(job: DeployJob, { done, stop }: Progress, ports: DeployPorts): Promise<void> {
  const { request, found, way } = job;
  const { situation } = found;
  if (situation.kind === "absent" || situation.kind === "deployed") return;
  const last = await ports.releases.read(request.release, request.namespace, situation.last.revision);
  if (way.first === "uninstall") {
    await removeRelease(request, { last, stop }, ports);
    done.push(`uninstalled what was left of revision ${situation.last.revision}`);
    return;
  }
  if (last !== undefined) await removeLeftovers(last, ports);
  if (way.first === "nothing") return;
  const { rollBackTo } = way.first;
  try {
    // Without waiting: the upgrade that follows replaces it, and waits itself.
    await rollBack({ ...request, revision: rollBackTo, wait: false }, ports, stop);
    done.push(`rolled back to revision ${rollBackTo}, the last that was deployed`);
  } catch (error) {
    if (stop.aborted) throw error;
    // It is failed now, no longer pending, and Helm upgrades over that.
    ports.log.warn(`The rollback to revision ${rollBackTo} failed; upgrading all the same. ${String(error)}`);
    done.push(`tried to roll back to revision ${rollBackTo}, the last that was deployed`);
  }
}

async function deployOnce(
  { request, chartPath, action }: DeployJob & { action: "install" | "upgrade" },
  { done, stop }: Progress,
  ports: DeployPorts,
): Promise<RollOut> {
  const { release, namespace } = request;
  const after = newest(await ports.releases.history(release, namespace))?.revision ?? 0;
  const verb = action === "install" ? "Installing" : "Upgrading";
  ports.log.info(`${verb} ${release} in ${namespace} with Helm ${ports.helm.version}`);
  const rolledOut = await rollOut({ request: { ...request, chartPath }, action, after }, ports, stop);
  const number = rolledOut.revision ? ` to revision ${rolledOut.revision.revision}` : "";
  if (rolledOut.failure) done.push(`${action}${number} failed`);
  else done.push(`${action === "install" ? "installed" : "upgraded"}${number}`);
  return rolledOut;
}

/** Whether a new install may end otherwise: not where Helm refused the chart or its values before it made anything. */
function mayHelp({ revision, failure }: RollOut): boolean {
  return revision !== undefined || leftIsInTheWay(String(failure?.error));
}

/** Whether the cluster may have something else now than the revision that once was deployed. */
function hasLeft({ found, way }: DeployJob, { revision }: RollOut): boolean {
  return revision !== undefined || (found.situation.kind === "failed" && way.first === "nothing");
}

/** What failed, and is to be put in order. */
type AfterFailure = { job: DeployJob; failed: Outcome; failure: FailedAttempt; stop: AbortSignal };

/** The release never was deployed, and an upgrade over what is left does not work: begins anew, once. */
async function reinstall({ job, failed, failure, stop }: AfterFailure, ports: DeployPorts): Promise<Outcome> {
  const { request } = job;
  const done = [...failed.done];
  const last = failure.revision ?? (await lastOf(job, ports));
  ports.log.info(`${describeFirst(failure)}. Beginning anew, since ${request.release} never was deployed`);
  try {
    await removeRelease(request, { last, stop }, ports);
  } catch (error) {
    return { ...failed, error: failureOf(request, failure, { cleanUp: error }) };
  }
  done.push("uninstalled it, since it never was deployed");
  const second = await deployOnce({ ...job, action: "install" }, { done, stop }, ports);
  const outcome: Outcome = {
    ...failed,
    status: second.failure ? "failed" : "deployed",
    action: "recovered-install",
    done,
    release: second.revision,
    failures: second.failure ? [failure, second.failure] : [failure],
    seen: second.seen,
  };
  return second.failure ? { ...outcome, error: failureOf(request, second.failure) } : outcome;
}

async function goBack(
  { job, failed, failure, stop }: AfterFailure,
  revision: number,
  ports: DeployPorts,
): Promise<Outcome> {
  const { request } = job;
  try {
    const release = await rollBack({ ...request, revision, wait: true }, ports, stop);
    const done = [...failed.done, `rolled back to revision ${revision}, as revision ${release?.revision ?? "?"}`];
    const error = failureOf(request, failure, { rolledBackTo: revision });
    return { ...failed, status: "rolled-back", done, release, error };
  } catch (error) {
    const done = [...failed.done, `the rollback to revision ${revision} failed`];
    return { ...failed, done, error: failureOf(request, failure, { rollback: error }) };
  }
}

async function lastOf({ request, found }: DeployJob, { releases }: DeployPorts): Promise<Release | undefined> {
  const last = newest(found.history);
  return last && releases.read(request.release, request.namespace, last.revision);
}

function describeFirst({ findings, error }: FailedAttempt): string {
  return findings[0]?.problem ?? describeError(error);
}
