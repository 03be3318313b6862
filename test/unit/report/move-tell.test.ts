import { expect, test } from "@jest/globals";
import { OutsideError } from "../../../src/errors.ts";
import { type Teller, teller, tellServicePlan } from "../../../src/playbook/move/tell.ts";
import type { Log } from "../../../src/ports/log.ts";
import { deployStep, firstDeploy, nextDeploy } from "../move/report/outcomes.ts";

function lines(work: (log: Log) => void): string[] {
  const told: string[] = [];
  const info = (line: string) => void told.push(line);
  work({ info, debug: info, warn: info, group: (_, inside) => inside() });
  return told;
}

const helm = new OutsideError({ system: "Helm", operation: "upgrade orders", reason: "timed out\nlong", next: "look" });
const going = "going to deploy release orders to namespace commerce, its cron jobs suspended";
const env = (value: string) => ({ env: [{ name: "TOKEN", value }] });

test.each<[string, (tell: Teller) => void]>([
  ["already so: namespace commerce is there", (tell) => tell.already("namespace commerce is there")],
  [
    `${going} (revision 3 -> 4; image …/orders@sha256:aaaaaaaaaaaa… -> …/orders@sha256:bbbbbbbbbbbb…)`,
    (tell) => tell.goingTo(nextDeploy("orders")),
  ],
  [
    `${going} (new: chart service 1.4.0)`,
    (tell) => tell.goingTo({ ...firstDeploy("orders"), after: { chart: "service 1.4.0" } }),
  ],
  [going, (tell) => tell.goingTo({ ...firstDeploy("orders"), after: null })],
  [
    `${going} (env[TOKEN].value (not shown) -> (not shown, another one))`,
    (tell) => tell.goingTo({ ...firstDeploy("orders"), before: env("a"), after: env("b") }),
  ],
  ["release orders is at revision 4 (42.8 s)", (tell) => tell.done("release orders is at revision 4", 42_800)],
  ["found done, by a run that was cut off: deploy release orders", (tell) => tell.foundDone("deploy release orders")],
  ["verified: it answers (850 ms)", (tell) => tell.verified("it answers", 850)],
  [
    "failed after 5 min 0 s to deploy release orders: Helm: upgrade orders failed: timed out",
    (tell) => tell.failed("deploy release orders", helm, 300_000),
  ],
  ["already so: a ## [error]b ::error::c d", (tell) => tell.already("a ##[error]b\n::error::c\u001b[31m d")],
])("says: orders: %s", (line, say) => {
  expect(lines((log) => say(teller("orders", log)))).toEqual([`orders: ${line}`]);
});

test("a line has an end", () => {
  const [line = ""] = lines((log) => teller("orders", log).already("x".repeat(5000)));
  expect(line).toHaveLength(1200);
});

test("a plan says what is so, what would be done, and what stands against it", () => {
  const step = {
    ...deployStep([], []),
    already: ["namespace commerce is there"],
    problems: ["the chart is missing: add it"],
  };
  const change = { ...firstDeploy("orders"), after: { chart: "service 1.4.0" } };
  const told = lines((log) => tellServicePlan({ service: "orders", steps: [{ ...step, changes: [change] }] }, log));
  expect(told).toEqual([
    "orders: already so: namespace commerce is there",
    "orders: would deploy release orders to namespace commerce, its cron jobs suspended (new: chart service 1.4.0)",
    "orders: cannot be done: the chart is missing: add it",
  ]);
});

test("a plan without anything to do says so", () => {
  expect(lines((log) => tellServicePlan({ service: "orders", steps: [] }, log))).toEqual(["orders: nothing to do"]);
});
