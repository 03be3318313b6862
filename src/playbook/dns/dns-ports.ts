import type { Balancers } from "../../ports/balancers.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ErrorRates } from "../../ports/error-rates.ts";
import type { Log } from "../../ports/log.ts";
import type { DnsServer, NameServers } from "../../ports/name-servers.ts";
import type { RecordSets } from "../../ports/record-sets.ts";
import type { RouteTargets } from "../../ports/route-targets.ts";

/** What the DNS half of the playbook needs from outside. */
export type DnsPorts = {
  records: RecordSets;
  servers: NameServers;
  /** What the user's file says of where to ask. */
  asked: {
    /** A resolver that sees private zones; undefined: that of the machine, which may not. */
    resolver: DnsServer | undefined;
    /** In place of each public zone's own name servers; empty: those. */
    nameServers: readonly DnsServer[];
  };
  /** Of the side that is left, and of the one that is moved to. */
  balancers: { old: Balancers; new: Balancers };
  targets: RouteTargets;
  errorRates: ErrorRates;
  clock: Clock;
  log: Log;
};
