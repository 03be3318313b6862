/** Where a run tells a person what it does. Secrets never get here: adapters redact before they write. */
export type Log = {
  info(line: string): void;
  /** Shown only when the user asked for debug logs. */
  debug(line: string): void;
  /** A line that also stands as an annotation on the run. */
  warn(line: string): void;
  /** Folds all lines of `work` under a title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
};
