import type { DnsServer, NameServers } from "../../../src/ports/name-servers.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";

export type ServedZone = {
  /** Where one of its name servers is. */
  server: DnsServer;
  /** Asks that one, and a resolver that knows the zone. */
  names: NameServers;
};

/** Name servers, real or in memory, as the contract's tests use them. */
export type Place = {
  /** The name of the zone that it serves. */
  zone: string;
  /** Answers with these record sets of the zone, and what every zone has. */
  serve(sets: readonly RecordSet[]): Promise<ServedZone>;
  /** An address from which nothing comes back. */
  nobody(): Promise<DnsServer>;
};
