import { describeError } from "../../errors.ts";
import { leftIsInTheWay } from "../../release/helm-messages.ts";
import { newest, type Revision } from "../../release/release.ts";
import { actionOf, type Way } from "../../release/way.ts";
import { planIfPossible } from "../plan/tell-plan.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import { backFirst } from "./back-first.ts";
import { removeLeftovers, removeRelease } from "./clear-the-way.ts";
import type { DeployPorts, DeployRequest, DeployResult, FailedAttempt } from "./deploy-types.ts";
import { failureOf, stoppedEarly } from "./failure.ts";
import type { Found } from "./find-situation.ts";
import { newestRevision, revisionsBefore } from "./newest-revision.ts";
import { planDeploy } from "./plan-deploy.ts";
import { rollBack } from "./roll-back.ts";
import { type RollOut, rollOut } from "./roll-out.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { storeFlags } from "./store-flags.ts";

export type DeployJob = {
  request: DeployRequest;
  found: Found;
  way: Way;
  flags: SuspendFlags;
  chartPath: string;
  timed: Stopwatch;
};
export type Outcome = Pick<
  DeployResult,
  "status" | "action" | "done" | "release" | "plan" | "failures" | "rolledBackTo" | "error"
> &
  Pick<RollOut, "seen">;

/** Goes the way that was chosen, to its end. Once `stop` fires nothing new is begun. */
export async function carryOut(given: DeployJob, ports: DeployPorts, stop: AbortSignal): Promise<Outcome> {
  const { situation } = given.found;
  const target = { ...given.request, chartPath: given.chartPath };
  const job = { ...given, way: await backFirst({ request: target, situation, way: given.way }, ports, stop) };
  const { request, way, flags } = job;
  const done: string[] = [];
  if (situation.kind !== "absent" && situation.kind !== "deployed") {
    const { last } = situation;
    await job.timed("recovery", () => clearTheWay({ ...job, last }, { done, stop }, ports));
  }
  const there = await revisionsBefore(request, ports);
  const before = way.deploy === "install" ? { ...there, compared: undefined } : there;
  const planned = await job.timed("plan", () =>
    planIfPossible("deploy", ports.log, () => planDeploy({ request: target, before, flags, stop }, ports)),
  );
  const plan = planned?.plan;
  if (stop.aborted) return stoppedBefore(job, { done, release: there.newest }, stop);
  // What was recovered has not been waited for.
  if (request.skipUnchanged && planned?.isUnchanged && way.first === "nothing") {
    const unchanged = {
      done: ["nothing: the release is as it shall be"],
      release: before.compared,
      plan,
      failures: [],
    };
    return { status: "unchanged", action: actionOf(way), ...unchanged, seen: new Map() };
  }
  await storeFlags(before.compared, flags, ports);
  const postRender = planned === undefined || planned.hasCronJobs;
  const first = await deployOnce({ ...job, action: way.deploy, postRender }, { done, stop }, ports);
  const outcome: Outcome = {
    status: "deployed",
    action: actionOf(way),
    done,
    release: first.revision,
    plan,
    failures: [],
    seen: first.seen,
  };
  const { failure } = first;
  if (failure === undefined) return outcome;
  const failed = { ...outcome, status: "failed" as const, failures: [failure] };
  if (stop.aborted) return { ...failed, error: failure.error };
  if (first.overtaken) return { ...failed, error: failureOf(job.request, failure, { overtaken: true }) };
  const after = { job, failed, failure, stop };
  if (way.otherwise !== "keep" && !(await isOurs(job, first, ports))) {
    return { ...failed, error: failureOf(job.request, failure, { overtaken: true }) };
  }
  if (way.otherwise === "reinstall" && mayHelp(first)) return reinstall(after, ports);
  if (typeof way.otherwise === "object" && hasLeft(job, first)) return goBack(after, way.otherwise.rollBackTo, ports);
  return { ...failed, error: failureOf(job.request, failure) };
}

/** Nothing was begun but a recovery. */
function stoppedBefore(
  { request, way }: DeployJob,
  { done, release }: Pick<Outcome, "done" | "release">,
  stop: AbortSignal,
): Outcome {
  const error = stoppedEarly(request, stop);
  return { status: "failed", action: actionOf(way), done, release, failures: [], seen: new Map(), error };
}

type Progress = { done: string[]; stop: AbortSignal };

/** Brings what an earlier run has left into a state that Helm deploys over. */
async function clearTheWay(
  job: DeployJob & { last: Revision },
  { done, stop }: Progress,
  ports: DeployPorts,
): Promise<void> {
  const { request, way, flags } = job;
  const last = await ports.releases.read(request.release, request.namespace, job.last.revision);
  if (last !== undefined) await flags.remember(last.manifest);
  if (way.first === "uninstall") {
    await removeRelease(request, { last, stop }, ports);
    done.push(`uninstalled what was left of revision ${job.last.revision}`);
    return;
  }
  if (last !== undefined && request.recover !== "never") await removeLeftovers(last, ports, stop);
  if (way.first === "nothing") return;
  const { rollBackTo } = way.first;
  try {
    // Without waiting: the upgrade that follows replaces it, and waits itself.
    await rollBack({ ...request, revision: rollBackTo, wait: false, flags }, ports, stop);
    done.push(`rolled back to revision ${rollBackTo}, the last that was deployed`);
  } catch (error) {
    if (stop.aborted) throw error;
    // It is failed now, mostly, and no longer pending: Helm upgrades over that.
    ports.log.warn(`The rollback to revision ${rollBackTo} failed; upgrading all the same. ${describeError(error)}`);
    done.push(`tried to roll back to revision ${rollBackTo}, the last that was deployed`);
  }
}

async function deployOnce(
  { request, chartPath, timed, flags, action, postRender }: DeployJob & { action: Way["deploy"]; postRender: boolean },
  { done, stop }: Progress,
  ports: DeployPorts,
): Promise<RollOut> {
  const { release, namespace } = request;
  const after = newest(await ports.releases.history(release, namespace))?.revision ?? 0;
  const verb = action === "install" ? "Installing" : "Upgrading";
  ports.log.info(`${verb} ${release} in ${namespace} with Helm ${ports.helm.version}`);
  const rolledOut = await timed("rollout", () =>
    rollOut(
      { request: { ...request, chartPath, postRender: postRender ? flags.applied : undefined }, action, after },
      ports,
      stop,
    ),
  );
  const number = rolledOut.revision ? ` to revision ${rolledOut.revision.revision}` : "";
  if (rolledOut.failure) done.push(`${action}${number} failed`);
  else done.push(`${action === "install" ? "installed" : "upgraded"}${number}`);
  return rolledOut;
}

/** Whether a new install may end otherwise: not where Helm refused the chart or its values, nor where an image is not to be had. */
function mayHelp({ revision, failure }: RollOut): boolean {
  if (failure === undefined) return false;
  if (leftIsInTheWay(describeError(failure.error))) return true;
  const kind = failure.findings[0]?.kind;
  return revision !== undefined && kind !== "image-name-invalid" && kind !== "image-not-found";
}

/** Whether nobody has worked on the release since that failure: only then it is this run's to put in order. */
async function isOurs({ request }: DeployJob, { after, revision }: RollOut, ports: DeployPorts): Promise<boolean> {
  const last = newest(await ports.releases.history(request.release, request.namespace));
  if (revision === undefined) return (last?.revision ?? 0) === after;
  return last?.revision === revision.revision && last.status !== "deployed";
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
  const last = failure.revision ?? (await newestRevision(request, ports));
  ports.log.info(`${describeFirst(failure)}. Beginning anew, since ${request.release} never was deployed`);
  try {
    await job.timed("recovery", () => removeRelease(request, { last, stop }, ports));
  } catch (error) {
    const release = await newestRevision(request, ports);
    return { ...failed, release, error: failureOf(request, failure, { cleanUp: error }) };
  }
  done.push("uninstalled it, since it never was deployed");
  const second = await deployOnce({ ...job, action: "install", postRender: true }, { done, stop }, ports);
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
    const target = { ...request, revision, wait: true, flags: job.flags };
    const release = await job.timed("rollback", () => rollBack(target, ports, stop));
    const done = [...failed.done, `rolled back to revision ${revision}, as revision ${release?.revision ?? "?"}`];
    const error = failureOf(request, failure, { rolledBackTo: revision });
    return { ...failed, status: "rolled-back", rolledBackTo: revision, done, release, error };
  } catch (error) {
    const done = [...failed.done, `the rollback to revision ${revision} failed`];
    const release = await newestRevision(request, ports);
    return { ...failed, done, release, error: failureOf(request, failure, { rollback: error }) };
  }
}

function describeFirst({ findings, error }: FailedAttempt): string {
  return findings[0]?.problem ?? describeError(error);
}
