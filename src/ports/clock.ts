/** Time is passed in, so that tests decide it. */
export type Clock = {
  now(): Date;
  /** Ends early, without an error, when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};
