import type { Draft } from "../../inventory/draft.ts";
import { draftFile } from "../../inventory/draft-file.ts";
import { type WrittenFile, writeFile } from "../../inventory/file/write-file.ts";
import type { InventoryPorts, InventoryRequest } from "./inventory-types.ts";
import { readFacts } from "./read-facts.ts";

export type Inventory = { draft: Draft } & WrittenFile;

/**
 * Reads what runs on ECS and what leads to it, and makes a first migration file of it. It changes nothing. What the login may not read becomes a
 * question; it fails when no service can be found.
 */
export async function takeInventory(request: InventoryRequest, ports: InventoryPorts): Promise<Inventory> {
  const { log } = ports;
  const where = request.clusters.length > 0 ? request.clusters.join(", ") : "all clusters";
  log.info(`Reading ECS in ${request.region} (${where}), and the hosted zones`);
  const facts = await readFacts(request, ports);
  const records = (facts.zones ?? []).reduce((sum, zone) => sum + zone.records.length, 0);
  log.info(
    `Read ${facts.services.length} services in ${facts.clusters.length} clusters, ${records} records in ${facts.zones?.length ?? 0} zones, ${facts.eventRules?.length ?? 0} rules and ${facts.schedules?.length ?? 0} schedules`,
  );
  for (const { action, what } of facts.missing) log.debug(`Not allowed: ${action} (${what})`);
  const { environment, region, dnsRole } = request;
  const draft = draftFile(facts, { environment, region, ...(dnsRole === undefined ? {} : { dnsRole }) });
  return { draft, ...writeFile(draft) };
}
