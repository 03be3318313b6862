import { describeError, OutsideError, StepError } from "../../errors.ts";
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
 * Helm said; the next one what to do; its last one what the release is like now.
 */
export function failureOf(request: DeployRequest, failure: FailedAttempt, afterwards?: Afterwards): StepError {
  const { release } = request;
  return failureEnding(failure, stateAfter({ release, revision: failure.revision }, afterwards));
}

/** The same, with that as its last line. */
export function failureEnding(failure: FailedAttempt, last: string): StepError {
  const { stoppedByUs } = failure;
  const [finding] = failure.findings;
  const error = finding ? withoutNext(failure.error) : failure.error;
  const helm = describeError(error);
  const first = finding ? [finding.problem, `Next: ${finding.next}`, stoppedByUs ? "" : helm] : [helm];
  const cause = stoppedByUs ? undefined : error;
  return new StepError([...first, last], cause);
}

/** Of two next steps that of the evidence counts: it knows the object. */
function withoutNext(error: unknown): unknown {
  if (!(error instanceof OutsideError)) return error;
  const { next: _, ...failure } = error.failure;
  return new OutsideError(failure);
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
