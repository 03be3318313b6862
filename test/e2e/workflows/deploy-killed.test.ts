import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { setValues } from "../../../sandbox/example/repository.ts";
import { stepOf } from "../../../sandbox/runner/act.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { ended, exampleUser, inputsOf } from "../../support/example.ts";

const values = "values/orders.yaml";

/** A user whose deploys take long, and one that kills such a deploy once its pods are waited for. */
async function killedUser() {
  const user = await exampleUser({
    workflow: "deploy.yml",
    change: (workflow) => {
      Object.assign(inputsOf(workflow, "deploy"), { timeout: "60s" });
    },
  });
  const killed = async () => {
    let killing: Promise<void> | undefined;
    const run = await user.run({
      onLine: (line) => {
        if (killing !== undefined || !/Deployment orders: \d\/\d ready/.test(line)) return;
        killing = killDeploy(user.namespace);
        // It is told below, when the run has ended.
        killing.catch(() => undefined);
      },
    });
    if (killing === undefined) throw new Error(`No Deployment was waited for:\n${run.log}`);
    await killing;
    return run;
  };
  return { user, killed };
}

/** SIGKILL to the main step's process, as a runner does whose patience is over. */
async function killDeploy(namespace: string): Promise<void> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const [command, env] = await Promise.all(
      ["cmdline", "environ"].map((name) => readFile(`/proc/${pid}/${name}`, "latin1").catch(() => "")),
    );
    if (/\/dist\/deploy\/index\.js/.test(command ?? "") && env?.includes(`INPUT_NAMESPACE=${namespace}\0`)) {
      kill(Number(pid));
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

test("a deploy that is killed is brought back by the post step of its job", async () => {
  const { user, killed } = await killedUser();
  expect(ended(await user.run())).toEqual({ code: 0, failed: [] });
  const slow = { image: "example.com/shop/orders:1.1", podAnnotations: { "k8s-migrate.dev/behaviour": "never-ready" } };
  await setValues(user.repository, values, slow);
  const run = await killed();
  expect(run.code).toBe(1);
  const post = stepOf(run, "deploy", "Post");
  expect(post).toMatchObject({ result: "success", summary: expect.stringContaining("was rolled back to revision 1") });

  const cluster = await clusterView();
  const own = ["--namespace", user.namespace];
  expect(await cluster.history("4", "orders", user.namespace)).toEqual([
    "1 superseded",
    "2 pending-upgrade",
    "3 deployed",
  ]);
  const deployment = await cluster.get<Deployment>("deployment/orders", ...own);
  expect(deployment?.spec.template.spec.containers[0]?.image).toBe("example.com/shop/orders:1.0");
}, 300_000);

test("a first deploy that is killed is cleaned up by the next one", async () => {
  const { user, killed } = await killedUser();
  await setValues(user.repository, values, { podAnnotations: { "k8s-migrate.dev/behaviour": "never-ready" } });
  expect(await killed()).toMatchObject({ code: 1 });
  const cluster = await clusterView();
  expect(await cluster.history("4", "orders", user.namespace)).toEqual(["1 pending-install"]);

  await setValues(user.repository, values, { podAnnotations: {} });
  const next = await user.run();
  expect(ended(next)).toEqual({ code: 0, failed: [] });
  expect(stepOf(next, "deploy").outputs).toMatchObject({ status: "deployed", action: "recovered-install" });
  expect(await cluster.history("4", "orders", user.namespace)).toEqual(["1 deployed"]);
}, 300_000);

type Deployment = { spec: { template: { spec: { containers: { image: string }[] } } } };
