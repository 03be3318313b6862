import { describe, expect, test } from "@jest/globals";
import { evidenceReport } from "../../../src/playbook/report/evidence-report.ts";
import { crashed, event, object, pod, waiting } from "./facts.ts";

const progressing = { type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded", message: "timed out" };
const available = { type: "Available", status: "True", reason: "MinimumReplicasAvailable", message: "" };

test("an object that is not well, whole", () => {
  const events = [event("BackOff", "Back-off restarting", { count: 4, at: "2026-01-01T10:00:09.000Z" })];
  const facts = object({
    wanted: 2,
    conditions: [progressing, available],
    events: [event("ScalingReplicaSet", "Scaled up", { type: "Normal", about: "Deployment orders" })],
    pods: [pod(crashed(4, { log: ["starting", "panic: x"] }), { events })],
  });
  expect(
    evidenceReport([facts, object({ name: "ready", ready: 1 })]),
  ).toBe(`<details><summary>Deployment orders: 0/2 ready, container web crashes, exit code 1, 4 restarts</summary>

Conditions:

\`\`\`text
Progressing False, ProgressDeadlineExceeded: timed out
\`\`\`

| Pod | Phase | Container | State | Exit code | Restarts |
| --- | --- | --- | --- | --- | --- |
| \`orders-1\` | \`Running\` | \`web\` | \`CrashLoopBackOff; before: Error\` | 1 | 4 |

Events:

\`\`\`text
2026-01-01T10:00:00Z  Normal ScalingReplicaSet, Deployment orders: Scaled up
2026-01-01T10:00:09Z  Warning BackOff (4 times), Pod orders-1: Back-off restarting
\`\`\`

Log before the last restart of \`orders-1\`, container \`web\`:

\`\`\`text
starting
panic: x
\`\`\`

</details>`);
});

test("nothing where all is well", () => {
  expect(evidenceReport([object({ ready: 1 })])).toBe("");
});

test("the most telling object first, and hooks by name", () => {
  const report = evidenceReport([
    object({ name: "slow" }),
    object({ name: "bad", hook: true, pods: [pod(crashed(1))] }),
  ]);
  expect(report.match(/<summary>.*<\/summary>/g)).toEqual([
    "<summary>Hook Deployment bad: 0/1 ready, container web crashes, exit code 1, 1 restart</summary>",
    "<summary>Deployment slow: 0/1 ready</summary>",
  ]);
});

describe("nothing breaks out", () => {
  const nasty = "a|b\\|c`</details><script>\n```\n````\r\n| x |";

  test.each([
    ["a log", object({ pods: [pod(crashed(1, { log: nasty.split("\n") }))] })],
    ["a state", object({ pods: [pod(waiting(nasty, nasty))] })],
    ["an event", object({ events: [event(nasty, nasty, { about: nasty })] })],
    ["a condition", object({ conditions: [{ ...progressing, reason: nasty, message: nasty }] })],
    ["an image", object({ pods: [pod({ ...waiting("InvalidImageName"), image: nasty })] })],
  ])("of %s", (_, facts) => {
    const outside = outsideOfCode(evidenceReport([facts]));
    expect(outside).not.toContain("<script>");
    expect(outside.match(/<\/?details>/g)).toEqual(["<details>", "</details>"]);
    for (const row of outside.split("\n").filter((line) => line.startsWith("|"))) {
      expect(row.replace(/[^|]/g, "")).toBe("|||||||");
    }
  });

  /** The report without fenced blocks and code spans. */
  function outsideOfCode(report: string): string {
    const withoutFences = report.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "");
    return withoutFences.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
  }
});

describe("at most 100 KiB", () => {
  const long = (line: string) => Array.from({ length: 20 }, (_, index) => `${index} ${line}`);
  const many = (count: number, line: string) =>
    Array.from({ length: count }, (_, index) =>
      object({ name: `web-${index}`, pods: [pod(crashed(1, { log: long(line) }))] }),
    );

  test("logs get shorter first, from their beginning", () => {
    const report = evidenceReport(many(30, "é".repeat(300)));
    expect(new TextEncoder().encode(report).length).toBeLessThanOrEqual(100 * 1024);
    expect(report).toMatch(/^Logs are shortened: their ends are shown\.\n/);
    expect(report.match(/<summary>/g)).toHaveLength(30);
    expect(report.match(/\n…?[^\n]*é\n```/g)).toHaveLength(30);
  });

  test("then objects are left out, and counted", () => {
    const report = evidenceReport(many(2000, "x".repeat(300)));
    expect(new TextEncoder().encode(report).length).toBeLessThanOrEqual(100 * 1024);
    expect(report).toMatch(/^Logs are shortened: none is shown\.\n/);
    const shown = report.match(/<summary>/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(100);
    expect(report).toMatch(new RegExp(`\n${2000 - shown} more objects that are not ready are left out\\.$`));
  });

  test("many pods and events of one object too", () => {
    const pods = Array.from({ length: 60 }, (_, index) =>
      pod(crashed(index), { name: `p-${index}`, uid: `u-${index}` }),
    );
    const events = Array.from({ length: 90 }, (_, index) => event("BackOff", `no ${index}`));
    const report = evidenceReport([object({ pods, events, wanted: 60 })]);
    expect(report).toContain("and 40 more pods");
    expect(report).toContain("(60 older ones are left out)");
    expect(report).toContain("no 89");
  });
});
