import dns from "node:dns";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { nameServers } from "../../../src/adapters/dns/name-servers.ts";
import type { DnsAnswer, DnsQuestion } from "../../../src/dns/answer.ts";
import { startDnsServer, type TcpTurn, type TestDnsServer, type UdpTurn } from "../../support/dns-server.ts";

const question: DnsQuestion = { name: "www.shop.test", type: "A" };
const truth: DnsAnswer = {
  rcode: "NOERROR",
  isAuthoritative: true,
  records: [{ name: "www.shop.test", type: "A", ttl: 60, value: "192.0.2.1" }],
};
const long: DnsAnswer = {
  ...truth,
  records: Array.from({ length: 200 }, (_, at) => ({ ...truth.records[0], value: `192.0.2.${at}` }) as never),
};

let open: TestDnsServer[] = [];
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});

async function server(udp: UdpTurn[], tcp: TcpTurn = "answers", answer = truth): Promise<TestDnsServer> {
  const started = await startDnsServer({ udp, tcp, answer: () => answer });
  open.push(started);
  return started;
}
const quick = { timeoutMs: 150 };

test.each<UdpTurn>(["wrong id first", "wrong question first", "noise first"])(
  "%s: the answer that follows counts",
  async (turn) => {
    const there = await server([turn]);
    expect(await nameServers(quick).ask(there, question)).toEqual(truth);
    expect(there.asked()).toHaveLength(1);
  },
);

test("an answer from where nobody was asked does not count", async () => {
  const there = await server(["from another port"]);
  expect(await nameServers(quick).ask(there, question)).toMatchObject({ kind: "blocked" });
});

test("silence is asked again, twice, each time with another id", async () => {
  const there = await server(["is silent", "is silent", "answers"]);
  expect(await nameServers(quick).ask(there, question)).toEqual(truth);
  const ids = there.asked().map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBeGreaterThan(1);
});

test("silence without end is told as such, and where from", async () => {
  const there = await server(["is silent"]);
  expect(await nameServers({ ...quick, retries: 1 }).ask(there, question)).toEqual({
    kind: "blocked",
    problem: `127.0.0.1:${there.port} gives no answer: nothing came back within 0.15 s`,
  });
  expect(there.asked()).toHaveLength(2);
});

test.each<TcpTurn>(["answers", "answers in pieces"])("what is too long for UDP comes over TCP that %s", async (tcp) => {
  const there = await server(["cuts"], tcp, long);
  expect(await nameServers({ timeoutMs: 2000 }).ask(there, question)).toEqual(long);
  expect(there.asked().map(({ over }) => over)).toEqual(["udp", "tcp"]);
});

test.each<[TcpTurn, RegExp]>([
  ["is silent", /nothing came back within 0\.15 s$/],
  ["hangs up", /the connection was closed before the answer$|ECONNRESET$/],
  ["answers another question", /answers another question$/],
])("TCP that %s is a failure of its own: the server is not out of reach", async (tcp, problem) => {
  const there = await server(["cuts"], tcp, long);
  expect(await nameServers(quick).ask(there, question)).toEqual({
    kind: "other",
    problem: expect.stringMatching(problem),
  });
});

test("other answers are given as they are", async () => {
  const refused: DnsAnswer = { rcode: "REFUSED", isAuthoritative: false, records: [] };
  const there = await server(["answers"], "answers", refused);
  expect(await nameServers(quick).ask(there, question)).toEqual(refused);
  expect(there.asked()).toHaveLength(1);
});

test("only a resolver is asked to ask others", async () => {
  const there = await server(["answers"]);
  const names = nameServers({ ...quick, resolver: there });
  await names.ask(there, question);
  await names.resolve(question);
  expect(there.asked().map(({ recursive }) => recursive)).toEqual([false, true]);
});

test("without a resolver those of the machine are asked, the next one when one is silent", async () => {
  const before = dns.getServers();
  const [dead, there] = [await server(["is silent"]), await server(["answers"])];
  try {
    dns.setServers([`127.0.0.1:${dead.port}`, `127.0.0.1:${there.port}`]);
    expect(await nameServers({ ...quick, retries: 0 }).resolve(question)).toEqual(truth);
    dns.setServers([`127.0.0.1:${dead.port}`]);
    expect(await nameServers({ ...quick, retries: 0 }).resolve(question)).toMatchObject({ kind: "blocked" });
  } finally {
    dns.setServers(before);
  }
});

test("a question under way is stopped", async () => {
  const there = await server(["is silent"]);
  const stop = new AbortController();
  const asking = nameServers({ timeoutMs: 60_000 }).ask(there, question, stop.signal);
  while (there.asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  expect(await asking).toEqual({ kind: "other", problem: "it was stopped" });
});

test("a name that DNS cannot hold is no reason to fail", async () => {
  const there = await server(["answers"]);
  for (const name of [`${"x".repeat(64)}.test`, `${"x.".repeat(127)}test`, "a..test"]) {
    expect(await nameServers(quick).ask(there, { name, type: "A" })).toEqual({
      kind: "other",
      problem: `127.0.0.1:${there.port} cannot be asked for A ${name}: DNS has no such names`,
    });
  }
  expect(there.asked()).toEqual([]);
});

test("where UDP leads nowhere it is blocked, at once", async () => {
  // Takes the port for TCP only, so that nobody takes it for UDP in between.
  const tcp = createServer().listen(0, "127.0.0.1");
  await once(tcp, "listening");
  const { port } = tcp.address() as { port: number };
  const failure = await nameServers({ timeoutMs: 60_000 }).ask({ address: "127.0.0.1", port }, question);
  expect(failure).toEqual({ kind: "blocked", problem: expect.stringContaining("ECONNREFUSED") });
  tcp.close();
});
