import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { setSessionLife } from "../../../sandbox/aws/roles.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { run as runProgram } from "../../../sandbox/process/run.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { clusterView, helms } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { awsOf, oidcJob, roleFor, sessionOf } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { type ActionRun, runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

// Role sessions here end after seconds, and their tokens with them. An API server remembers a token for up to 10 s more.
const SESSION_SECONDS = 4;

let sandbox: Sandbox;
let role: { arn: string; name: string };

beforeAll(async () => {
  sandbox = await runningSandbox();
  role = await roleFor(sandbox);
  await setSessionLife(sandbox.aws, role.name, SESSION_SECONDS);
});

test.concurrent("kubectl and both Helms stay logged in after session and token have ended", async () => {
  const job = oidcJob(sandbox);
  const connect = await runAction("actions/connect", { inputs: byRole(role), env: job });
  expect(connect).toMatchObject({ code: 0, errors: [] });
  const first = await credentialOf(connect, job);
  expect(await mayCall(first.token)).toBe(true);
  expect(Date.parse(first.expirationTimestamp) - Date.now()).toBeLessThanOrEqual(SESSION_SECONDS * 1000);
  const firstSession = await sessionIn(connect);

  await waitFor("the first token to be refused", async () => !(await mayCall(first.token)));
  const step = { env: { ...job, ...connect.env } };
  expect(await runProgram(sandbox.tools.kubectl, ["get", "namespace", "default", "--output=name"], step)).toBe(
    "namespace/default\n",
  );
  for (const helm of [sandbox.tools.helm3, sandbox.tools.helm4]) {
    expect(JSON.parse(await runProgram(helm, ["list", "--output", "json"], step))).toEqual([]);
  }
  const secondSession = await sessionIn(connect);
  expect(secondSession.sessionToken).not.toBe(firstSession.sessionToken);
  expect(Date.parse(secondSession.expiration)).toBeGreaterThan(Date.parse(firstSession.expiration));
  await connect.post();
}, 60_000);

test.concurrent.each(helms)(
  "Helm %s: a deploy goes on that takes longer than its first session and token live",
  async (helm) => {
    const cluster = await clusterView();
    const namespace = newNamespace();
    const values = 'pod: { k8s-migrate.dev/behaviour: slow, k8s-migrate.dev/after: "18" }';
    const run = await deploy(
      helm,
      { ...byRole(role), namespace, chart: "charts/web", values },
      { env: oidcJob(sandbox) },
    );
    expect(run).toMatchObject({ code: 0, errors: [], warnings: [], outputs: { status: "deployed", revision: "1" } });
    expect(run.durationMs).toBeGreaterThan((SESSION_SECONDS + 10) * 1000);
    expect(run.stdout.includes("Deployment orders: 0/1 ready")).toBe(true);
    expect(JSON.parse(run.outputs.images ?? "")).toHaveLength(1);
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed"]);
    expect(await cluster.get("secret/k8s-migrate.orders.v1", "-n", namespace)).toBeDefined();
  },
  90_000,
);

test.concurrent("with the job's own credentials it ends with them, and each error says what to do", async () => {
  const own = await roleFor(sandbox, { trust: "account", assumes: true });
  const chained = await roleFor(sandbox, { trust: "account" });
  await setSessionLife(sandbox.aws, own.name, 10);
  await setSessionLife(sandbox.aws, chained.name, SESSION_SECONDS);
  const job = { ...awsOf(sandbox), ...(await sessionOf(sandbox, own.arn)) };
  const inputs = { cluster: "shop", "aws-region": "us-west-2" };
  const [connect, byChain] = await Promise.all([
    runAction("actions/connect", { inputs, env: job }),
    runAction("actions/connect", { inputs: byRole(chained), env: job }),
  ]);
  expect([connect.errors, byChain.errors]).toEqual([[], []]);
  await waitFor("the job's session to end", async () => !(await mayCall((await credentialOf(connect, job)).token)), {
    intervalMs: 1100,
  });

  const step = { env: { ...job, ...connect.env } };
  await expect(runProgram(sandbox.tools.kubectl, ["get", "pods"], step)).rejects.toThrow(/Unauthorized|logged in/);
  const chainedStep = { env: { ...job, ...byChain.env } };
  await expect(runProgram(sandbox.tools.kubectl, ["get", "pods"], chainedStep)).rejects.toThrow(
    /k8s-migrate: AWS STS: assume role .* with the job's credentials failed: Expired.*\nNext: .*log in again/,
  );
  const errors = [
    (await runAction("actions/connect", { inputs, env: job })).errors,
    (await runAction("actions/connect", { inputs: byRole(chained), env: job })).errors,
    (await deploy("4", { ...inputs, namespace: newNamespace() }, { env: job })).errors,
    (await deploy("4", { kubeconfig: "", namespace: newNamespace() }, step)).errors,
  ];
  for (const each of errors) {
    expect(each).toHaveLength(1);
    expect(each[0]).toMatch(/Next: .*log in again/);
  }
}, 60_000);

/** What the kubeconfig's own program tells kubectl and Helm. */
async function credentialOf(
  connect: ActionRun,
  job: Record<string, string>,
): Promise<{ token: string; expirationTimestamp: string }> {
  const config = JSON.parse(await readFile(connect.env.KUBECONFIG ?? "", "utf8")) as {
    users: { user: { exec: { command: string; args: string[] } } }[];
  };
  const { command = "", args = [] } = config.users[0]?.user.exec ?? {};
  const printed = JSON.parse(await runProgram(command, args, { env: job })) as {
    status: { token: string; expirationTimestamp: string };
  };
  return printed.status;
}

async function mayCall(token: string): Promise<boolean> {
  const { server = "", caFile = "" } = sandbox.clusters.shop ?? {};
  const flags = ["--kubeconfig=/dev/null", "--server", server, "--certificate-authority", caFile, "--token", token];
  return runProgram(sandbox.tools.kubectl, [...flags, "get", "namespace", "default"]).then(
    () => true,
    (error: Error) => {
      if (!/Unauthorized|logged in/.test(error.message)) throw error;
      return false;
    },
  );
}

async function sessionIn(connect: ActionRun): Promise<{ sessionToken: string; expiration: string }> {
  return JSON.parse(await readFile(join(dirname(connect.env.KUBECONFIG ?? ""), "session.json"), "utf8"));
}
