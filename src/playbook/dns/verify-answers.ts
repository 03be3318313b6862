import { answerSide, ttlAgrees } from "../../dns/agreement.ts";
import type { DnsAnswer, DnsQuestion } from "../../dns/answer.ts";
import { formatDuration } from "../../duration/duration.ts";
import { StepError } from "../../errors.ts";
import { fewAtATime } from "../../few-at-a-time.ts";
import type { RecordSet } from "../../records/record-set.ts";
import { setKey } from "../../records/set-map.ts";
import type { ZoneRecords } from "../../records/zone-records.ts";
import type { DnsPorts } from "./dns-ports.ts";
import { serversOf, type ZoneServer } from "./zone-servers.ts";

/** What a name in a zone has to answer from now on. */
export type Expected = {
  zone: ZoneRecords;
  name: string;
  before: readonly RecordSet[];
  after: readonly RecordSet[];
};

/** With the members of a routed set that stay as they are: a name server may answer with any of them. */
export function withOthers(expected: Expected): Expected {
  const { zone, name, before, after } = expected;
  const own = new Set([...before, ...after].map(setKey));
  const types = new Set([...before, ...after].map(({ type }) => type));
  const others = zone.records.filter(
    (set) => set.name === name && set.setIdentifier !== undefined && types.has(set.type) && !own.has(setKey(set)),
  );
  return { ...expected, before: [...before, ...others], after: [...after, ...others] };
}

type Ports = Pick<DnsPorts, "records" | "servers" | "asked" | "clock">;

const AT_ONCE = 40;
const LOOK_AGAIN_MS = 2000;
const LIMIT_MS = 3 * 60_000;
/** As many answers of a weighted set are drawn where only Route 53 itself can be asked: a call each. */
const DRAWS = 2;

/**
 * Asks every name server of each zone until all of them answer what they shall.
 * @returns what was found, in words
 * @throws StepError when one of them does not in three minutes
 */
export async function verifyAnswers(expected: readonly Expected[], ports: Ports, stop: AbortSignal): Promise<string> {
  const said: string[] = [];
  for (const [, same] of Map.groupBy(expected, ({ zone }) => zone.id)) {
    const zone = same[0]?.zone;
    if (zone === undefined) continue;
    said.push(await verifyZone(zone, same, { ports, stop, targets: aliasTargets(ports) }));
  }
  return said.join("; ");
}

type Asking = { ports: Ports; stop: AbortSignal; targets: Targets };

/** What the targets of aliases resolve to. A load balancer gives a part of its addresses at a time, and others later: all count. */
type Targets = { of(sets: readonly RecordSet[], question: DnsQuestion): Promise<Set<string>>; lookAgain(): void };

function aliasTargets({ servers }: Ports): Targets {
  const seen = new Map<string, Set<string>>();
  let looks = new Map<string, Promise<void>>();
  const look = async (name: string, type: DnsQuestion["type"]): Promise<void> => {
    const answer = await servers.resolve({ name, type });
    const known = seen.get(`${name} ${type}`) ?? new Set();
    if (!("problem" in answer)) for (const { value } of answer.records) known.add(value);
    seen.set(`${name} ${type}`, known);
  };
  return {
    lookAgain() {
      looks = new Map();
    },
    async of(sets, { type }) {
      const names = [...new Set(sets.flatMap(({ alias }) => alias?.name ?? []))];
      await Promise.all(
        names.map((name) => {
          const looking = looks.get(`${name} ${type}`) ?? look(name, type);
          looks.set(`${name} ${type}`, looking);
          return looking;
        }),
      );
      return new Set(names.flatMap((name) => [...(seen.get(`${name} ${type}`) ?? [])]));
    },
  };
}

async function verifyZone(zone: ZoneRecords, expected: readonly Expected[], asking: Asking): Promise<string> {
  const { servers, nobody, left } = await serversOf(zone, asking.ports);
  if (servers.length === 0) return withoutServers(zone, expected, { ...asking, why: nobody });
  const questions = expected.flatMap(questionsOf);
  const end = asking.ports.clock.now().getTime() + LIMIT_MS;
  let open = servers.flatMap((server) => questions.map((question) => ({ ...question, server })));
  for (;;) {
    const answers = await fewAtATime(open, AT_ONCE, async (one) => ({ ...one, wrong: await wrongAt(one, asking) }));
    const blocked = answers.every(({ wrong }) => wrong?.isBlocked);
    if (blocked && answers.length > 0 && open.length === servers.length * questions.length && !zone.isPrivate) {
      return withoutServers(zone, expected, { ...asking, why: "DNS is blocked from here" });
    }
    const still = answers.filter(({ wrong }) => wrong !== undefined);
    if (still.length === 0) {
      return zone.isPrivate
        ? `the resolver answers the new records of private zone ${zone.name}`
        : `${left === 0 ? "all" : "only"} ${servers.length} name servers of ${zone.name} answer the new records${left === 0 ? "" : `: ${left} have no address here`}`;
    }
    const first = still[0];
    if (asking.stop.aborted || asking.ports.clock.now().getTime() >= end) {
      throw new StepError([
        `Not every name server has the new records of zone ${zone.name} after ${formatDuration(LIMIT_MS)}: ${first?.server.title} ${first?.wrong?.words}`,
        "The records are changed, and both sides serve. Run this again: it goes on with looking",
      ]);
    }
    open = still;
    asking.targets.lookAgain();
    await asking.ports.clock.sleep(LOOK_AGAIN_MS, asking.stop);
  }
}

type Question = Expected & { question: DnsQuestion };

/** By their types, before and after. */
function questionsOf(expected: Expected): Question[] {
  const types = new Set([...expected.before, ...expected.after].map(({ type }) => type));
  return [...types].map((type) => ({
    ...expected,
    before: expected.before.filter((set) => set.type === type),
    after: expected.after.filter((set) => set.type === type),
    question: { name: askable(expected.name), type: type as DnsQuestion["type"] },
  }));
}

/** A wildcard is seen by a name below it that nobody has. */
function askable(name: string): string {
  return name.startsWith("*.") ? `k8s-migrate-probe${name.slice(1)}` : name;
}

type Wrong = { words: string; isBlocked: boolean };

async function wrongAt(
  { server, ...asked }: Question & { server: ZoneServer },
  { ports, stop, targets }: Asking,
): Promise<Wrong | undefined> {
  const { zone, question } = asked;
  // A resolver answers only who asks it to find out.
  const answer = await (zone.isPrivate
    ? ports.servers.resolve(question, stop)
    : ports.servers.ask(server, question, stop));
  if ("problem" in answer) return { words: `does not answer: ${answer.problem}`, isBlocked: answer.kind === "blocked" };
  const words = await misfit(answer, asked, targets);
  return words === undefined ? undefined : { words, isBlocked: false };
}

/** What is wrong with an answer, in words; undefined where nothing is. */
async function misfit(answer: DnsAnswer, asked: Question, targets: Targets): Promise<string | undefined> {
  const { before, after, question } = asked;
  const [old, fresh] = await Promise.all([targets.of(before, question), targets.of(after, question)]);
  const side = answerSide(answer, { before, after, addresses: { before: old, after: fresh } });
  const values = answer.records.map(({ value }) => value).join(", ") || answer.rcode;
  if (side !== "after") return `answers ${question.name} ${question.type} with ${values}`;
  // What a resolver keeps it has got before.
  if (!answer.isAuthoritative || ttlAgrees(answer, after)) return undefined;
  return `answers ${question.name} ${question.type} with a TTL of ${answer.records[0]?.ttl} s`;
}

/** What can be said where no name server can be asked: for a public zone Route 53 tells what it would answer. */
async function withoutServers(
  zone: ZoneRecords,
  expected: readonly Expected[],
  { ports, why, targets }: Asking & { why: string },
): Promise<string> {
  if (zone.isPrivate) {
    return `private zone ${zone.name} has the new records; what its resolvers answer was not seen: ${why}`;
  }
  for (const asked of expected.flatMap(questionsOf)) {
    for (let draw = 0; draw < DRAWS; draw++) {
      const { rcode, values } = await ports.records.testAnswer(zone.id, asked.question);
      const { type, name } = asked.question;
      const records = values.map((value) => ({ name, type, ttl: 0, value }));
      const answer: DnsAnswer = { rcode, isAuthoritative: false, records };
      const [old, fresh] = await Promise.all([
        targets.of(asked.before, asked.question),
        targets.of(asked.after, asked.question),
      ]);
      const isAlias = asked.after.some(({ alias }) => alias !== undefined);
      const side = answerSide(answer, { ...asked, addresses: { before: old, after: fresh } });
      // Without DNS nobody knows what the target of an alias resolves to.
      if (side === "after" || (isAlias && side === "neither" && values.length > 0)) continue;
      throw new StepError([
        `Route 53 would answer ${name} ${type} with ${values.join(", ") || rcode}, and not with the new records`,
        "Run this again: it goes on with looking",
      ]);
    }
  }
  return `Route 53 would answer the new records of ${zone.name}; its name servers were not asked: ${why}`;
}
