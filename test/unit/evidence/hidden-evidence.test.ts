import { describe, expect, test } from "@jest/globals";
import { hiddenEvidence } from "../../../src/adapters/hidden-evidence.ts";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { findings } from "../../../src/evidence/findings.ts";
import { evidenceReport } from "../../../src/playbook/report/evidence-report.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import { masksFor, redact } from "../../../src/values/secrets.ts";
import { crashed, event, object, pod, waiting } from "./facts.ts";

// Two spaces, signs that Markdown and HTML need escaped, and a full stop at its end.
const SECRET = "Kq7  w&Zp|x<V9tRm2/uYb.";
const LINES = "-----BEGIN KEY-----\nMIIEvQIBADANBg|kqhkiG9w0B\nAQEFAASC&BKcwggSjAgEAAoIB\n-----END KEY-----";
const hidden = (text: string) => redact(text, masksFor([SECRET, LINES]));

/** Evidence of a cluster that says just that. */
function saying(facts: ObjectFacts, log: string[] = []): Evidence {
  return { states: async () => [facts], collect: async () => [facts], logToEnd: async () => log };
}

/** All that people get to see of an object. */
async function shownOf(facts: ObjectFacts): Promise<string> {
  const seen = hiddenEvidence(saying(facts), hidden);
  const all = await Promise.all([seen.collect([]), seen.states([])]);
  return all.map((each) => `${JSON.stringify(findings(each))}\n${evidenceReport(each)}`).join("\n");
}

/** Parts of 8 characters, as they are and as reports write them. */
function partsIn(shown: string): string[] {
  const forms = (text: string) => [
    text,
    text.replace(/\s+/g, " "),
    text.replaceAll("|", "/"),
    text.replaceAll("|", "\\|"),
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  ];
  const all = [SECRET, ...LINES.split("\n")].flatMap(forms);
  const parts = all.flatMap((text) => Array.from({ length: text.length - 7 }, (_, at) => text.slice(at, at + 8)));
  return parts.filter((part) => shown.includes(part));
}

const longWords = (length: number) => "so it goes ".repeat(40).slice(0, length);
const atTheEdge = Array.from({ length: 40 }, (_, index) => `${longWords(265 + index)}${SECRET}`);
const texts = [
  SECRET,
  `error: ${SECRET}.`,
  `\u001b[31merror\u001b[0m ${SECRET.slice(0, 9)}\u001b[1m${SECRET.slice(9)}`,
  LINES,
];

const wholes: [string, (text: string) => ObjectFacts][] = [
  ["a log", (text) => object({ pods: [pod({ ...crashed(1), log: text.split("\n"), previousLog: text.split("\n") })] })],
  [
    "a log with Windows' line ends",
    (text) => object({ pods: [pod(crashed(1, { log: text.split("\n").map((line) => `${line}\r`) }))] }),
  ],
  ["a last message", (text) => object({ pods: [pod(crashed(1, { message: text }))] })],
  ["a reason to wait", (text) => object({ pods: [pod(waiting("ErrImagePull", text))] })],
  ["a reason", (text) => object({ pods: [pod(waiting(text))] })],
  ["an image", (text) => object({ pods: [pod({ ...waiting("InvalidImageName"), image: text })] })],
  ["an image that is not pulled", (text) => object({ pods: [pod({ ...waiting("ErrImagePull"), image: text })] })],
  ["a pod", (text) => object({ pods: [pod({}, { phase: "Failed", reason: text, message: text })] })],
  ["an event", (text) => object({ events: [event("FailedCreate", text)] })],
  ["a pod's event", (text) => object({ pods: [pod({}, { events: [event(text, text, { about: text })] })] })],
  [
    "a condition",
    (text) => object({ conditions: [{ type: "Progressing", status: "False", reason: text, message: text }] }),
  ],
  [
    "a pod's condition",
    (text) =>
      object({
        pods: [pod({}, { conditions: [{ type: "PodScheduled", status: "False", reason: text, message: text }] })],
      }),
  ],
];

describe("nothing of a secret is shown", () => {
  test.each(wholes)("in %s", async (_, facts) => {
    for (const text of [...texts, ...atTheEdge]) {
      const shown = await shownOf(facts(text));
      expect({ text, parts: partsIn(shown) }).toEqual({ text, parts: [] });
    }
  });

  test("in a last message that the kubelet has cut at its beginning", async () => {
    const message = `${SECRET.slice(3)} is no password\nerror: no access\n`.padEnd(2048, "so it goes\n");
    const [facts] = await hiddenEvidence(saying(object({ pods: [pod(crashed(1, { message }))] })), hidden).collect([]);
    expect(facts?.pods[0]?.containers[0]?.lastState?.message).toMatch(/^error: no access\nso it goes\n/);
  });

  test("in the log of a hook", async () => {
    const lines = ["first", ...LINES.split("\n"), SECRET, "last"];
    const seen = hiddenEvidence(saying(object(), lines), hidden);
    const container = { namespace: "commerce", pod: "orders-1", container: "web" };
    expect(await seen.logToEnd(container, new AbortController().signal)).toEqual(["first", "***", "***", "last"]);
  });
});

test("all else stays as it is", async () => {
  const facts = object({
    conditions: [{ type: "Available", status: "False", reason: "MinimumReplicasUnavailable", message: "no" }],
    events: [event("ScalingReplicaSet", "Scaled up")],
    pods: [
      pod({ ...crashed(2, { message: "end", log: ["a", "", "b"] }), log: [] }, { events: [event("BackOff", "x")] }),
    ],
  });
  const seen = hiddenEvidence(saying(facts, []), hidden);
  expect(await seen.collect([])).toEqual([facts]);
  expect(await seen.states([])).toEqual([facts]);
});
