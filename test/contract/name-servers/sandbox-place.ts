import { randomUUID } from "node:crypto";
import { readZonesNow, serveAccount } from "../../../sandbox/dns/dns.ts";
import { nameServers } from "../../../src/adapters/dns/name-servers.ts";
import type { DnsAnswer } from "../../../src/dns/answer.ts";
import type { DnsServer } from "../../../src/ports/name-servers.ts";
import { ownAccount } from "../../support/emulator.ts";
import { sandbox } from "../../support/sandbox.ts";
import { route53Place } from "../record-sets/route53-place.ts";
import { own } from "../record-sets/sets.ts";
import type { Place } from "./place.ts";
import { unheard } from "./unheard.ts";

/** The sandbox's own name servers and resolver, with a zone of an account of this suite's own. */
export async function sandboxPlace(): Promise<Place> {
  const { aws, dns } = await sandbox();
  const account = ownAccount(aws);
  await serveAccount(dns, account.accountId);
  const route53 = route53Place(account);
  // Others that this sandbox serves may have one of the usual name.
  const zoneName = `z${randomUUID().slice(0, 8)}.test`;
  const zone = await route53.addZone(zoneName);
  await readZonesNow(dns);
  const names = nameServers({ resolver: serverAt(dns.resolver) });
  const [first = ""] = await route53.records.nameServers(zone);
  const { records } = (await names.resolve({ name: first, type: "A" })) as DnsAnswer;
  const server = { address: records[0]?.value ?? "", port: serverAt(dns.resolver).port };
  return {
    zone: zoneName,
    async serve(sets) {
      const remove = own(await route53.records.all(zone));
      const outcome = await route53.records.change({ zone, remove, create: sets, comment: "" }).catch(String);
      if (remove.length + sets.length > 0 && (typeof outcome === "string" || outcome.state !== "made")) {
        throw new Error(`the zone could not be made: ${JSON.stringify(outcome)}`);
      }
      await readZonesNow(dns);
      return { names, server };
    },
    nobody: unheard,
  };
}

function serverAt(place: string): DnsServer {
  const [address = "", port] = place.split(":");
  return { address, port: Number(port) };
}
