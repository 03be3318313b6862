import type { DnsServer } from "../../ports/name-servers.ts";
import type { ZoneRecords } from "../../records/zone-records.ts";
import type { DnsPorts } from "./dns-ports.ts";

/** A server of a zone, with the name that people know it by. */
export type ZoneServer = DnsServer & { title: string };

const DNS_PORT = 53;

/** Whom to ask for what a zone has, in words where nobody can be asked. */
export type ZoneServers = {
  servers: ZoneServer[];
  nobody: string;
  /** How many more there are, whose addresses are not known here. */
  left: number;
};

/** The name servers that the world asks for a public zone; for a private one the resolver that the user has named. */
export async function serversOf(
  zone: ZoneRecords,
  { servers, asked }: Pick<DnsPorts, "servers" | "asked">,
): Promise<ZoneServers> {
  if (zone.isPrivate) {
    if (asked.resolver === undefined) {
      return { servers: [], nobody: "no resolver that sees private zones is named (dns.resolver)", left: 0 };
    }
    return { servers: [named(asked.resolver)], nobody: "", left: 0 };
  }
  if (asked.nameServers.length > 0) return { servers: asked.nameServers.map(named), nobody: "", left: 0 };
  const found = await Promise.all(
    zone.nameServers.map(async (name) => {
      const answer = await servers.resolve({ name, type: "A" });
      if ("problem" in answer) return [];
      const addresses = answer.records.filter(({ type }) => type === "A").map(({ value }) => value);
      return addresses.slice(0, 1).map((address) => ({ address, port: DNS_PORT, title: name }));
    }),
  );
  const known = found.flat();
  if (known.length === 0) return { servers: [], nobody: "the zone's name servers have no addresses here", left: 0 };
  return { servers: known, nobody: "", left: zone.nameServers.length - known.length };
}

function named(server: DnsServer): ZoneServer {
  return { ...server, title: server.port === DNS_PORT ? server.address : `${server.address} port ${server.port}` };
}
