import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "@jest/globals";
import { pythonTools } from "../../../sandbox/python/python.ts";
import { INSTALL_MS } from "../../support/emulator.ts";

const run = promisify(execFile);
const source = fileURLToPath(new URL("../../../sandbox/aws", import.meta.url));

// Times in UTC. The clocks of Los Angeles go from 02:00 to 03:00 on 2026-03-08, and from 02:00 back to 01:00 on 2026-11-01:
// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
const rows: [expression: string, zone: string, after: string, ticks: string[]][] = [
  ["cron(0 3 * * ? *)", "UTC", "2026-01-01T03:00:00Z", ["2026-01-02T03:00:00Z"]],
  ["cron(0 3 * * ? *)", "UTC", "2026-01-01T02:59:59Z", ["2026-01-01T03:00:00Z"]],
  ["cron(0 3 ? * 2-6 *)", "UTC", "2026-01-02T03:00:00Z", ["2026-01-05T03:00:00Z"]], // 2 is Monday
  ["cron(0/20 * * * ? *)", "UTC", "2026-01-01T00:10:00Z", ["2026-01-01T00:20:00Z", "2026-01-01T00:40:00Z"]],
  ["cron(0 0 L * ? *)", "UTC", "2026-02-01T00:00:00Z", ["2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z"]],
  ["cron(0 3 * * ? *)", "America/Los_Angeles", "2026-01-01T00:00:00Z", ["2026-01-01T11:00:00Z"]],
  ["cron(30 2 * * ? *)", "America/Los_Angeles", "2026-03-07T10:30:00Z", ["2026-03-09T09:30:00Z"]],
  [
    "cron(30 1 * * ? *)",
    "America/Los_Angeles",
    "2026-10-31T08:30:00Z",
    ["2026-11-01T08:30:00Z", "2026-11-02T09:30:00Z"],
  ],
  ["at(2026-01-01T03:00:00)", "Asia/Kolkata", "2025-12-31T00:00:00Z", ["2025-12-31T21:30:00Z"]],
  ["at(2026-01-01T03:00:00)", "UTC", "2026-01-01T03:00:00Z", []],
  ["cron(0 3 1 1 ? 2020)", "UTC", "2026-01-01T00:00:00Z", []],
];

const PROGRAM = `
import json, sys
from emulator.ticks import next_tick
for expression, zone, after, count in json.load(sys.stdin):
    ticks = []
    while len(ticks) < count and (after := next_tick(expression, after, zone=zone, start=0)) is not None:
        ticks.append(after)
    print(json.dumps(ticks))
`;

let python: string;
beforeAll(async () => {
  ({ python } = await pythonTools());
}, INSTALL_MS);

test("schedule expressions are due when AWS says they are", async () => {
  const questions = rows.map(([expression, zone, after, ticks]) => [
    expression,
    zone,
    Date.parse(after) / 1000,
    Math.max(1, ticks.length),
  ]);
  const asked = run(python, ["-B", "-c", PROGRAM], { cwd: source });
  asked.child.stdin?.end(JSON.stringify(questions));
  const lines = (await asked).stdout.trim().split("\n");
  const answers = lines.map((line) =>
    (JSON.parse(line) as number[]).map((tick) => new Date(tick * 1000).toISOString()),
  );
  const named = rows.map(([expression, zone], i) => [
    expression,
    zone,
    answers[i]?.map((tick) => tick.replace(".000", "")),
  ]);
  expect(named).toEqual(rows.map(([expression, zone, , ticks]) => [expression, zone, ticks]));
});
