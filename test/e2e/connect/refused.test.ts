import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { byRole } from "../../support/deploy.ts";
import { awsOf, oidcJob, roleFor } from "../../support/login.ts";
import { runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

// Each failed login is one error that says what failed and what to do next. Nothing is exported then, or left behind.

let sandbox: Sandbox;
let role: { arn: string; name: string };
beforeAll(async () => {
  sandbox = await runningSandbox();
  role = await roleFor(sandbox);
});

async function refused(inputs: Record<string, string>, env: Record<string, string>): Promise<string> {
  const connect = await runAction("actions/connect", { inputs, env });
  expect(connect).toMatchObject({ code: 1, env: {}, outputs: {}, stderr: "" });
  expect(connect.errors).toHaveLength(1);
  await connect.post();
  expect(await readdir(connect.runnerTemp)).toEqual([]);
  return connect.errors[0] ?? "";
}

test("no access entry", async () => {
  const stranger = await roleFor(sandbox, { rights: "stranger" });
  const error = await refused(byRole(stranger), oidcJob(sandbox));
  expect(error).toMatch(/^Kubernetes API: log in to https:\/\/127.0.0.1:\d+ failed: HTTP 401\n/);
  expect(error).toContain("Next: the cluster does not know this login: add an EKS access entry for the role");
});

test("no cluster of that name, or another region", async () => {
  for (const [cluster, region] of [
    ["shopping", "us-west-2"],
    ["shop", "eu-central-1"],
  ] as const) {
    const inputs = { ...byRole(role), cluster, "aws-region": region };
    const error = await refused(inputs, oidcJob(sandbox));
    expect(error).toMatch(
      new RegExp(`^EKS: describe cluster ${cluster} in ${region} failed: ResourceNotFoundException`),
    );
    expect(error).toContain(
      `Next: check cluster and aws-region: there is no cluster ${cluster} in ${region} of this account`,
    );
  }
});

test("no permission to describe the cluster", async () => {
  const blind = await roleFor(sandbox, { describes: false });
  const error = await refused(byRole(blind), oidcJob(sandbox));
  expect(error).toMatch(
    /^EKS: describe cluster shop in us-west-2 failed: AccessDeniedException: .*eks:DescribeCluster/,
  );
  expect(error).toContain("Next: allow eks:DescribeCluster on this cluster for the role");
});

test("a job that the role's trust policy does not fit", async () => {
  const error = await refused(byRole(role), oidcJob(sandbox, { sub: "repo:casaone/shop:ref:refs/heads/other" }));
  expect(error).toMatch(
    new RegExp(
      `^AWS STS: assume role ${role.arn} with the runner's OIDC token failed: AccessDenied: .*AssumeRoleWithWebIdentity`,
    ),
  );
  expect(error).toMatch(
    /Next: check the role's trust policy: .* whose sub is "repo:casaone\/shop:ref:refs\/heads\/other"/,
  );
});

test("a role that is not there", async () => {
  const error = await refused(byRole({ arn: `${role.arn}-absent` }), oidcJob(sandbox));
  expect(error).toMatch(/^AWS STS: assume role .*-absent with the runner's OIDC token failed: AccessDenied/);
});

test("a token service that refuses the job", async () => {
  const error = await refused(byRole(role), { ...oidcJob(sandbox), ACTIONS_ID_TOKEN_REQUEST_TOKEN: "wrong" });
  expect(error).toMatch(/^GitHub: get the job's OIDC token failed: /);
  expect(error).toContain('Next: check that the job has "permissions: id-token: write"');
});

test("a role, but neither id-token: write nor credentials", async () => {
  const error = await refused(byRole(role), awsOf(sandbox));
  expect(error).toMatch(/^AWS STS: assume role .* with the job's credentials failed: /);
  expect(error).toContain('Next: add "permissions: id-token: write" to the job to log in without stored keys');
});

test("no role and no credentials, although the job may get tokens", async () => {
  const error = await refused({ ...byRole(role), "role-to-assume": "" }, oidcJob(sandbox));
  expect(error).toMatch(/^AWS credentials: the job has none /);
  expect(error).toContain('Set role-to-assume and "permissions: id-token: write"');
});

test("an AWS that cannot be reached", async () => {
  const error = await refused(byRole(role), { ...oidcJob(sandbox), AWS_ENDPOINT_URL: "http://127.0.0.1:9" });
  expect(error).toMatch(/^AWS STS: assume role .* failed: .*ECONNREFUSED/);
});
