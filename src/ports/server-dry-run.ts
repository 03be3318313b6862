import type { Compared, Pair } from "../plan/compared.ts";

export type DryRunOptions = {
  /** Where objects are that name no namespace. */
  namespace: string;
  /** Whether Helm applies the objects on the server, or patches them itself. */
  serverSide: boolean;
};

/** Asks the cluster what a deploy would change. Nothing is ever written. */
export type ServerDryRun = {
  /**
   * For each pair, in their order. `rendered` is the object as Helm sends it. What is not there, or is of a kind that the
   * cluster does not know yet, has no `before`, and `rendered` is its `after`; what the chart has no more has no `after`.
   * @throws OutsideError when the cluster does not answer
   */
  compare(pairs: readonly Pair[], options: DryRunOptions): Promise<Compared[]>;
};
