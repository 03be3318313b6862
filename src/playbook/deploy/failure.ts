import { describeError, StepError } from "../../errors.ts";
import type { Release } from "../../release/release.ts";
import type { DeployRequest, FailedAttempt } from "./deploy-types.ts";

/** What was tried after a deploy had failed. */
export type Afterwards =
  | { rolledBackTo: number }
  | { rollback: unknown }
  | { cleanUp: unknown }
  /** Somebody else works on the release, or has. */
  | { overtaken: true };

/**
 * The error of a deploy that failed. Its first line says what is wrong with which object where that is known, else what
 * Helm said; its last one what the release is like now.
 */
export function failureOf(request: DeployRequest, failure: FailedAttempt, afterwards?: Afterwards): StepError {
  const { release } = request;
  const [finding] = failure.findings;
  const helm = describeError(failure.error);
  const first = finding ? [finding.problem, `Next: ${finding.next}`, failure.stoppedByUs ? "" : helm] : [helm];
  const { revision } = failure;
  const cause = failure.stoppedByUs ? undefined : failure.error;
  return new StepError([...first, stateAfter({ release, revision }, afterwards)], cause);
}

function stateAfter(
  { release, revision }: { release: string; revision: Release | undefined },
  afterwards: Afterwards | undefined,
): string {
  if (afterwards === undefined) {
    return revision === undefined
      ? ""
      : `${release} stays at revision ${revision.revision}, ${revision.status}; the next deploy goes on from there`;
  }
  if ("overtaken" in afterwards) return `Nothing was rolled back: what ${release} is now is not this run's doing`;
  if ("rolledBackTo" in afterwards) return `${release} was rolled back to revision ${afterwards.rolledBackTo}`;
  if ("cleanUp" in afterwards) return `It was not cleaned up. ${describeError(afterwards.cleanUp)}`;
  return `The rollback failed too; the next deploy goes on from there. ${describeError(afterwards.rollback)}`;
}

/** The error of a run that had to stop before its end. */
export function stoppedEarly({ release }: { release: string }, stop: AbortSignal): StepError {
  return new StepError([
    `${release}: stopped early, ${describeError(stop.reason)}`,
    "Next: where a revision was deployed before and on-failure is rollback, the post step of this job goes back to it; else the next deploy cleans up",
  ]);
}
