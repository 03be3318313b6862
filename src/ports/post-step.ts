/** The step that runs at the end of the job, whatever became of this one. */
export type PostStep = {
  /** From now on the release is this run's to put in order: every revision above this one (0: all of them). */
  expectAbove(revision: number): void;
};
