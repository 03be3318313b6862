import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { byRole } from "../../support/deploy.ts";
import { awsOf, oidcJob, roleFor, sessionOf } from "../../support/login.ts";
import { type ActionRun, runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await runningSandbox();
});

test("leaves a kubeconfig for later steps, and takes it away when the job ends", async () => {
  const role = await roleFor(sandbox);
  const job = oidcJob(sandbox);
  const connect = await runAction("actions/connect", { inputs: byRole(role), env: job });
  expect(connect).toMatchObject({ code: 0, errors: [], warnings: [], stderr: "" });
  expect(connect.stdout).toContain("the login renews itself for as long as the job runs");
  expect(connect.stdout).toContain(`Logged in as arn:aws:sts::000000000000:assumed-role/${role.name}/k8s-migrate-4711`);

  const kubeconfig = connect.env.KUBECONFIG ?? "";
  expect(connect.env).toEqual({ KUBECONFIG: kubeconfig });
  expect(connect.outputs).toEqual({ kubeconfig, context: "shop", server: sandbox.clusters.shop?.server });
  expect(kubeconfig.startsWith(connect.runnerTemp)).toBe(true);
  expect(await mode(kubeconfig)).toBe("600");
  expect(await mode(dirname(kubeconfig))).toBe("700");

  const step = { ...job, ...connect.env };
  expect(
    await asStep(step, sandbox.tools.kubectl, "auth", "whoami", "--output=jsonpath={.status.userInfo.groups}"),
  ).toBe(JSON.stringify(["system:authenticated", role.name]));
  for (const helm of [sandbox.tools.helm3, sandbox.tools.helm4]) {
    expect(JSON.parse(await asStep(step, helm, "list", "--output", "json"))).toEqual([]);
  }

  const post = await connect.post();
  expect(post).toMatchObject({ code: 0, errors: [], stderr: "" });
  await expect(stat(dirname(kubeconfig))).rejects.toThrow("ENOENT");
  // A second time, as when a job's clean-up is repeated, it is no failure.
  expect(await connect.post()).toMatchObject({ code: 0, errors: [] });
});

test("names the context as asked, and says so in the output", async () => {
  const role = await roleFor(sandbox);
  const job = oidcJob(sandbox);
  const connect = await runAction("actions/connect", {
    inputs: { ...byRole(role), "kube-context": "eu/prod" },
    env: job,
  });
  expect(connect.outputs).toMatchObject({ context: "eu/prod" });
  const contexts = await asStep(
    { ...job, ...connect.env },
    sandbox.tools.kubectl,
    "config",
    "get-contexts",
    "--output=name",
  );
  expect(contexts.trim()).toBe("eu/prod");
  await connect.post();
});

describe("without an OIDC token", () => {
  test("logs in with the job's own credentials, for as long as they last", async () => {
    const role = await roleFor(sandbox, { trust: "account" });
    const job = { ...awsOf(sandbox), ...(await sessionOf(sandbox, role.arn)) };
    const connect = await runAction("actions/connect", { inputs: { ...byRole(role), "role-to-assume": "" }, env: job });
    expect(connect).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(connect.stdout).toContain("the login renews itself for as long as the job's AWS credentials last");
    expect(await whoIs(connect, job)).toBe(`arn:aws:sts::000000000000:assumed-role/${role.name}/job`);
    await connect.post();
  });

  test("assumes the role with the job's credentials", async () => {
    const first = await roleFor(sandbox, { trust: "account", rights: "stranger", assumes: true });
    const second = await roleFor(sandbox, { trust: "account" });
    const job = { ...awsOf(sandbox), ...(await sessionOf(sandbox, first.arn)) };
    const connect = await runAction("actions/connect", { inputs: byRole(second), env: job });
    expect(connect).toMatchObject({ code: 0, errors: [] });
    expect(connect.stdout).toContain("the login renews itself for as long as the job's AWS credentials last");
    expect(await whoIs(connect, job)).toBe(`arn:aws:sts::000000000000:assumed-role/${second.name}/k8s-migrate-4711`);
    await connect.post();
  });
});

async function whoIs(connect: ActionRun, job: Record<string, string>): Promise<string> {
  const step = { ...job, ...connect.env };
  return asStep(step, sandbox.tools.kubectl, "auth", "whoami", "--output=jsonpath={.status.userInfo.username}");
}

function asStep(env: Record<string, string>, program: string, ...args: string[]): Promise<string> {
  return runProgram(program, args, { env });
}

async function mode(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}
