/**
 * Fires when the job is cancelled. GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function cancellation(onCancel: (signal: string) => void): { signal: AbortSignal; end(): void } {
  const cancelled = new AbortController();
  const cancel = (name: NodeJS.Signals) => {
    if (cancelled.signal.aborted) return;
    onCancel(name);
    cancelled.abort(new Error(`the job was cancelled (${name})`));
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) process.on(name, cancel);
  return {
    signal: cancelled.signal,
    end() {
      for (const name of signals) process.off(name, cancel);
    },
  };
}
