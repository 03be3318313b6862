import { expect, test } from "@jest/globals";
import { type ProbeGoal, probeUntil } from "../../../src/playbook/probe/probe-until.ts";
import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { type FakeAnswer, memoryProbes } from "../../support/fakes/probes.ts";

const at = { address: "lb.example.net", port: 80 };
const goal: ProbeGoal = {
  request: { ...at, scheme: "http", host: "orders.example.com", path: "/healthz", headers: [], timeoutMs: 10_000 },
  wanted: { status: [200], headers: {}, body: undefined, passes: 3, intervalMs: 5000 },
  limitMs: 60_000,
};

/** The answers in turn; the last one for good. */
function scene(answers: FakeAnswer[]) {
  const clock = fakeClock();
  const probes = memoryProbes(clock);
  const left = [...answers];
  const times: number[] = [];
  const answer = () => {
    times.push((clock.now().getTime() - Date.parse("2026-01-01T00:00:00.000Z")) / 1000);
    return (left.length > 1 ? left.shift() : left[0]) ?? "hangs";
  };
  probes.serve(at, { scheme: "http", answer });
  const lines: string[] = [];
  return { clock, probes, times, lines, parts: { probes, clock, tell: (line: string) => void lines.push(line) } };
}
const [good, bad] = [{ status: 200 }, { status: 503 }];
const BAD = "its status is 503, and has to be 200";

/** Lets time pass until it ends. */
async function run({ clock, parts }: ReturnType<typeof scene>, change: Partial<ProbeGoal> = {}) {
  const outcome = probeUntil(parts, { ...goal, ...change });
  for (let n = 0; n < 100; n++) await clock.advance(1000);
  return outcome;
}

test("it passes so often in a row, with the interval between", async () => {
  const it = scene([good]);
  expect(await run(it)).toEqual({ passed: true, tries: 3 });
  expect(it.times).toEqual([0, 5, 10]);
  expect(it.lines).toEqual(["it passes"]);
});

test("one pass is enough where one is wanted", async () => {
  const it = scene([good]);
  expect(await run(it, { wanted: { ...goal.wanted, passes: 1 } })).toEqual({ passed: true, tries: 1 });
});

test("a failure between begins the row anew", async () => {
  const it = scene([good, good, bad, bad, good]);
  expect(await run(it)).toEqual({ passed: true, tries: 7 });
  expect(it.lines).toEqual(["it passes", BAD, "it passes"]);
});

test("at the limit it says what the last failure was", async () => {
  const it = scene([bad]);
  expect(await run(it, { limitMs: 20_000 })).toEqual({
    passed: false,
    by: "limit",
    tries: 5,
    problem: `it never passed within 20.0 s (5 tries), and has to pass 3 times. The last failure: ${BAD}`,
  });
  expect(it.times).toEqual([0, 5, 10, 15, 20]);
});

test("the row that was almost long enough is told", async () => {
  const it = scene([good, good, bad, good]);
  expect(await run(it, { limitMs: 20_000 })).toEqual({
    passed: false,
    by: "limit",
    tries: 5,
    problem: `it passed 2 times in a row at most within 20.0 s (5 tries), and has to pass 3 times. The last failure: ${BAD}`,
  });
});

test("a limit that is too short for the passes is told", async () => {
  const it = scene([good]);
  expect(await run(it, { limitMs: 7000 })).toMatchObject({
    problem: "it passed 2 times within 7.0 s (2 tries), and has to pass 3 times in a row: that needs more time",
  });
});

test("a server that hangs takes its time, and is told in words", async () => {
  const it = scene(["hangs"]);
  expect(await run(it, { limitMs: 20_000 })).toMatchObject({
    problem: expect.stringMatching(/ \(2 tries\).*lb\.example\.net:80 does not answer within 10\.0 s$/),
  });
  expect(it.times).toEqual([0, 15]);
});

test.each<[string, FakeAnswer[], number, string]>([
  ["while it waits", [bad], 12_000, `it was stopped after 3 tries. The last failure: ${BAD}`],
  ["while it asks", ["hangs"], 5000, "it was stopped after 0 tries"],
])("a stop signal ends it %s", async (_when, answers, after, problem) => {
  const { clock, parts } = scene(answers);
  const stop = new AbortController();
  const outcome = probeUntil(parts, goal, stop.signal);
  await clock.advance(after);
  stop.abort();
  expect(await outcome).toMatchObject({ passed: false, by: "stop", problem });
  expect(clock.sleeping()).toBe(0);
});
