import { readdir } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { runAction } from "../support/run-action.ts";

const good = { cluster: "shop", "aws-region": "us-west-2" };
const offline = { AWS_EC2_METADATA_DISABLED: "true", AWS_ENDPOINT_URL: "http://127.0.0.1:9" };

describe("connect refuses, with one error that says what to write,", () => {
  test.each<[Record<string, string>, string | RegExp]>([
    [{ cluster: "" }, "cluster: missing; write the EKS cluster's name"],
    [{ "aws-region": "" }, /^aws-region: missing; write the cluster's region, such as us-west-2, or set AWS_REGION$/],
    [{ "aws-region": "Oregon" }, 'aws-region: "Oregon" is not a region; write one such as us-west-2'],
    [{ "role-to-assume": "deploy" }, /^role-to-assume: "deploy" is not a role's ARN; write one such as arn:aws:iam::/],
  ])("%j", async (inputs, message) => {
    const run = await runAction("actions/connect", { inputs: { ...good, ...inputs }, env: offline });
    expect(run).toMatchObject({ code: 1, env: {}, outputs: {}, stderr: "" });
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toMatch(message);
  });
});

test("connect lists all that is wrong at once", async () => {
  const run = await runAction("actions/connect", { inputs: { "role-to-assume": "x" }, env: offline });
  expect(run.errors).toHaveLength(1);
  expect(run.errors[0]?.split("\n")).toEqual([
    "Inputs of connect:",
    expect.stringMatching(/^- cluster: missing/),
    expect.stringMatching(/^- aws-region: missing/),
    expect.stringMatching(/^- role-to-assume: "x" is not/),
  ]);
});

test("connect takes the region of the job, and says when it has no credentials at all", async () => {
  const run = await runAction("actions/connect", {
    inputs: { cluster: "shop" },
    env: { ...offline, AWS_REGION: "eu-central-1" },
  });
  expect(run.stdout).toContain("Connecting to EKS cluster shop in eu-central-1");
  expect(run).toMatchObject({ code: 1, env: {}, outputs: {} });
  expect(run.errors).toEqual([
    expect.stringMatching(/^AWS credentials: the job has none .*Set role-to-assume and "permissions: id-token: write"/),
  ]);
  await run.post();
  expect(await readdir(run.runnerTemp)).toEqual([]);
});
