import { expect, test } from "@jest/globals";
import { runAction } from "../support/run-action.ts";

const good = { release: "orders", namespace: "commerce", kubeconfig: "absent" };

test.each<[Record<string, string>, RegExp]>([
  [{ release: "Orders_API" }, /^release: "Orders_API" is not a release name: .* such as "orders-api"$/],
  [{ namespace: "kube-system" }, /^namespace: kube-system is protected; name another, or take it out of/],
  [{ revision: "v3" }, /^revision: "v3" is not a revision's number; write one such as 3, .* leave it out for the last/],
  [{ revision: "0" }, /^revision: "0" is not a revision's number/],
  [{ "cronjob-policy": "pause" }, /^cronjob-policy: "pause" is none of keep, suspend, resume/],
  [{ "dry-run": "yes" }, /^dry-run: "yes" is neither true nor false$/],
  [{ timeout: "0s" }, /^timeout: "0s" is not a duration above zero/],
  [{ "history-max": "1" }, /^history-max: "1" must be a whole number of at least 2/],
  [{ "helm-version": "5" }, /5/],
  [{ cluster: "shop", "aws-region": "us-west-2" }, /^cluster and kubeconfig: give one of them, not both$/],
])("%j is one error that says what to write", async (inputs, message) => {
  const run = await runAction("actions/rollback-release", { inputs: { ...good, ...inputs } });
  expect(run).toMatchObject({ code: 1, stderr: "", outputs: {}, errors: [expect.stringMatching(message)] });
});

test("all that is wrong comes in one list", async () => {
  const inputs = { revision: "last", "cronjob-policy": "", timeout: "", "history-max": "", "dry-run": "" };
  const run = await runAction("actions/rollback-release", { inputs, env: { HELM_DRIVER: "sql" } });
  const [error = ""] = run.errors;
  const problems = error.split("\n").map((line) => /^- ([A-Za-z_-]+): /.exec(line)?.[1] ?? line);
  expect(problems).toEqual([
    "Inputs of rollback-release:",
    "cluster",
    "release",
    "namespace",
    "revision",
    "cronjob-policy",
    "timeout",
    "history-max",
    "dry-run",
    "HELM_DRIVER",
  ]);
});
