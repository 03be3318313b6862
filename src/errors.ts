/** The user's to fix: the message says what is wrong, where, and what to write instead. */
export class UserError extends Error {
  override readonly name = "UserError";

  /** Joins several problems into one error, so that a user fixes them in one go. `undefined` when there is none. */
  static fromProblems(heading: string, problems: readonly string[]): UserError | undefined {
    const [first, ...others] = problems;
    if (first === undefined) return undefined;
    if (others.length === 0) return new UserError(first);
    return new UserError(`${heading}\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

export type OutsideFailure = {
  /** The system that failed, in the user's words: "Helm", "EKS", "Kubernetes API". */
  system: string;
  /** What we asked of it: "describe cluster shop in us-west-2". */
  operation: string;
  /** Why it failed, as the system says it. */
  reason: string;
  /** What the user can do next. */
  next?: string;
  cause?: unknown;
};

/** An outside system failed. The message holds system, operation, reason and next step. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";
  readonly failure: OutsideFailure;

  constructor(failure: OutsideFailure) {
    const [first = "", ...more] = failure.reason.split("\n");
    // Right below the first line: some systems say much.
    const next = failure.next ? [`Next: ${failure.next}`] : [];
    super([`${failure.system}: ${failure.operation} failed: ${first}`, ...next, ...more].join("\n"), {
      cause: failure.cause,
    });
    this.failure = failure;
  }
}

/** A step of ours did not succeed. The message says what is wrong, what to do, and what the state is now. */
export class StepError extends Error {
  override readonly name = "StepError";

  /** @param lines the first names the problem; empty ones are left out */
  constructor(lines: readonly string[], cause?: unknown) {
    super(lines.filter((line) => line !== "").join("\n"), { cause });
  }
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** One text for any thrown value: its message, then the messages of its causes that say something new. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let current: unknown = error; current !== undefined && current !== null && parts.length < 5; ) {
    const text = current instanceof Error ? current.message || current.name : asText(current);
    if (!parts.some((part) => part.includes(text))) parts.push(text);
    current = current instanceof Error ? current.cause : undefined;
  }
  return parts.join("\nCaused by: ");
}
