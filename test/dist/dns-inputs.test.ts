import { expect, test } from "@jest/globals";
import { runAction } from "../support/run-action.ts";

const good = { command: "switch", environment: "production", config: "no-such-file.yml" };
const hash = { "plan-hash": "0123456789abcdef" };

test.each<[Record<string, string>, RegExp]>([
  [
    { command: "swich" },
    /^command: "swich" is none of plan, lower-ttl, switch, verify, restore; did you mean switch\?$/,
  ],
  [{ "dry-run": "yes" }, /^dry-run: "yes" is neither true nor false$/],
  [{ "plan-hash": "abc" }, /^plan-hash: "abc" is none; write the output plan-hash of a run with dry-run: true, /],
  [{ ...hash, "dry-run": "true" }, /^plan-hash: not used with dry-run, which makes a plan; /],
  [{ ...hash, command: "plan" }, /^plan-hash: not used with plan, which changes nothing; leave it out$/],
  [{ ...hash, command: "verify" }, /^plan-hash: not used with verify, which changes nothing; leave it out$/],
  [{ "skip-wait": "now" }, /^skip-wait: "now" is neither true nor false$/],
  [
    { "skip-wait": "true", command: "restore" },
    /^skip-wait: not used with restore, which waits for nothing; leave it out$/,
  ],
  [{ environment: "" }, /^environment: missing; write one of the migration file, such as production$/],
])("%j is one error that says what to write", async (inputs, message) => {
  const run = await runAction("actions/dns", { inputs: { ...good, ...inputs } });
  expect(run).toMatchObject({ code: 1, stderr: "", outputs: {}, errors: [expect.stringMatching(message)] });
});

test("all that is wrong comes in one list", async () => {
  const inputs = { command: "flip", "dry-run": "x", "plan-hash": "y", "skip-wait": "z" };
  const run = await runAction("actions/dns", { inputs });
  const [error = ""] = run.errors;
  const problems = error.split("\n").map((line) => /^- ([a-z-]+): /.exec(line)?.[1] ?? line);
  expect(problems).toEqual(["Inputs of dns:", "command", "environment", "dry-run", "plan-hash", "skip-wait"]);
});

test.each<Record<string, string>>([
  { command: "plan", "dry-run": "true" },
  { command: "lower-ttl", ...hash },
  { command: "switch", ...hash, "skip-wait": "true" },
  { command: "verify" },
  { command: "restore", "dry-run": "true" },
])("%j is right: next the migration file is read", async (inputs) => {
  const run = await runAction("actions/dns", { inputs: { ...good, ...inputs } });
  expect(run).toMatchObject({ code: 1, stderr: "", errors: [expect.stringContaining("no-such-file.yml")] });
});
