import type { MovedRecord } from "../../migration-file/migration.ts";
import { isAddress, isIpv6 } from "../../probe/addresses.ts";
import type { NewSide } from "../../records/switched.ts";
import type { DnsPorts } from "./dns-ports.ts";

/**
 * What a record's target is in DNS: a load balancer that AWS knows, another host, or addresses. Or why it is not known.
 * @param host that clients ask for
 */
export async function newSideOf(
  { target }: MovedRecord,
  host: string,
  { targets, balancers }: Pick<DnsPorts, "targets" | "balancers">,
): Promise<NewSide | { problem: string }> {
  const found = await targets.find(target, host);
  if ("problem" in found) return found;
  const { addresses } = found;
  const names = addresses.filter((address) => !isAddress(address));
  const [name] = names;
  if (name === undefined) {
    return {
      kind: "addresses",
      ipv4: addresses.filter((address) => !isIpv6(address)),
      ipv6: addresses.filter(isIpv6),
    };
  }
  if (addresses.length > 1) {
    return { problem: `it is reached at ${addresses.join(", ")}: name one of them, as kind: host` };
  }
  const balancer = await balancers.new.byDnsName(name);
  if (balancer === undefined) return { kind: "host", name };
  const { dnsName, canonicalHostedZoneId, hasIpv6 } = balancer;
  return { kind: "load-balancer", dnsName, canonicalHostedZoneId, hasIpv6 };
}
