import { expect, test } from "@jest/globals";
import { runAction } from "../support/run-action.ts";

const good = { release: "orders", namespace: "commerce", kubeconfig: "absent" };

test.each<[Record<string, string>, RegExp]>([
  [{ release: "Orders_API" }, /^release: "Orders_API" is not a release name: .* such as "orders-api"$/],
  [{ namespace: "com merce" }, /^namespace: "com merce" is not a namespace name: .* such as "com-merce"$/],
  [{ cluster: "shop", "aws-region": "us-west-2" }, /^cluster and kubeconfig: give one of them, not both$/],
  [{ cluster: "shop", kubeconfig: "", "aws-region": "west" }, /^aws-region: "west" is not a region/],
  [{}, /^kubeconfig: cannot read absent: /],
])("%j is one error that says what to write", async (inputs, message) => {
  const run = await runAction("actions/inspect-release", { inputs: { ...good, ...inputs } });
  expect(run).toMatchObject({ code: 1, stderr: "", outputs: {}, errors: [expect.stringMatching(message)] });
});

test("all that is wrong comes in one list", async () => {
  const run = await runAction("actions/inspect-release", { inputs: {}, env: { HELM_DRIVER: "sql" } });
  const [error = ""] = run.errors;
  const problems = error.split("\n").map((line) => /^- ([A-Za-z_-]+): /.exec(line)?.[1] ?? line);
  expect(problems).toEqual(["Inputs of inspect-release:", "cluster", "release", "namespace", "HELM_DRIVER"]);
});
