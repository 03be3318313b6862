/** What a message of Helm or the API server means for the user. */
export type Advice = {
  pattern: RegExp;
  /**
   * The next step in one plain sentence, without a full stop. It must not repeat what src/release/helm-messages.ts looks for.
   * `undefined` where the message turns out to be another one.
   */
  next: (found: RegExpExecArray) => string | undefined;
};

/** The next step by the first row that fits the message, or `undefined`. */
export function firstAdvice(table: readonly Advice[], message: string): string | undefined {
  for (const { pattern, next } of table) {
    const found = pattern.exec(message);
    const step = found && next(found);
    if (step) return step;
  }
  return undefined;
}
