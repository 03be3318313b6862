import type { ProbeAnswer, ProbeFailure } from "../probe/answer.ts";
import type { ProbeRequest } from "../probe/request.ts";

export type Probes = {
  /**
   * Asks once, by GET, over a connection of its own; redirects are not followed. Never fails: what went wrong is in the answer.
   * @param signal ends it early, with the failure `stopped`
   */
  ask(request: ProbeRequest, signal?: AbortSignal): Promise<ProbeAnswer | ProbeFailure>;
};
