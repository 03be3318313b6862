import type { ProbeAnswer, ProbeFailure } from "../probe/answer.ts";
import type { ProbeRequest } from "../probe/request.ts";

export type Probes = {
  /**
   * Asks once, by GET, over a connection of its own; redirects are not followed. What goes wrong with the request is in the answer:
   * it fails only with `OutsideError`, where nothing can be asked from there at all, such as a pod that does not start.
   * @param signal ends it early, with the failure `stopped`
   */
  ask(request: ProbeRequest, signal?: AbortSignal): Promise<ProbeAnswer | ProbeFailure>;
};
