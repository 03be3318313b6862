import { expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { helms } from "../../support/cluster-view.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { byHand, good, neverReady, slow } from "../../support/release-states/states.ts";
import type { ActionRun } from "../../support/run-action.ts";

const runUrl = "https://github.com/octo-org/shop/actions/runs/4711/attempts/1";

test.concurrent.each(helms)(
  "Helm %s: of two deploys at once the second waits, and says for which run",
  async (helm) => {
    const scene = await newScene(helm);
    let second: ActionRun | undefined;
    const meanwhile = onOutput("Deployment orders: 0/1 ready", async () => {
      second = await scene.deploy({ values: good }, { env: { GITHUB_RUN_ID: "4712" } });
    });
    const first = await scene.deploy({ values: slow(20) }, { onStart: meanwhile.onStart });
    await meanwhile.done();
    expect(first).toMatchObject({ code: 0, outputs: { status: "deployed", action: "install", revision: "1" } });
    expect(second).toMatchObject({ code: 0, outputs: { status: "deployed", action: "upgrade", revision: "2" } });
    expect(second?.stdout).toContain(`is held by ${runUrl}`);
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(["1 superseded", "2 deployed"]);
  },
  240_000,
);

test.concurrent.each(helms)(
  "Helm %s: a deploy that has waited for its timeout refuses, and leaves the other one alone",
  async (helm) => {
    const scene = await newScene(helm);
    let second: ActionRun | undefined;
    const meanwhile = onOutput("Deployment orders: 0/1 ready", async () => {
      second = await scene.deploy({ values: "replicas: 3", timeout: "2s" }, { env: { GITHUB_RUN_ID: "4712" } });
    });
    const first = await scene.deploy({ values: slow(25) }, { onStart: meanwhile.onStart });
    await meanwhile.done();
    expect(second).toMatchObject({
      code: 1,
      errors: [expect.stringContaining(`orders is being worked on by ${runUrl} since `)],
      outputs: { status: "failed" },
    });
    expect(second?.summary).toContain(`orders is being worked on by ${runUrl}`);
    expect(first).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "1" } });
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(["1 deployed"]);
    // The post step of the one that refused has nothing to take back.
    expect(await second?.post()).toMatchObject({ code: 0, summary: "", stdout: "" });
  },
  450_000,
);

test.concurrent.each(helms)(
  "Helm %s: a deploy waits for a Helm by hand that is at work",
  async (helm) => {
    const scene = await newScene(helm);
    const values = ["--set-json", 'pod={"k8s-migrate.dev/behaviour":"slow","k8s-migrate.dev/after":"6"}'];
    const hand = byHand(scene, "install", "orders", "test/fixtures/charts/web", ...values, "--wait");
    await waitFor(
      "the revision",
      async () => (await scene.cluster.history(helm, "orders", scene.namespace)).length > 0,
    );
    const run = await scene.deploy({ values: good });
    await hand;
    expect(run).toMatchObject({ code: 0, outputs: { status: "deployed" } });
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(["1 superseded", "2 deployed"]);
  },
  240_000,
);

test.concurrent.each(helms)(
  "Helm %s: recover: never refuses what is stuck with the command to run, and touches nothing",
  async (helm) => {
    const scene = await newScene(helm);
    await scene.deploy();
    const killing = onOutput("Deployment orders: 0/1 ready", async (child) => void child.kill("SIGKILL"));
    await scene.deploy({ values: neverReady }, { onStart: killing.onStart });
    await killing.done();
    const stuck = ["1 deployed", "2 pending-upgrade"];
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(stuck);
    const refused = await scene.deploy({ recover: "never" });
    const command = `helm rollback orders 1 --namespace ${scene.namespace}`;
    expect(refused).toMatchObject({
      code: 1,
      errors: [expect.stringContaining(command)],
      outputs: { status: "failed" },
    });
    expect(refused.summary).toContain(command);
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(stuck);

    // The command is the way on.
    await scene.cluster.helm(helm, ...(command.split(" ").slice(1) as [string]));
    expect(await scene.deploy({ recover: "never" })).toMatchObject({ code: 0, outputs: { status: "deployed" } });
  },
  450_000,
);
