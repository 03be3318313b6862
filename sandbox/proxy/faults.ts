import type { Call } from "./call.ts";
import type { ErrorKind, WireError } from "./errors.ts";

/**
 * What happens to a call instead of being passed on: an error, a reset connection, or no answer until the client gives up.
 * Or it is passed on, but late, or the answer gets lost on its way back: what it asked for is done then.
 */
export type Effect = ErrorKind | WireError | "reset" | "no-answer" | "answer-lost" | { latencyMs: number };

/** Which calls go wrong, and how. */
export type Fault = {
  service: string;
  /** All of the service when left out. */
  operation?: string;
  /** A part of the resource's name. */
  resource?: string;
  /** The first of the calls that fit which goes wrong; 1 when left out. */
  from?: number;
  /** How many go wrong from there on; 1 when left out. The client's own tries again count. */
  times?: number;
  effect: Effect;
};

/** Counts calls, and tells for each what happens to it. Of two faults for one call the first counts. */
export function faultsOf(faults: Fault[]): (call: Call) => Effect | undefined {
  const counted = faults.map((fault) => ({ fault, seen: 0 }));
  return (call) => {
    let effect: Effect | undefined;
    for (const each of counted) {
      const { fault } = each;
      if (!fits(fault, call)) continue;
      each.seen += 1;
      const { from = 1, times = 1 } = fault;
      if (effect === undefined && each.seen >= from && each.seen < from + times) effect = fault.effect;
    }
    return effect;
  };
}

function fits(fault: Fault, call: Call): boolean {
  const { service, operation = call.operation, resource = "" } = fault;
  return service === call.service && operation === call.operation && call.resource.includes(resource);
}
