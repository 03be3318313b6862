import { describeError } from "../../errors.ts";
import type { UpgradeRequest } from "../../ports/helm.ts";
import { isAnotherAtWork } from "../../release/helm-messages.ts";
import type { Release } from "../../release/release.ts";
import { attempt } from "./attempt.ts";
import { collectEvidence } from "./collect-evidence.ts";
import type { DeployPorts, FailedAttempt } from "./deploy-types.ts";
import { stoppedEarly } from "./failure.ts";
import { followHelm } from "./follow-helm.ts";
import { newestRevision } from "./newest-revision.ts";

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
  const work = (signal: AbortSignal) => ports.helm.upgradeInstall(request, signal);
  const {
    result: helm,
    seen,
    ...followed
  } = await followHelm({ release, namespace, action, after, work }, ports, stop);
  if (stop.aborted) {
    // A moment is left for this, and not for more.
    const left = await attempt("read what it has left", ports.log, () => newestRevision(request, ports, after));
    const failure = {
      revision: left,
      error: stoppedEarly(request, stop),
      findings: [],
      evidence: [],
      stoppedByUs: true,
    };
    return { after, revision: left, failure, overtaken: false, seen };
  }

  const revision = await newestRevision(request, ports, after);
  const overtakenBy = "error" in helm ? meanwhile(helm.error, revision) : notOurs(helm.value.revision, revision);
  const failed = overtakenBy ?? ("error" in helm ? helm.error : undefined);
  if (failed === undefined) return { after, revision, failure: undefined, overtaken: false, seen };
  const badly = { ...followed, action, revision: overtakenBy ? undefined : revision, error: failed };
  return {
    after,
    revision,
    failure: { revision, error: failed, ...(await collectEvidence(badly, ports)) },
    overtaken: overtakenBy !== undefined,
    seen,
  };
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
