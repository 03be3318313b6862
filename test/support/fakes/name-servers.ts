import type { DnsAnswer, DnsFailure, DnsQuestion, DnsRecord } from "../../../src/dns/answer.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { NameServers } from "../../../src/ports/name-servers.ts";
import { dnsName } from "../../../src/records/dns-name.ts";
import { type OnCall, told } from "./on-call.ts";
import type { FakeZone, MemoryRecordSets } from "./record-sets.ts";
import { answerOf, isBelow } from "./zone-answers.ts";

type Addresses = { A?: string[]; AAAA?: string[] };

export type MemoryNameServers = NameServers & {
  /** The addresses of a name outside of the fake zones, such as a load balancer's; with or without `dualstack.`. */
  putHost(name: string, addresses: Addresses): void;
  /** As `addressesOf` of zone-answers.ts. */
  addressesOf(name: string, type: string): readonly string[];
  /** Where the zones' name server of this name is, such as `198.18.0.1`. */
  addressOf(server: string): string;
  /** How much later than the other ones this name server gets changes. */
  lag(server: string, milliseconds: number): void;
  /** Nothing comes back from this name server any more; without a name from none, resolver included. */
  silence(server?: string): void;
  /** Lets the parent of a zone name other name servers than its own. */
  delegate(zone: string, servers: string[]): void;
};

export type MemoryNameServersOptions = {
  clock: Clock;
  /** Of as many accounts as there are. */
  recordSets: readonly MemoryRecordSets[];
  /** How long after a batch the name servers answer from it. */
  delayMs?: number;
  /** Whether the resolver knows private zones. */
  inside?: boolean;
  random?: () => number;
  onCall?: OnCall;
};

const NOTHING: DnsFailure = { kind: "blocked", problem: "nothing came back within 2 s" };
const LONGEST_CHAIN = 8;

/** Name servers and a resolver that answer from fake zones: test/contract/name-servers holds them to the behaviour of real ones. */
export function memoryNameServers(options: MemoryNameServersOptions): MemoryNameServers {
  const { clock, recordSets, delayMs = 0, inside = false, random = Math.random } = options;
  const hosts = new Map<string, Addresses>();
  const lags = new Map<string, number>();
  const silent = new Set<string>();
  const delegations = new Map<string, string[]>();
  const places = new Map<string, string>();
  let allSilent = false;

  const zones = () => recordSets.flatMap((each) => each.fakeZones());
  const plain = (name: string) => dnsName(name).replace(/^dualstack\./, "");
  const addressesOf = (name: string, type: string) => hosts.get(plain(name))?.[type as "A"] ?? [];
  const addressOf = (server: string) => {
    const known = places.get(server) ?? `198.18.${places.size >> 8}.${places.size & 255}`;
    places.set(server, known);
    return known;
  };

  /** What a server answers that has what was so long ago. */
  function answer(zone: FakeZone, question: DnsQuestion, agoMs: number): DnsAnswer {
    const until = clock.now().getTime() - agoMs;
    const { sets = [] } = zone.versions.findLast(({ since }) => since <= until) ?? {};
    return answerOf({ name: zone.name, sets }, question, { addressesOf, random });
  }

  function resolved(question: DnsQuestion): DnsAnswer {
    const records: DnsRecord[] = [];
    let name = dnsName(question.name);
    let rcode = "NXDOMAIN";
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const found = resolvedOnce({ ...question, name });
      rcode = found.rcode;
      records.push(...found.records);
      const last = found.records.at(-1);
      if (last?.type !== "CNAME" || question.type === "CNAME") break;
      name = last.value;
    }
    return { rcode, isAuthoritative: false, records };
  }

  function resolvedOnce(question: DnsQuestion): Pick<DnsAnswer, "rcode" | "records"> {
    const { name, type } = question;
    const other = type === "NS" ? delegations.get(name) : undefined;
    if (other) return { rcode: "NOERROR", records: other.map((value) => ({ name, type, ttl: 172_800, value })) };
    const fitting = zones().filter((zone) => isBelow(name, zone.name) && (inside || !zone.isPrivate));
    const [zone] = fitting.toSorted(
      (a, b) => b.name.length - a.name.length || Number(b.isPrivate) - Number(a.isPrivate),
    );
    if (zone) return answer(zone, question, delayMs);
    const server = zones()
      .flatMap(({ nameServers }) => nameServers)
      .includes(name);
    const values = server && type === "A" ? [addressOf(name)] : addressesOf(name, type);
    const records = values.map((value) => ({ name, type, ttl: 60, value }));
    return { rcode: server || hosts.has(plain(name)) ? "NOERROR" : "NXDOMAIN", records };
  }

  const port: NameServers = {
    async ask({ address }, question, stop) {
      if (stop?.aborted) return { kind: "other", problem: "it was stopped" };
      const server = [...places].find(([, at]) => at === address)?.[0];
      if (allSilent || server === undefined || silent.has(server)) return NOTHING;
      const [zone] = zones()
        .filter((each) => each.nameServers.includes(server) && isBelow(dnsName(question.name), each.name))
        .toSorted((a, b) => b.name.length - a.name.length);
      if (zone === undefined) return { rcode: "REFUSED", isAuthoritative: false, records: [] };
      return answer(zone, question, delayMs + (lags.get(server) ?? 0));
    },
    async resolve(question, stop) {
      if (stop?.aborted) return { kind: "other", problem: "it was stopped" };
      return allSilent ? NOTHING : resolved(question);
    },
  };
  return {
    ...told("nameServers", port, options.onCall),
    putHost: (name, addresses) => void hosts.set(plain(name), addresses),
    addressesOf,
    addressOf,
    lag: (server, milliseconds) => void lags.set(server, milliseconds),
    silence(server) {
      if (server === undefined) allSilent = true;
      else silent.add(server);
    },
    delegate: (zone, servers) => void delegations.set(zone, servers),
  };
}
