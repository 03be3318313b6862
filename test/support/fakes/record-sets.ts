import type { Clock } from "../../../src/ports/clock.ts";
import type { BatchOutcome, RecordBatch, RecordSets } from "../../../src/ports/record-sets.ts";
import { dnsName } from "../../../src/records/dns-name.ts";
import type { HostedZone, RecordSet } from "../../../src/records/record-set.ts";
import { afterBatch, inListOrder } from "./batch-rules.ts";
import { type OnCall, told } from "./on-call.ts";
import { answerOf } from "./zone-answers.ts";

/** The record sets of a zone since a time. */
type Version = { since: number; sets: readonly RecordSet[] };

export type FakeZone = HostedZone & { nameServers: string[]; versions: Version[] };

export type MemoryRecordSets = RecordSets & {
  /** @returns its id. A private zone has no name servers. */
  addZone(zone: { name: string; isPrivate?: boolean; keptBy?: string; nameServers?: string[] }): string;
  /** Puts record sets, as somebody else has in AWS, long enough ago that every name server has them. */
  put(zone: string, ...sets: RecordSet[]): void;
  /** Takes away what is there of a name and type, as by hand. */
  drop(zone: string, name: string, type: string): void;
  /** Without those that every zone has. */
  records(zone: string): RecordSet[];
  /** For the name servers of the same world. */
  fakeZones(): FakeZone[];
  /** What becomes of the next batches, in turn: they never get there, or are made and nobody hears of it. */
  lose(...losses: ("request" | "answer" | "none")[]): void;
};

export type MemoryRecordSetsOptions = {
  clock: Clock;
  /** How long a change stays PENDING. */
  pendingMs?: number;
  /** As `random` and `addressesOf` of zone-answers.ts, for `testAnswer`. */
  random?: () => number;
  addressesOf?: (name: string, type: string) => readonly string[];
  onCall?: OnCall;
};

/** What the test puts there is served by every name server already. */
const LONG_AGO = 0;

let zonesMade = 0;

/** Route 53 of one account in memory: test/contract/record-sets holds it to the behaviour of the API. */
export function memoryRecordSets(options: MemoryRecordSetsOptions): MemoryRecordSets {
  const { clock, pendingMs = 0, random = Math.random, addressesOf = () => [] } = options;
  const zones = new Map<string, FakeZone>();
  const changes = new Map<string, number>();
  const losses: ("request" | "answer" | "none")[] = [];
  const now = () => clock.now().getTime();

  const zoneOf = (id: string): FakeZone => {
    const zone = zones.get(id);
    if (zone === undefined) throw new Error(`fake Route 53: the test has made no zone ${id}`);
    return zone;
  };
  const current = (id: string) => zoneOf(id).versions.at(-1)?.sets ?? [];
  const store = (id: string, sets: readonly RecordSet[], since = LONG_AGO) => {
    zoneOf(id).versions.push({ since, sets: copied(inListOrder(sets)) });
  };
  const listed = copied;

  function made({ zone, remove, create }: RecordBatch): BatchOutcome {
    const after = afterBatch(zoneOf(zone), current(zone), { remove, create });
    if (typeof after === "string") return { state: "refused", reason: after };
    store(zone, after, now());
    const change = `C${String(changes.size + 1).padStart(8, "0")}`;
    changes.set(change, now() + pendingMs);
    return { state: "made", change };
  }

  const port: RecordSets = {
    zones: async () =>
      [...zones.values()].map(({ nameServers: _servers, versions: _versions, ...zone }) => ({ ...zone })),
    nameServers: async (zone) => [...zoneOf(zone).nameServers],
    all: async (zone) => listed(current(zone)),
    named: async (zone, name) =>
      listed(current(zone).filter((set) => set.name === name.toLowerCase().replace(/\.$/, ""))),
    async change(batch) {
      const loss = losses.shift() ?? "none";
      if (loss === "request") return { state: "unknown", reason: "socket hang up" };
      const outcome = made(batch);
      return loss === "answer" ? { state: "unknown", reason: "read ECONNRESET" } : outcome;
    },
    async status(change) {
      const insyncAt = changes.get(change);
      if (insyncAt === undefined) throw new Error(`fake Route 53: there is no change ${change}`);
      return now() >= insyncAt ? "INSYNC" : "PENDING";
    },
    async testAnswer(zone, { name, type }) {
      const asked = { name, type: type as "A" };
      const { rcode, records } = answerOf({ name: zoneOf(zone).name, sets: current(zone) }, asked, {
        random,
        addressesOf,
      });
      return { rcode, values: records.filter((each) => each.type === type).map(({ value }) => value) };
    },
  };

  return {
    ...told("recordSets", port, options.onCall),
    addZone({ name, isPrivate = false, keptBy, nameServers }) {
      const id = `Z${String(++zonesMade).padStart(12, "0")}`;
      const servers = isPrivate ? [] : (nameServers ?? [1, 2, 3, 4].map((at) => `ns-${zonesMade}-${at}.awsdns.test`));
      const kept = keptBy === undefined ? {} : { keptBy };
      zones.set(id, { id, name: dnsName(name), isPrivate, ...kept, nameServers: servers, versions: [] });
      store(id, apexOf(dnsName(name), servers));
      return id;
    },
    put(zone, ...sets) {
      if (sets.length === 0) return;
      const after = afterBatch(zoneOf(zone), current(zone), { remove: [], create: sets });
      if (typeof after === "string") throw new Error(`fake Route 53: ${after}`);
      store(zone, after);
    },
    drop(zone, name, type) {
      store(
        zone,
        current(zone).filter((set) => set.name !== name || set.type !== type),
      );
    },
    records: (zone) =>
      listed(current(zone).filter(({ name, type }) => name !== zoneOf(zone).name || !["NS", "SOA"].includes(type))),
    fakeZones: () => [...zones.values()],
    lose: (...next) => void losses.push(...next),
  };
}

/** They are JSON. structuredClone makes objects of another realm under Jest, which are no strict equals of others. */
function copied(sets: readonly RecordSet[]): RecordSet[] {
  return JSON.parse(JSON.stringify(sets)) as RecordSet[];
}

function apexOf(name: string, servers: readonly string[]): RecordSet[] {
  const values = servers.length > 0 ? servers.map((server) => `${server}.`) : ["ns-0.awsdns.test."];
  const soa = `${values[0]} awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`;
  return [
    { name, type: "NS", ttl: 172_800, values },
    { name, type: "SOA", ttl: 900, values: [soa] },
  ];
}
