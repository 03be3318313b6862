import { fewAtATime } from "../../few-at-a-time.ts";
import type { RecordSets } from "../../ports/record-sets.ts";
import { dnsName, isInZone } from "../../records/dns-name.ts";
import { leadsTo } from "../../records/leads-to.ts";
import type { RecordSet } from "../../records/record-set.ts";
import type { ZoneRecords } from "../../records/zone-records.ts";

/** As many record sets come in one answer: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html */
const PAGE = 300;
const AT_ONCE = 4;

export type ZoneReader = {
  /**
   * Every zone that may have records of these names, with all that is in it.
   * @param look not locked: a zone is read once for all services of a run. Locked: the records of these names are read anew
   */
  zonesFor(names: readonly string[], look: { isLocked: boolean }): Promise<ZoneRecords[]>;
  /** The record sets of a zone that have one of these names, as they are now. */
  named(zone: string, names: readonly string[]): Promise<RecordSet[]>;
};

/** Reads hosted zones in as few calls as it can, since Route 53 takes five a second of a whole account. */
export function zoneReader(records: RecordSets): ZoneReader {
  let zones: ReturnType<RecordSets["zones"]> | undefined;
  const read = new Map<string, Promise<ZoneRecords>>();
  const sizes = new Map<string, number>();

  return {
    named,
    async zonesFor(names, { isLocked }) {
      zones ??= records.zones();
      const all = await zones.catch((error: unknown) => {
        zones = undefined;
        throw error;
      });
      const wanted = all.filter((zone) => names.some((name) => isInZone(name, zone.name)));
      return fewAtATime(wanted, AT_ONCE, async (zone) => {
        const known = await whole(zone);
        if (!isLocked) return known;
        const own = chainsOf(
          names.filter((name) => isInZone(name, zone.name)),
          known,
        );
        const fresh = await named(zone.id, [...own]);
        return { ...known, records: [...known.records.filter(({ name }) => !own.has(name)), ...fresh] };
      });
    },
  };

  function whole(zone: Awaited<ReturnType<RecordSets["zones"]>>[number]): Promise<ZoneRecords> {
    const found = read.get(zone.id);
    if (found !== undefined) return found;
    const reading = readWhole(zone);
    read.set(zone.id, reading);
    reading.catch(() => read.delete(zone.id));
    return reading;
  }

  async function readWhole(zone: Awaited<ReturnType<RecordSets["zones"]>>[number]): Promise<ZoneRecords> {
    const [nameServers, sets] = await Promise.all([
      zone.isPrivate ? [] : records.nameServers(zone.id),
      records.all(zone.id),
    ]);
    sizes.set(zone.id, sets.length);
    return { ...zone, nameServers, records: sets };
  }

  async function named(zone: string, names: readonly string[]): Promise<RecordSet[]> {
    const distinct = [...new Set(names)];
    const pages = Math.ceil((sizes.get(zone) ?? Number.POSITIVE_INFINITY) / PAGE);
    if (distinct.length > pages) {
      const wanted = new Set(distinct);
      return (await records.all(zone)).filter(({ name }) => wanted.has(name));
    }
    return (await fewAtATime(distinct, AT_ONCE, (name) => records.named(zone, name))).flat();
  }
}

/** With the names that these lead to in their zone: other services may have changed those, too. */
function chainsOf(names: readonly string[], { records }: ZoneRecords): Set<string> {
  const own = new Set(names);
  // What is added meanwhile is gone through, too.
  for (const name of own) {
    const targets = records.filter((set) => set.name === name).flatMap(leadsTo);
    const inZone = targets.map(dnsName).filter((target) => records.some((set) => set.name === target));
    for (const target of inZone) own.add(target);
  }
  return own;
}
