import { describeError } from "../../errors.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import { findings } from "../../evidence/findings.ts";
import type { UpgradeRequest } from "../../ports/helm.ts";
import { isAboutWaiting, isAnotherAtWork } from "../../release/helm-messages.ts";
import { objectsMadeBy } from "../../release/made-objects.ts";
import { newest, type Release } from "../../release/release.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts, FailedAttempt } from "./deploy-types.ts";
import { stoppedEarly } from "./failure.ts";
import { watchRollout } from "./watch-rollout.ts";

export type RollOut = {
  /** The newest revision before; 0 when there was none. */
  after: number;
  /** The newest revision, when it is newer than what was there before. */
  revision: Release | undefined;
  failure: FailedAttempt | undefined;
  /** Whether somebody else was at work at the same time: then nothing of it is ours to put in order. */
  overtaken: boolean;
  /** The ready counts that the log has told: see `progressLines`. */
  seen: Map<string, string>;
};

/**
 * One run of Helm: starts it, follows it, stops it when it cannot succeed any more, and reads back what it made. Of a failure
 * it collects the evidence before anybody cleans up.
 * @param after the newest revision before; 0 when there was none
 * @param stop fires when the run shall end; then nothing is collected
 */
export async function rollOut(
  { request, action, after }: { request: UpgradeRequest; action: "install" | "upgrade"; after: number },
  ports: DeployPorts,
  stop: AbortSignal,
): Promise<RollOut> {
  const { release, namespace } = request;
  const [ended, doomed] = [new AbortController(), new AbortController()];
  const seen = new Map<string, string>();
  let finding: Finding | undefined;
  const watching = watchRollout(
    {
      release,
      namespace,
      action,
      after,
      signal: ended.signal,
      seen,
      onDoomed(found) {
        finding = found;
        ports.log.info(`${found.problem}. This cannot heal by itself: Helm is stopped`);
        doomed.abort();
      },
    },
    ports,
  );
  let helm: { revision: number | undefined } | { error: unknown };
  try {
    helm = await ports.helm.upgradeInstall(request, AbortSignal.any([stop, doomed.signal]));
  } catch (error) {
    helm = { error };
  }
  ended.abort();
  const ofHooks = await watching;
  if (stop.aborted) {
    // A moment is left for this, and not for more.
    const left = await attempt("read what it has left", ports.log, () => newerThan(after, request, ports));
    const failure = {
      revision: left,
      error: stoppedEarly(request, stop),
      findings: [],
      evidence: [],
      stoppedByUs: true,
    };
    return { after, revision: left, failure, overtaken: false, seen };
  }

  const revision = await newerThan(after, request, ports);
  const overtakenBy = "error" in helm ? meanwhile(helm.error, revision) : notOurs(helm.revision, revision);
  const failed = overtakenBy ?? ("error" in helm ? helm.error : undefined);
  if (failed === undefined) return { after, revision, failure: undefined, overtaken: false, seen };
  const evidence =
    revision === undefined || overtakenBy ? [] : await collect({ action, revision, ofHooks, error: failed }, ports);
  const all = isAboutWaiting(describeError(failed)) ? findings(evidence) : [];
  return {
    after,
    revision,
    failure: {
      revision,
      error: failed,
      evidence,
      findings: finding ? withFirst(finding, all) : all,
      stoppedByUs: doomed.signal.aborted,
    },
    overtaken: overtakenBy !== undefined,
    seen,
  };
}

/** The newest revision, when it is newer than that one. */
async function newerThan(
  after: number,
  { release, namespace }: UpgradeRequest,
  { releases }: DeployPorts,
): Promise<Release | undefined> {
  const last = newest(await releases.history(release, namespace));
  if (last === undefined || last.revision <= after) return undefined;
  return releases.read(release, namespace, last.revision);
}

async function collect(
  made: { action: "install" | "upgrade"; revision: Release; ofHooks: ObjectFacts[]; error: unknown },
  { evidence, log }: DeployPorts,
): Promise<ObjectFacts[]> {
  const objects = objectsMadeBy(made.action, made.revision);
  const found = (await attempt("collect why it failed", log, () => evidence.collect(objects))) ?? [];
  const isThere = (hook: ObjectFacts) => found.some((each) => each.kind === hook.kind && each.name === hook.name);
  const gone = made.ofHooks.filter((hook) => !isThere(hook));
  return [...found, ...gone.map((hook) => asHelmSaysOf(hook, describeError(made.error)))];
}

/** A hook that Helm has deleted already was last seen before it failed. */
function asHelmSaysOf(hook: ObjectFacts, message: string): ObjectFacts {
  const failed = new RegExp(`\\b${hook.name}\\b.* (?:failed: (\\w+)|status: Failed)`, "i").exec(message);
  if (hook.kind !== "Job" || !failed || hook.conditions.some(({ type }) => type === "Failed")) return hook;
  const condition = { type: "Failed", status: "True", reason: failed[1] ?? "Failed", message: "" };
  return { ...hook, ready: 0, conditions: [...hook.conditions, condition] };
}

/** Helm failed, yet what is there is not what it has left. */
function meanwhile(error: unknown, found: Release | undefined): Error | undefined {
  if (isAnotherAtWork(describeError(error))) {
    return new Error("Something that does not hold this release's Lease works on it, such as Helm by hand", {
      cause: error,
    });
  }
  if (found?.status !== "deployed") return undefined;
  return new Error(
    `Helm failed, and yet revision ${found.revision} is deployed: its last answer was lost, or somebody else has made it`,
    { cause: error },
  );
}

/** Helm ended well, yet the newest revision is not the one that it made, or not deployed: somebody else was there in between. */
function notOurs(made: number | undefined, found: Release | undefined): Error | undefined {
  if (found === undefined)
    return new Error("Helm reported success, but there is no new revision: somebody else removed it");
  const { revision, status } = found;
  if (made !== undefined && revision !== made) {
    return new Error(
      `Revision ${made} was deployed, but revision ${revision} (${status}) came in behind it, made by something that does not hold this release's Lease, such as Helm by hand. What serves now is not what this run deployed`,
    );
  }
  if (status === "deployed") return undefined;
  return new Error(
    `Helm reported success, but revision ${revision} is ${status}: another deploy of this release ran at the same time`,
  );
}

/** What could not heal comes first, in the words of the evidence where it is there: that has read the logs. */
function withFirst(doomed: Finding, all: readonly Finding[]): Finding[] {
  const isSame = ({ kind, object }: Finding) =>
    kind === doomed.kind && object.kind === doomed.object.kind && object.name === doomed.object.name;
  return [all.find(isSame) ?? doomed, ...all.filter((each) => !isSame(each))];
}
