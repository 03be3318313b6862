import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { reportJsonSchema } from "../../../../src/move/report/json-schema.ts";
import { moveReport, reportText } from "../../../../src/move/report/move-report.ts";
import { reportSchema } from "../../../../src/move/report/report-schema.ts";
import { TOOL_VERSION } from "../../../../src/move/report/tool-version.ts";
import { arbitraryOutcome } from "./arbitrary-outcome.ts";
import { deployStep, nextDeploy, phaseOutcome, probeStep, report, serviceOutcome } from "./outcomes.ts";

const published = JSON.parse(readFileSync("schema/move-report.schema.json", "utf8")) as Record<string, unknown>;
// The form of times is in a pattern, too.
const fits = new Ajv({ validateFormats: false, allErrors: true }).compile(published);

describe("the published schema", () => {
  test("is the one of the code", () => {
    expect(published).toEqual(reportJsonSchema());
  });

  test("takes the report of any outcome, as it is read back", () => {
    fc.assert(
      fc.property(arbitraryOutcome, (outcome) => {
        const made = report(outcome);
        const read: unknown = JSON.parse(reportText(made));
        expect(fits(read) ? [] : fits.errors).toEqual([]);
        expect(reportSchema.safeParse(read).error).toBeUndefined();
        expect(read).toEqual(made);
      }),
    );
  });

  test("takes every report in docs/", () => {
    const page = readFileSync("docs/move-report.md", "utf8");
    const examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = ""]) => JSON.parse(text) as unknown);
    expect(examples).toHaveLength(1);
    for (const example of examples) expect(fits(example) ? [] : fits.errors).toEqual([]);
  });

  test.each([
    ["a field that it does not know", { extra: 1 }],
    ["another version", { schemaVersion: 2 }],
    ["a time of another zone", { reportedAt: "2026-03-01T02:05:00+01:00" }],
    ["an absent field", { next: undefined }],
  ])("refuses %s", (_, wrong) => {
    const made = { ...report(phaseOutcome({})), ...wrong };
    expect(fits(JSON.parse(JSON.stringify(made)))).toBe(false);
  });
});

test("has all of an outcome, with null where there is nothing", () => {
  const change = nextDeploy("orders");
  const events = [
    {
      from: "2026-03-01T03:00:01.5+01:00",
      to: "2026-03-01T02:00:43Z",
      step: "deploy-suspended",
      words: "release orders is at revision 4",
      outcome: "made" as const,
    },
  ];
  const outcome = phaseOutcome({
    state: "prepared",
    readyAt: "2026-03-01T06:00:00Z",
    back: "rollback",
    services: [
      serviceOutcome("orders", {
        state: "prepared",
        readyAt: "2026-03-01T06:00:00Z",
        steps: [
          { ...deployStep([change], ["made"]), already: ["namespace commerce is there"] },
          probeStep("it answers"),
        ],
        events,
      }),
    ],
  });
  const none = { already: [], problems: [], warnings: [] };
  expect(report(outcome)).toEqual({
    schemaVersion: 1,
    tool: { name: "k8s-migrate", version: TOOL_VERSION },
    run: { actor: "alice", url: "https://github.com/acme/shop/actions/runs/7/attempts/1" },
    reportedAt: "2026-03-01T02:05:00.000Z",
    phase: "prepare",
    environment: "production",
    dryRun: false,
    result: "done",
    state: "prepared",
    readyAt: "2026-03-01T06:00:00.000Z",
    next: null,
    back: "rollback",
    planHash: "0123456789abcdef.q83vEjRWeJq83vEj",
    journals: "s3://shop-migration/k8s-migrate/production/",
    services: [
      {
        service: "orders",
        state: "prepared",
        readyAt: "2026-03-01T06:00:00.000Z",
        failure: null,
        heldBy: null,
        steps: [
          {
            step: "deploy-suspended",
            title: "deploy with cron jobs suspended",
            changes: [
              {
                target: change.target,
                words: change.words,
                before: change.before,
                after: change.after,
                outcome: "made",
              },
            ],
            problems: [],
            warnings: [],
            already: ["namespace commerce is there"],
            verified: null,
          },
          { step: "probe-new-side", title: "probe the new side", changes: [], ...none, verified: "it answers" },
        ],
        events: [{ ...events[0], from: "2026-03-01T02:00:01.500Z", to: "2026-03-01T02:00:43.000Z" }],
      },
    ],
  });
});

test.each([
  [
    "planned",
    phaseOutcome({
      dryRun: true,
      services: [serviceOutcome("a", { steps: [deployStep([nextDeploy("a")], ["planned"])] })],
    }),
  ],
  [
    "done",
    phaseOutcome({ services: [serviceOutcome("a", { steps: [deployStep([nextDeploy("a")], ["found-made"])] })] }),
  ],
  ["failed", phaseOutcome({ services: [serviceOutcome("a", {}), serviceOutcome("b", { failure: "no" })] })],
  ["failed", phaseOutcome({ services: [serviceOutcome("a", { steps: [deployStep([nextDeploy("a")], ["failed"])] })] })],
])("its result is %s", (result, outcome) => {
  expect(report(outcome).result).toBe(result);
});

test("texts are hidden while they are whole, and values of environment variables are not in it", () => {
  const change = {
    ...nextDeploy("orders"),
    words: "deploy with hunter2-hunter2",
    before: null,
    after: { note: "hunter2-hunter2", env: [{ name: "TOKEN", value: "abc" }] },
  };
  const services = [
    serviceOutcome("orders", { failure: "no hunter2-hunter2", steps: [deployStep([change], ["failed"])] }),
  ];
  const context = { at: "2026-03-01T02:05:00Z", run: { actor: "", url: "" } };
  const hide = (text: string) => text.replaceAll("hunter2-hunter2", "***");
  const made = moveReport(phaseOutcome({ services }), { ...context, hide });
  expect(made.services[0]?.failure).toBe("no ***");
  expect(made.services[0]?.steps[0]?.changes[0]).toMatchObject({
    words: "deploy with ***",
    after: { note: "***", env: [{ name: "TOKEN", value: "(not shown)" }] },
  });
});

test("names the version of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(TOOL_VERSION).toBe(version);
});
