import { expect, test } from "@jest/globals";
import type { Probe, Service } from "../../../src/migration-file/migration.ts";
import type { OldRecord } from "../../../src/playbook/steps/probe-new-side.ts";
import { probeNewSide } from "../../../src/playbook/steps/probe-new-side.ts";
import type { ProbeAnswer, ProbeFailure } from "../../../src/probe/answer.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";
import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryRouteTargets } from "../../support/fakes/route-targets.ts";
import { service } from "../move/world.ts";
import { type Known, knownNames } from "./known-names.ts";

const NAME = "orders.elb.test";
const URL_TEXT = "https://orders.example.com/healthz";
const OK: ProbeAnswer = { status: 200, headers: {}, body: "ok", bodyIsCut: false };
const BAD: ProbeAnswer = { ...OK, status: 503 };
const fails = (kind: ProbeFailure["kind"], problem: string): ProbeFailure => ({ kind, problem });

type Answers = Record<string, ProbeAnswer | ProbeFailure | (() => ProbeAnswer | ProbeFailure)>;
type Wishes = {
  /** What DNS says of the load balancer's name. */
  known?: Known | (() => Known);
  /** By address; all others answer well. */
  answers?: Answers;
  probe?: Partial<Probe>;
  old?: OldRecord[];
};

/** A service whose Ingress has the load balancer's name as its address. */
function scene({ known = [], answers = {}, probe = {}, old }: Wishes) {
  const clock = fakeClock();
  const targets = memoryRouteTargets();
  targets.put({
    kind: "ingress",
    namespace: "commerce",
    name: "orders",
    addresses: [NAME],
    hosts: ["orders.example.com"],
    tlsHosts: [],
    listeners: undefined,
  });
  const asked: { place: string; request: ProbeRequest; at: number }[] = [];
  const probesOf = (place: string) => ({
    async ask(request: ProbeRequest) {
      asked.push({ place, request, at: clock.now().getTime() });
      const answer = answers[request.address] ?? OK;
      return typeof answer === "function" ? answer() : answer;
    },
  });
  const lines: string[] = [];
  const log = {
    info: (line: string) => void lines.push(line),
    debug: () => {},
    warn: (line: string) => void lines.push(`warning: ${line}`),
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const step = probeNewSide({
    targets,
    clock,
    log,
    names: knownNames({ [NAME]: known }),
    probes: probesOf("runner"),
    clusterProbes: ({ name }) => probesOf(`cluster of ${name}`),
    hidden: (text) => text.replaceAll("hunter2", "***"),
    ...(old === undefined ? {} : { oldSide: async () => old }),
  });
  const base = service("orders");
  const moved: Service = { ...base, probe: { ...(base.probe as Probe), ...probe } };
  return { step, moved, clock, asked, lines };
}

async function verify({ step, moved, clock }: ReturnType<typeof scene>, stop = new AbortController()) {
  const ended = step.verify?.(moved, stop.signal).catch((error: unknown) => `failed: ${(error as Error).message}`);
  for (let n = 0; n < 200; n++) await clock.advance(1000);
  return ended;
}
const addressesOf = ({ asked }: ReturnType<typeof scene>) => [...new Set(asked.map(({ request }) => request.address))];

test("each address is asked so often in a row as is wanted, all at once, and for the record's name", async () => {
  const it = scene({ known: ["192.0.2.1", "192.0.2.2", "2001:db8::1"] });
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1, 192.0.2.2, 2001:db8::1`);
  expect(it.asked).toHaveLength(6);
  expect(new Set(it.asked.map(({ at }) => at)).size).toBe(2);
  for (const { request } of it.asked)
    expect(request).toMatchObject({ host: "orders.example.com", addressOf: NAME, port: 443 });
});

test("one address that does not pass is enough to fail, and all of them are told", async () => {
  const it = scene({
    known: ["192.0.2.1", "192.0.2.2", "2001:db8::1"],
    answers: { "192.0.2.2": BAD, "2001:db8::1": fails("refused", "it refuses") },
  });
  const said = await verify(it);
  expect(said).toMatch(
    /^failed: The new side does not answer as probe wants: https:\S+ at 192\.0\.2\.2 \(orders\.elb\.test\): it never passed/,
  );
  expect(said).toMatch(/\nNor at another address: https:\S+ at 2001:db8::1 \(orders\.elb\.test\): .*it refuses\n/);
  expect(said).toContain("Clients still go to the old side");
});

test("an address that DNS has got meanwhile is asked too", async () => {
  let looked = 0;
  const known = () => (++looked > 2 ? ["192.0.2.1", "192.0.2.9"] : ["192.0.2.1"]);
  const it = scene({ known, answers: { "192.0.2.9": BAD } });
  expect(await verify(it)).toContain("at 192.0.2.9 (orders.elb.test): it never passed");
});

test("an address that fails, and is gone from DNS by then, does not count", async () => {
  let looked = 0;
  const known = () => (++looked > 2 ? ["192.0.2.2"] : ["192.0.2.1", "192.0.2.2"]);
  const it = scene({ known, answers: { "192.0.2.1": fails("timed-out", "it says nothing") } });
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.2`);
});

test("addresses that are others each time are no load balancer", async () => {
  let looked = 0;
  const it = scene({ known: () => [`192.0.2.${++looked}`] });
  expect(await verify(it)).toContain("orders.elb.test has other addresses each time that it is looked up");
});

test("without IPv6 here, the IPv4 addresses decide, and it is said", async () => {
  const none = fails("unreachable", "there is no way to [2001:db8::1]:443 from here (ENETUNREACH)");
  const it = scene({ known: ["192.0.2.1", "2001:db8::1"], answers: { "2001:db8::1": none } });
  const note =
    "2001:db8::1 was not asked, since there is no IPv6 from here: there is no way to [2001:db8::1]:443 from here (ENETUNREACH)";
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1; ${note}`);
  expect(it.lines).toContain(`warning: orders: ${note}`);
  expect(it.asked.filter(({ request }) => request.address === "2001:db8::1")).toHaveLength(1);
});

test.each<[string, string[], Answers]>([
  ["an IPv4 address without a way", ["192.0.2.1"], { "192.0.2.1": fails("unreachable", "no way") }],
  ["IPv6 addresses only, without a way", ["2001:db8::1"], { "2001:db8::1": fails("unreachable", "no way") }],
])("%s fails", async (_what, known, answers) => {
  expect(await verify(scene({ known, answers }))).toMatch(/^failed: .*no way/);
});

test("a name that DNS does not know here is asked by its name, and it is said", async () => {
  const it = scene({ known: { kind: "blocked", problem: "192.0.2.53 does not answer" } });
  const note = `the addresses of ${NAME} are not known here (192.0.2.53 does not answer): it was asked by its name, maybe not at each of them`;
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT}; ${note}`);
  expect(addressesOf(it)).toEqual([NAME]);
});

test("what DNS has once said holds where it says nothing later", async () => {
  let looked = 0;
  const it = scene({ known: () => (++looked > 2 ? { kind: "other", problem: "SERVFAIL" } : ["192.0.2.1"]) });
  expect(await verify(it)).toBe(
    `the new side answers: ${URL_TEXT} at 192.0.2.1; ${NAME} may have more addresses than were asked (SERVFAIL)`,
  );
});

test("where a proxy lets only names through, the name is asked, and it is said", async () => {
  const refused = fails("proxy", "the proxy answers 403");
  const it = scene({ known: ["192.0.2.1"], answers: { "192.0.2.1": refused } });
  const note = `192.0.2.1 was not asked by itself, only ${NAME}: the proxy answers 403`;
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT}; ${note}`);
});

test("a stop ends it", async () => {
  const it = scene({ known: ["192.0.2.1"], answers: { "192.0.2.1": BAD } });
  const stop = new AbortController();
  const ended = it.step.verify?.(it.moved, stop.signal).catch((error: unknown) => (error as Error).message);
  await it.clock.advance(3000);
  stop.abort();
  expect(await ended).toBe(`Stopped while asking ${URL_TEXT} at ${NAME}`);
});

test("from: cluster asks from there alone, and is no problem of the plan", async () => {
  const it = scene({ known: ["192.0.2.1"], probe: { from: "cluster" } });
  expect((await it.step.plan(it.moved, [], { isLocked: false })).problems).toEqual([]);
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1`);
  expect(new Set(it.asked.map(({ place }) => place))).toEqual(new Set(["cluster of orders"]));
});

const OLD: OldRecord[] = [{ record: "orders.example.com", addresses: ["old-1.test", "old-2.test"] }];

test("an answer that is another one than that of the old side fails, and both are told without secrets", async () => {
  const old = { ...OK, body: "v1 hunter2" };
  const it = scene({
    known: ["192.0.2.1"],
    old: OLD,
    probe: { compare: "body" },
    answers: { "old-1.test": old, "192.0.2.1": { ...OK, body: "v2 hunter2" } },
  });
  const said = await verify(it);
  expect(said).toContain('The last failure: its body is "v2 ***", and that of the old side "v1 ***"');
  expect(said).not.toContain("hunter2");
});

test("the same answers pass, and the old side is asked once only", async () => {
  const it = scene({ known: ["192.0.2.1", "192.0.2.2"], old: OLD, probe: { compare: "body" } });
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1, 192.0.2.2`);
  expect(it.asked.filter(({ request }) => request.address.startsWith("old"))).toMatchObject([
    { request: { address: "old-1.test", host: "orders.example.com", port: 443 } },
  ]);
});

test("an old side whose answer changes is asked again before a difference is told", async () => {
  let asked = 0;
  const old = () => ({ ...OK, body: ++asked === 1 ? "before" : "ok" });
  const it = scene({ known: ["192.0.2.1"], old: OLD, probe: { compare: "body" }, answers: { "old-1.test": old } });
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1`);
});

test("an old side that cannot be asked from here is a warning; another address of it may do", async () => {
  const down = {
    "old-1.test": fails("timed-out", "old-1 says nothing"),
    "old-2.test": fails("refused", "old-2 refuses"),
  };
  const it = scene({ known: ["192.0.2.1"], old: OLD, probe: { compare: "status" }, answers: down });
  const note =
    "what the old side of orders.example.com answers is not known here, so it was not compared: old-1 says nothing; old-2 refuses";
  expect(await verify(it)).toBe(`the new side answers: ${URL_TEXT} at 192.0.2.1; ${note}`);

  const half = scene({
    known: ["192.0.2.1"],
    old: OLD,
    probe: { compare: "status" },
    answers: { ...down, "old-2.test": BAD },
  });
  expect(await verify(half)).toContain("its status is 200, and that of the old side 503");
});

test("compare: off asks nothing of the old side", async () => {
  const it = scene({ known: ["192.0.2.1"], old: OLD, probe: { compare: "off" } });
  await verify(it);
  expect(addressesOf(it)).toEqual(["192.0.2.1"]);
});
