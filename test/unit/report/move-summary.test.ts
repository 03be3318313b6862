import { describe, expect, test } from "@jest/globals";
import type { PhaseOutcome } from "../../../src/move/outcome.ts";
import { TOOL_VERSION } from "../../../src/move/report/tool-version.ts";
import { moveSummary, notRunSummary } from "../../../src/playbook/report/move-summary.ts";
import {
  deployStep,
  firstDeploy,
  image,
  nextDeploy,
  phaseOutcome,
  probeStep,
  report,
  serviceOutcome,
} from "../move/report/outcomes.ts";

const PREPARE = "switchover with phase: prepare";
const probed = (name: string) => `GET https://${name}.example.com/healthz answered 200, 3 times in 10 s`;
const event = (
  from: string,
  to: string,
  rest: { step: string; words: string; outcome: "made" | "verified" | "failed" },
) => ({
  from: `2026-03-01T02:${from}Z`,
  to: `2026-03-01T02:${to}Z`,
  ...rest,
});
const deployed = event("00:01.120", "00:43.900", {
  step: "deploy-suspended",
  words: "release orders is at revision 1",
  outcome: "made",
});
const orders = serviceOutcome("orders", {
  state: "prepared",
  steps: [deployStep([firstDeploy("orders")], ["made"]), probeStep(probed("orders"))],
  events: [deployed, event("00:44", "00:54", { step: "probe-new-side", words: probed("orders"), outcome: "verified" })],
});

const HEADER = "| Service | Step | Change | Before -> after | Outcome |\n| --- | --- | --- | --- | --- |";
const first = (name: string) =>
  `| ${name} | deploy-suspended | deploy release ${name} to namespace commerce, its cron jobs suspended | new: chart \`service 1.4.0\`<br>image \`111122223333.dkr.e…p/${name}@sha256:aaaaaaaaaaaa…\`<br>suspended \`nightly-invoice, cleanup\` |`;
const next = (name: string) =>
  `| ${name} | deploy-suspended | deploy release ${name} to namespace commerce, its cron jobs suspended | revision \`3\` -> \`4\`<br>image \`…/${name}@sha256:aaaaaaaaaaaa…\` -> \`…/${name}@sha256:bbbbbbbbbbbb…\` |`;
const newValue = (name: string) =>
  `${name}: deploy release ${name} to namespace commerce, its cron jobs suspended\n  image ${image(name, "a")}`;
const values = (...lines: string[]) =>
  `<details><summary>Values that are shortened above</summary>\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n\n</details>`;
const about = (planHash = "| Plan hash | `0123456789abcdef` |\n") => `<details><summary>About this run</summary>

| What | Value |
| --- | --- |
| Journals | \`s3://shop-migration/k8s-migrate/production/\` |
${planHash}| Run | https://github.com/acme/shop/actions/runs/7/attempts/1 |
| Started by | alice |
| Reported at | 2026-03-01T02:05:00.000Z |
| Made by | k8s-migrate ${TOOL_VERSION} |

</details>
`;
const timeline = (...lines: string[]) => `#### Timeline (UTC)

\`\`\`mermaid
gantt
    dateFormat YYYY-MM-DD HH:mm:ss
    axisFormat %H:%M:%S
    todayMarker off
    section orders
    ● release orders is at revision 1 (42.8 s) :2026-03-01 02:00:01, 43s
    ✓ GET https#58;//orders.example.com/healthz answered 200, 3 time… (10.0 s) :active, 2026-03-01 02:00:44, 10s
    section billing
${lines.join("\n")}
\`\`\`

● made, ○ found made, ✓ verified, ✗ failed.`;

test("of a dry run says what would be done, and how to do exactly that", () => {
  const outcome = phaseOutcome({
    dryRun: true,
    next: PREPARE,
    services: [
      serviceOutcome("orders", { steps: [deployStep([firstDeploy("orders")], ["planned"]), probeStep("")] }),
      serviceOutcome("billing", {
        steps: [{ ...deployStep([nextDeploy("billing")], ["planned"]), already: ["namespace commerce is there"] }],
      }),
    ],
  });
  expect(moveSummary(report(outcome))).toBe(`### 📝 production: not started. prepare would make 2 changes to 2 services

- **To do this:** the same without \`dry-run\`, with \`plan-hash: 0123456789abcdef\`: it does exactly this, or refuses

#### Changes

${HEADER}
${first("orders")} planned |
| billing | deploy-suspended | namespace commerce is there |  | already so |
${next("billing")} planned |

${values(newValue("orders"), `${newValue("billing")} -> ${image("billing", "b")}`)}

${about()}`);
});

test("of a phase that was done says what was changed, what was so, and when", () => {
  const billing = serviceOutcome("billing", {
    state: "prepared",
    steps: [
      { ...deployStep([], []), already: ["release billing runs the image of ECS"] },
      probeStep(probed("billing")),
    ],
    events: [event("00:55", "01:05", { step: "probe-new-side", words: probed("billing"), outcome: "verified" })],
  });
  const outcome = phaseOutcome({ state: "prepared", back: "rollback", services: [orders, billing] });
  expect(moveSummary(report(outcome))).toBe(`### ✅ production: prepared. prepare made 1 change to 1 service

- **Back:** \`rollback\`

#### Changes

${HEADER}
${first("orders")} ✅ made |
| orders | probe-new-side | ${probed("orders")} |  | ✅ verified |
| billing | deploy-suspended | release billing runs the image of ECS |  | already so |
| billing | probe-new-side | ${probed("billing")} |  | ✅ verified |

${timeline("    ✓ GET https#58;//billing.example.com/healthz answered 200, 3 tim… (10.0 s) :active, 2026-03-01 02:00:55, 10s")}

${values(newValue("orders"))}

${about()}`);
});

test("of a phase that failed in the middle says what is done, what is not, and both ways", () => {
  const billing = serviceOutcome("billing", {
    state: "preparing",
    failure: "Helm: upgrade billing failed: context deadline exceeded\nNext: look at its pods",
    steps: [deployStep([nextDeploy("billing")], ["failed"]), probeStep("")],
    events: [event("00:55", "05:55", { step: "deploy-suspended", words: "deploy release billing", outcome: "failed" })],
  });
  const search = serviceOutcome("search", { steps: [deployStep([firstDeploy("search")], ["not-begun"])] });
  const outcome = phaseOutcome({ next: PREPARE, back: "rollback", services: [orders, billing, search] });
  expect(
    moveSummary(report(outcome)),
  ).toBe(`### ❌ production: 1 not started, 1 preparing, 1 prepared. prepare stopped at billing, after 1 of 3 changes

- **Next:** \`switchover with phase: prepare\`: goes on where this one stopped
- **Back:** \`rollback\`: takes back what was done

\`\`\`text
billing: Helm: upgrade billing failed: context deadline exceeded
Next: look at its pods
\`\`\`

#### Changes

${HEADER}
${first("orders")} ✅ made |
| orders | probe-new-side | ${probed("orders")} |  | ✅ verified |
${next("billing")} ❌ failed |
${first("search")} not begun |

${timeline("    ✗ deploy release billing (5 min 0 s) :crit, 2026-03-01 02:00:55, 300s")}

${values(newValue("orders"), `${newValue("billing")} -> ${image("billing", "b")}`, newValue("search"))}

${about()}`);
});

test("of a status says how far each service is, and what is next", () => {
  const outcome = phaseOutcome({
    phase: "status",
    dryRun: true,
    planHash: "",
    next: PREPARE,
    back: "rollback",
    services: [
      serviceOutcome("orders", { state: "prepared", readyAt: "2026-03-01T06:00:00Z" }),
      serviceOutcome("billing", {
        state: "preparing",
        heldBy: "https://github.com/acme/shop/actions/runs/6/attempts/1",
      }),
      serviceOutcome("search", {
        steps: [{ ...deployStep([], []), problems: ["release search is pending: run rollback-release first"] }],
      }),
    ],
  });
  expect(moveSummary(report(outcome))).toBe(`### 📋 production: 1 not started, 1 preparing, 1 prepared

- **Next:** \`switchover with phase: prepare\`
- **Back:** \`rollback\`

#### What stands against it

\`\`\`text
search: release search is pending: run rollback-release first
\`\`\`

#### Services

| Service | State | Ready at | Held by |
| --- | --- | --- | --- |
| orders | prepared | 2026-03-01T06:00:00.000Z |  |
| billing | preparing |  | https://github.com/acme/shop/actions/runs/6/attempts/1 |
| search | not started |  |  |

${about("")}`);
});

describe("its first line", () => {
  const step = (outcome: "planned" | "made" | "found-made" | "failed") => [deployStep([nextDeploy("a")], [outcome])];
  const done = [serviceOutcome("a", { steps: step("found-made") })];
  test.each<[string, Partial<PhaseOutcome>]>([
    ["### 📝 production: not started. prepare has nothing to change", { dryRun: true }],
    ["### ✅ production: prepared. prepare found nothing to change", { state: "prepared" }],
    ["### ✅ production: not started. prepare made 1 change to 1 service", { services: done }],
    [
      "### ⏳ production: not started. prepare made 1 change to 1 service",
      { services: done, readyAt: "2026-03-01T02:05:01Z" },
    ],
    [
      "### ✅ production: not started. prepare made 1 change to 1 service",
      { services: done, readyAt: "2026-03-01T02:04:59Z" },
    ],
    ["### ⏪ production: not started. rollback made 1 change to 1 service", { phase: "rollback", services: done }],
    ["### 📋 production: rolling back", { phase: "status", dryRun: true, state: "rolling-back" }],
    ["### ❌ production: not started. prepare stopped at a", { services: [serviceOutcome("a", { failure: "no" })] }],
    [
      "### ❌ a&lt;b: not started. prepare stopped at a, b, c and 1 more, after 0 of 4 changes",
      {
        environment: "a<b",
        services: ["a", "b", "c", "d"].map((name) => serviceOutcome(name, { steps: step("failed") })),
      },
    ],
  ])("%s", (line, outcome) => {
    expect(moveSummary(report(phaseOutcome(outcome))).split("\n")[0]).toBe(line);
  });
});

test("says when the next phase may begin, and who holds a service", () => {
  const services = [
    serviceOutcome("a_b", { heldBy: "https://github.com/acme/shop_a/actions/runs/6" }),
    serviceOutcome("c", { heldBy: "*x*" }),
  ];
  const outcome = phaseOutcome({ next: PREPARE, readyAt: "2026-03-01T06:00:00Z", services });
  expect(moveSummary(report(outcome)).split("\n\n")[1]).toBe(
    [
      "- **Next:** `switchover with phase: prepare`",
      "- **Ready at:** 2026-03-01T06:00:00.000Z. Before that the next phase refuses",
      "- **Held:** a_b, by https://github.com/acme/shop_a/actions/runs/6",
      "- **Held:** c, by \\*x\\*",
    ].join("\n"),
  );
});

test("of a phase without a report has its error", () => {
  expect(notRunSummary("prepare in <x>", { error: "a\nb", refused: true })).toBe(
    "### ⏸️ prepare in &lt;x> was refused: nothing was changed\n\n```text\na\nb\n```\n",
  );
  expect(notRunSummary("prepare in x", { error: "a", refused: false })).toBe(
    "### ❌ prepare in x was not done\n\n```text\na\n```\n",
  );
});
