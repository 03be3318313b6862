import { describeError, UserError } from "../../errors.ts";
import type { Lease } from "../../ports/leases.ts";
import { leaseNameFor } from "../../release/lease-name.ts";
import { takeLease } from "../hold-lease.ts";
import type { DeployPorts, DeployRequest } from "./deploy-types.ts";

/** A run's turn to work on a release. */
export type Turn = {
  /** Whether this run holds the release's Lease; false where it may not. */
  held: boolean;
  /** Who held the release's Lease before and died with it. */
  deadHolder: Lease | undefined;
  /** Fires when this run has to stop: it was cancelled, or lost the Lease. */
  stop: AbortSignal;
  /**
   * Ends the turn. `open`: this run could not see to it that the release is in order; its Lease is left to run out, which
   * tells the next one that the run is dead.
   */
  end(how: "settled" | "open"): Promise<void>;
};

/**
 * Waits until no other run works on the release, up to the timeout.
 * @throws UserError when another run still does then
 */
export async function takeTurn(
  request: Pick<DeployRequest, "release" | "namespace" | "timeoutMs" | "holder"> & { record: { run: { url: string } } },
  ports: Pick<DeployPorts, "leases" | "clock" | "log">,
  cancelled: AbortSignal,
): Promise<Turn> {
  const { release, namespace, holder, timeoutMs: waitMs, record } = request;
  const wanted = { namespace, name: leaseNameFor(release), holder, runUrl: record.run.url, waitMs };
  const taken = await takeLease(wanted, ports, cancelled).catch((error: unknown) => {
    if (!cancelled.aborted) throw error;
    throw new UserError(
      `${release}: stopped while waiting for its turn, ${describeError(cancelled.reason)}; nothing was changed`,
    );
  });
  if (taken.state === "forbidden") {
    ports.log.warn(
      `This login may not hold Leases in namespace ${namespace}: nothing keeps another run from working on ${release} now. Grant get, create and update on leases (docs/eks-access.md)`,
    );
    return { held: false, deadHolder: undefined, stop: cancelled, end: async () => {} };
  }
  if (taken.state === "busy") {
    const { by } = taken;
    throw new UserError(
      `${release} is being worked on by ${by.runUrl || by.holder} since ${by.acquiredAt}, and still is after the timeout. Nothing was changed. Wait until that run ends, or cancel it, and run this again`,
    );
  }
  const { lease } = taken;
  return {
    held: true,
    deadHolder: lease.deadHolder,
    stop: AbortSignal.any([cancelled, lease.lost]),
    end: (how) => (how === "settled" ? lease.release() : lease.abandon()),
  };
}
