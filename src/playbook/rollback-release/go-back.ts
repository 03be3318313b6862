import { describeError, StepError } from "../../errors.ts";
import { isAnotherAtWork } from "../../release/helm-messages.ts";
import type { Release } from "../../release/release.ts";
import { rolledBackTo } from "../../release/rollback.ts";
import { attempt } from "../deploy/attempt.ts";
import { collectEvidence } from "../deploy/collect-evidence.ts";
import type { FailedAttempt } from "../deploy/deploy-types.ts";
import { failureEnding } from "../deploy/failure.ts";
import { followHelm } from "../deploy/follow-helm.ts";
import { newestRevision } from "../deploy/newest-revision.ts";
import { rollBack } from "../deploy/roll-back.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import type { BackPorts, BackRequest } from "./rollback-types.ts";

export type WentBack = {
  /** The newest revision now. */
  release: Release | undefined;
  failure?: FailedAttempt;
  /** Present exactly when there is a failure. */
  error?: StepError;
  /** The ready counts that the log has told: see `progressLines`. */
  seen: Map<string, string>;
};

type Back = {
  request: BackRequest;
  target: number;
  flags: SuspendFlags;
  /** The newest revision before. */
  after: number;
  /** What was deployed before, if anything was. */
  previous: number | undefined;
};

/** Rolls back, follows it, and of a failure collects the evidence. */
export async function goBack(back: Back, ports: BackPorts, stop: AbortSignal): Promise<WentBack> {
  const { request, target, flags, after } = back;
  const { release, namespace } = request;
  const work = (signal: AbortSignal) => rollBack({ ...request, revision: target, wait: true, flags }, ports, signal);
  const followed = await followHelm({ release, namespace, action: "rollback", after, work }, ports, stop);
  const { result, seen } = followed;
  if (stop.aborted && "error" in result) {
    // A moment is left for this, and not for more.
    const left = await attempt("read what it has left", ports.log, () => newestRevision(request, ports));
    const error = stoppedEarly(release, stop);
    const failure = { revision: left, error, findings: [], evidence: [], stoppedByUs: true };
    return { release: left, failure, error, seen };
  }
  const now = await newestRevision(request, ports);
  const made = now !== undefined && now.revision > after ? now : undefined;
  const isThere = made?.status === "deployed" && rolledBackTo(made) === target;
  if ("value" in result && isThere) return { release: now, seen };

  const overtaken = overtakenBy(result, made, target);
  const cause = overtaken ?? ("error" in result ? result.error : undefined);
  const badly = { ...followed, action: "rollback" as const, revision: overtaken ? undefined : made, error: cause };
  const failure = { revision: made, error: cause, ...(await collectEvidence(badly, ports)) };
  return { release: now, failure, error: failureEnding(failure, overtaken ? "" : stateAfter(back, made)), seen };
}

/** Something else has worked on the release: what is there then is not what this run has made. */
function overtakenBy(
  result: { value: unknown } | { error: unknown },
  made: Release | undefined,
  target: number,
): Error | undefined {
  const cause = "error" in result ? result.error : undefined;
  if (cause !== undefined && isAnotherAtWork(describeError(cause))) {
    return new Error("Something that does not hold this release's Lease works on it, such as Helm by hand", { cause });
  }
  if (cause !== undefined && made?.status !== "deployed") return undefined;
  const found = made ? `revision ${made.revision} is ${made.status}` : "there is no new revision";
  const said = cause === undefined ? "Helm reported success" : "Helm failed";
  return new Error(
    `${said}, yet ${found}: what serves now may not be revision ${target}. Something that does not hold this release's Lease has worked on it, such as Helm by hand`,
    { cause },
  );
}

function stateAfter({ request: { release }, target, previous }: Back, made: Release | undefined): string {
  const state = made === undefined ? "is as it was" : `stays at revision ${made.revision}, ${made.status}`;
  const another =
    previous === undefined || previous === target
      ? "or name another one by revision"
      : `or go to another one: revision ${previous} was deployed before`;
  return `${release} ${state}. Run this again for another try at revision ${target}, ${another}`;
}

function stoppedEarly(release: string, stop: AbortSignal): StepError {
  return new StepError([
    `${release}: stopped early, ${describeError(stop.reason)}`,
    "Next: run this again, which goes on, or deploy, which puts in order what is left",
  ]);
}
