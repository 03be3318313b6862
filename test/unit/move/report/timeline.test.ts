import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { ReportedEvent, ReportedService } from "../../../../src/move/report/report-schema.ts";
import { timeline } from "../../../../src/move/report/timeline.ts";
import { arbitraryOutcome } from "./arbitrary-outcome.ts";
import { report } from "./outcomes.ts";

function service(name: string, events: ReportedEvent[]): ReportedService {
  return { service: name, state: "preparing", readyAt: null, failure: null, heldBy: null, steps: [], events };
}

function event(words: string, milliseconds: number, outcome: ReportedEvent["outcome"] = "made"): ReportedEvent {
  const from = Date.parse("2026-03-01T02:59:58.700Z");
  const [start, end] = [from, from + milliseconds].map((time) => new Date(time).toISOString()) as [string, string];
  return { from: start, to: end, step: "deploy-suspended", words, outcome };
}

test("has a section for each service, and a bar for each event", () => {
  const made = timeline([
    service("orders", [event("deploy orders", 42_800), event("probe orders", 10_000, "verified")]),
    service("nothing-done", []),
    service("billing", [event("deploy billing", 0, "found-made"), event("probe billing", 300_000, "failed")]),
  ]);
  expect(made?.leftOut).toBe(0);
  expect(made?.diagram).toBe(
    `gantt
    dateFormat YYYY-MM-DD HH:mm:ss
    axisFormat %H:%M:%S
    todayMarker off
    section orders
    ● deploy orders (42.8 s) :2026-03-01 02:59:58, 43s
    ✓ probe orders (10.0 s) :active, 2026-03-01 02:59:58, 10s
    section billing
    ○ deploy billing (0 ms) :done, 2026-03-01 02:59:58, 1s
    ✗ probe billing (5 min 0 s) :crit, 2026-03-01 02:59:58, 300s`,
  );
});

test("is absent where nothing was done", () => {
  expect(timeline([])).toBeUndefined();
  expect(timeline([service("orders", [])])).toBeUndefined();
});

describe("of many events", () => {
  const many = Array.from({ length: 100 }, (_, index) => event(`change ${index}`, 1000 + index * 1000));
  const made = timeline([
    service("orders", [event("quick and failed", 1, "failed"), ...many]),
    service("idle", [event("short", 5)]),
  ]);

  test("shows the longest, in the order in which they were", () => {
    const bars = made?.diagram.split("\n").filter((line) => line.includes(" :")) ?? [];
    expect(bars).toHaveLength(60);
    expect(bars.slice(1).map((bar) => /change (\d+)/.exec(bar)?.[1])).toEqual(
      Array.from({ length: 59 }, (_, index) => `${index + 41}`),
    );
    expect(made?.leftOut).toBe(42);
  });

  test("always shows what failed, and no service without a bar", () => {
    expect(made?.diagram).toContain("✗ quick and failed");
    expect(made?.diagram).not.toContain("idle");
  });
});

// Each was drawn by Mermaid 11 as the words on the left.
test.each([
  ["a|b `c` 'd'", "a|b #96;c#96; 'd'"],
  ['<b>x</b> & "y"', "#60;b#62;x#60;/b#62; #38; #34;y#34;"],
  ["https://a.example/?b=1#c; d", "https#58;//a.example/?b=1#35;c#59; d"],
  ["100% of %%{init: {}}%%", "100#37; of #37;#37;#123;init#58; #123;#125;#125;#37;#37;"],
  ["two\r\nlines\u2028or\tthree", "two lines or three"],
  ["*.example.com 🚀 日本", "*.example.com 🚀 日本"],
  ["\u001b[31mred\u001b[0m \u202eback", "red back"],
  ["title of click", "title of click"],
  [`${"🚀".repeat(59)}ab`, `${"🚀".repeat(59)}…`],
])("a label of %j is %j", (words, label) => {
  const made = timeline([service(words, [event(words, 2000)])]);
  expect(made?.diagram.split("\n").slice(4)).toEqual([
    `    section ${label}`,
    `    ● ${label} (2.0 s) :2026-03-01 02:59:58, 2s`,
  ]);
});

test("no text breaks out of its line", () => {
  const label = String.raw`(?:[^\n\r:;#%{}<>"&\\\x60$]|#\d+;)`;
  const line = new RegExp(
    `^    (section ${label}+|[●○✗✓] ${label}* \\([\\d.]+ (ms|s|min \\d+ s)\\) :((done|crit|active), )?\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d, \\d+s)$`,
    "u",
  );
  fc.assert(
    fc.property(arbitraryOutcome, (outcome) => {
      const lines = timeline(report(outcome).services)?.diagram.split("\n").slice(4) ?? [];
      for (const each of lines) expect(each).toMatch(line);
    }),
  );
});
