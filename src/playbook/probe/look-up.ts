import type { NameServers } from "../../ports/name-servers.ts";
import { addressesIn, isAddress, type LookUp } from "../../probe/addresses.ts";

/** Looks up where a name is, by IPv4 and IPv6; an address is its own. */
export async function lookUp(names: NameServers, name: string, stop?: AbortSignal): Promise<LookUp> {
  if (isAddress(name)) return { addresses: [name], problem: undefined };
  const [a, aaaa] = await Promise.all([
    names.resolve({ name, type: "A" }, stop),
    names.resolve({ name, type: "AAAA" }, stop),
  ]);
  return addressesIn({ a, aaaa });
}
