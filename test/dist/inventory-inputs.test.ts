import { expect, test } from "@jest/globals";
import { runAction } from "../support/run-action.ts";

const good = { environment: "production", "aws-region": "us-west-1" };
const noLogin = { AWS_EC2_METADATA_DISABLED: "true" };

test.each<[Record<string, string>, RegExp]>([
  [
    { environment: "Production" },
    /^environment: "Production" must be small letters, digits and "-"; write one such as production$/,
  ],
  [{ "aws-region": "west" }, /^aws-region: "west" is not a region; write one such as us-west-1$/],
  [{ clusters: "orders\nweb shop" }, /^clusters: "web shop" is not a cluster's name; write one name a line$/],
  [{ "role-to-assume": "inventory" }, /^role-to-assume: "inventory" is not a role's ARN; write one such as arn:/],
  [{ "dns-role-to-assume": "dns" }, /^dns-role-to-assume: "dns" is not a role's ARN; write one such as arn:/],
  [{}, /^AWS credentials: the job has none /],
])("%j is one error that says what to write", async (inputs, message) => {
  const run = await runAction("actions/inventory", { inputs: { ...good, ...inputs }, env: noLogin });
  expect(run).toMatchObject({ code: 1, stderr: "", outputs: {}, errors: [expect.stringMatching(message)] });
});

test("all that is wrong comes in one list", async () => {
  const inputs = { clusters: "a b", "role-to-assume": "x", "dns-role-to-assume": "y" };
  const run = await runAction("actions/inventory", { inputs });
  const [error = ""] = run.errors;
  const problems = error.split("\n").map((line) => /^- ([a-z-]+): /.exec(line)?.[1] ?? line);
  expect(problems).toEqual([
    "Inputs of inventory:",
    "environment",
    "aws-region",
    "clusters",
    "role-to-assume",
    "dns-role-to-assume",
  ]);
});

test("AWS_REGION and a cluster's ARN will do", async () => {
  const inputs = { environment: "production", clusters: "arn:aws:ecs:us-west-1:111122223333:cluster/orders" };
  const run = await runAction("actions/inventory", { inputs, env: { ...noLogin, AWS_REGION: "us-west-1" } });
  expect(run.errors).toEqual([expect.stringMatching(/^AWS credentials: the job has none /)]);
});
