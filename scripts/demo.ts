// npm run demo: deploys the example service to a cluster on this machine through the workflow that users copy, changes it,
// deploys again, and reads back what the cluster has. The sandbox stays up, to look around.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { grantExampleAccess } from "../sandbox/example/access.ts";
import { adminOf } from "../sandbox/example/admin.ts";
import { checkout, shop, written } from "../sandbox/example/files.ts";
import { makeExampleRepository, setValues } from "../sandbox/example/repository.ts";
import { runExample } from "../sandbox/example/run.ts";
import { stepOf, type WorkflowRun } from "../sandbox/runner/act.ts";
import { down, read, type Sandbox, up, usualClusters } from "../sandbox/sandbox.ts";
import { asCommand } from "./as-command.ts";
import { differences, type Orders, readOrders } from "./demo/read-back.ts";
import { logLine, seconds, storyteller, tell } from "./demo/tell.ts";

const { cluster, namespace } = written;
const values = "values/orders.yaml";
/** What people look at, and the demo too. */
const looks: ["helm" | "kubectl", ...string[]][] = [
  ["helm", "history", "orders", "--namespace", namespace, "--max", "4"],
  ["kubectl", "get", "deployments,pods,ingresses,cronjobs", "--namespace", namespace],
];

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupted.abort());

async function demo(name: string, repository: string): Promise<void> {
  const begin = performance.now();
  const step = storyteller();
  console.log(
    "A service is deployed to Kubernetes by a GitHub workflow. All of it runs on this machine, on 127.0.0.1.",
  );

  const sandbox = await step("Start the sandbox: clusters, an AWS account, GitHub's login", () => start(name));
  const admin = adminOf(sandbox, cluster);

  const role = await step("Let the repository deploy, as docs/eks-access.md says", async () => {
    const arn = await grantExampleAccess(sandbox, { namespace });
    tell(`IAM role       ${arn}`);
    tell(`may be used by jobs of ${shop.name} in the environment production`);
    tell(`access entry   in the EKS cluster ${cluster}, for the group deploy-${namespace}`);
    tell(`RBAC           a Role in the namespace ${namespace}, and nothing outside of it`);
    return arn;
  });

  const password = randomBytes(12).toString("base64url");
  const deploy = () => runDeploy(sandbox, { repository, role, password });
  await makeExampleRepository(repository, { workflow: "deploy.yml" });
  const first = { image: "example.com/shop/orders:1.0", replicas: 2 };
  await setValues(repository, values, first);
  const installed = await step("Push: the workflow examples/deploy.yml runs", deploy);
  const asked = { status: "deployed", password, team: "orders" };
  check({ ...asked, ...ask(installed, first) }, await readOrders(admin, namespace));

  const second = { image: "example.com/shop/orders:1.1", replicas: 3 };
  const upgraded = await step("Change the image and the replicas, and push again", async () => {
    await setValues(repository, values, second);
    for (const key of ["image", "replicas"] as const) tell(`${values}: ${key}: ${first[key]} -> ${second[key]}`);
    return deploy();
  });

  await step("Read back from the cluster what it has now", async () => {
    check({ ...asked, ...ask(upgraded, second) }, await readOrders(admin, namespace));
    for (const [program, ...args] of looks) {
      tell(`$ ${program} ${args.join(" ")}`);
      tell(await admin[program](...args));
    }
    tell("Image, replicas, Secret and namespace label are what was asked for.");
  });

  console.log(`\nThe job summary, as GitHub shows it:\n`);
  tell(stepOf(upgraded, "deploy").summary);
  console.log(`\nDone in ${seconds(performance.now() - begin)}. ${nextSteps(name)}`);
}

async function start(name: string): Promise<Sandbox> {
  const before = await read(name);
  const sandbox = await up({ name, clusters: usualClusters });
  if (interrupted.signal.aborted) {
    if (!before) await down(name);
    throw new Error("Interrupted.");
  }
  return sandbox;
}

/** @throws when the workflow did not deploy */
async function runDeploy(
  sandbox: Sandbox,
  { repository, role, password }: { repository: string; role: string; password: string },
): Promise<WorkflowRun> {
  const run = await runExample(sandbox, {
    repository,
    workflow: "deploy.yml",
    role,
    secrets: { ORDERS_DATABASE_PASSWORD: password },
    signal: interrupted.signal,
    onLine: (line) => {
      const text = logLine(line);
      if (text !== undefined) tell(text);
    },
  });
  if (interrupted.signal.aborted) throw new Error(`Interrupted. ${nextSteps(sandbox.name)}`);
  if (run.code !== 0) throw new Error(`\nThe deploy failed: see above. ${nextSteps(sandbox.name)}`);
  return run;
}

/** What the cluster shall have after that run, which says itself which revision it made. */
function ask(run: WorkflowRun, { image, replicas }: { image: string; replicas: number }) {
  return { revision: Number(stepOf(run, "deploy").outputs.revision), image, ready: replicas };
}

/** @throws when the cluster does not have what was asked for */
function check(wanted: Orders, found: Orders): void {
  const wrong = differences(wanted, found);
  if (wrong.length > 0) throw new Error(`\nThe cluster does not have what was asked for:\n  ${wrong.join("\n  ")}`);
}

function nextSteps(name: string): string {
  return `The sandbox stays up. Look around:

  eval "$(npm run -s sandbox -- env --name ${name})"
${looks.map((command) => `  ${command.join(" ")}`).join("\n")}
  npm run sandbox -- status

Stop it:

  npm run sandbox -- down --name ${name}`;
}

await asCommand(async () => {
  const { name } = parseArgs({ options: { name: { type: "string", default: "demo" } } }).values;
  if (!existsSync(join(checkout, "dist/deploy/index.js"))) {
    throw new Error("dist/ is missing, which the workflow runs: npm run build makes it. Then run npm run demo again.");
  }
  const repository = await mkdtemp(join(tmpdir(), "k8s-migrate-demo-"));
  try {
    await demo(name, repository);
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
  return true;
});
