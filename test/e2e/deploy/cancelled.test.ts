import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { neverReady, type Scene } from "../../support/release-states/states.ts";
import type { ActionRun } from "../../support/run-action.ts";

// One after the other: Helm has a few seconds to answer a signal, and five deploys at once may take those.

const image = "registry.test/shop/web:8.0";
const waitsForPods = "Deployment orders: 0/1 ready";

/** What GitHub sends to a step of a cancelled job, until it ends. */
async function cancel(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  const sent = [
    ["SIGINT", 7500],
    ["SIGTERM", 2500],
    ["SIGKILL", 0],
  ] as const;
  for (const [signal, pause] of sent) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exit, wait(pause, undefined, { ref: false })]);
  }
}

const kill = async (child: ChildProcess) => {
  child.kill("SIGKILL");
};

async function serving({ cluster, namespace }: Scene): Promise<unknown> {
  const deployment = await cluster.get<{ spec: unknown; status: unknown }>("deployment/orders", "-n", namespace);
  return deployment;
}

const endings = [
  {
    by: "GitHub's signals",
    end: cancel,
    // It ended by itself, within the time that GitHub gives before the next signal.
    run: { code: 1, signal: null, outputs: { status: "failed" } },
    errors: [expect.stringContaining("orders: stopped early, the job was cancelled (SIGINT)")],
    left: "failed",
    leftOfInstall: "failed",
    actionAfterInstall: "upgrade",
  },
  {
    by: "SIGKILL",
    end: kill,
    run: { signal: "SIGKILL" },
    errors: [],
    left: "pending-upgrade",
    leftOfInstall: "pending-install",
    actionAfterInstall: "recovered-install",
  },
];
const rows = helms.flatMap((helm) => endings.map((ending) => ({ helm, ...ending })));

test.each(rows)(
  "Helm $helm: an upgrade ended by $by is taken back by the post step",
  async ({ helm, end, run: expected, errors, left }) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    expect(await scene.deploy()).toMatchObject({ code: 0 });
    const ending = onOutput(waitsForPods, end);
    const run = await scene.deploy({ values: `image: ${image}\n${neverReady}` }, { onStart: ending.onStart });
    await ending.done();
    expect(run).toMatchObject({ ...expected, errors });
    expect(await cluster.history(helm, "orders", namespace)).toEqual(["1 deployed", `2 ${left}`]);

    const post = await run.post();
    expect(post).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(post.summary).toContain("was rolled back to revision 1");
    const history = await cluster.history(helm, "orders", namespace);
    expect(history.at(-1)).toBe("3 deployed");
    expect(await serving(scene)).toMatchObject({
      spec: { template: { spec: { containers: [{ image: "registry.test/shop/web:7.0" }] } } },
      status: { readyReplicas: 1, updatedReplicas: 1 },
    });

    const next = await scene.deploy({ values: `image: ${image}` });
    expect(next).toMatchObject({ code: 0, outputs: { status: "deployed", action: "upgrade", revision: "4" } });
  },
  450_000,
);

test.each(rows)(
  "Helm $helm: a first install ended by $by is left to the next deploy, which cleans up",
  async ({ helm, end, leftOfInstall: left, actionAfterInstall: action }) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const ending = onOutput(waitsForPods, end);
    const run = await scene.deploy({ values: neverReady }, { onStart: ending.onStart });
    await ending.done();
    const post = await run.post();
    expect(post).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(post.summary).toContain(`orders is left at revision 1, ${left}: the next deploy goes on from there`);
    expect(await cluster.history(helm, "orders", namespace)).toEqual([`1 ${left}`]);

    const next = await scene.deploy();
    expect(next).toMatchObject({ code: 0, outputs: { status: "deployed", action } });
    expect(await serving(scene)).toMatchObject({ status: { readyReplicas: 1 } });
  },
  450_000,
);

test.each(helms)(
  "Helm %s: on-failure: keep keeps what a cancelled upgrade has left",
  async (helm) => {
    const scene = await newScene(helm);
    await scene.deploy();
    const ending = onOutput(waitsForPods, cancel);
    const run = await scene.deploy({ values: neverReady, "on-failure": "keep" }, { onStart: ending.onStart });
    await ending.done();
    expect((await run.post()).summary).toContain("orders is left at revision 2, failed");
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(["1 deployed", "2 failed"]);
  },
  450_000,
);

test.each(helms)(
  "Helm %s: a deploy that is cancelled while it waits for another one ends soon, and its post step touches nothing",
  async (helm) => {
    const scene = await newScene(helm);
    const history = () => scene.cluster.history(helm, "orders", scene.namespace);
    await scene.deploy();
    let waited: ActionRun | undefined;
    let sentAt = Number.NaN;
    let endedAt = Number.NaN;
    const meanwhile = onOutput(waitsForPods, async () => {
      const cancelling = onOutput("Waiting: the lease", async (child) => {
        sentAt = performance.now();
        child.kill("SIGINT");
      });
      const other = { env: { GITHUB_RUN_ID: "4712" }, onStart: cancelling.onStart };
      waited = await scene.deploy({ values: "replicas: 3" }, other);
      endedAt = performance.now();
      await cancelling.done();
    });
    const first = await scene.deploy(
      { values: neverReady, timeout: "20s", "on-failure": "keep" },
      { onStart: meanwhile.onStart },
    );
    await meanwhile.done();
    expect(first).toMatchObject({ code: 1, outputs: { status: "failed", revision: "2" } });
    // GitHub's next signal comes after 7.5 s.
    expect(endedAt - sentAt).toBeLessThan(7000);
    expect(waited).toMatchObject({ code: 1, signal: null, outputs: { status: "failed" } });
    expect(waited?.errors[0]).toContain("orders: stopped while waiting for its turn");
    expect(await history()).toEqual(["1 deployed", "2 failed"]);

    expect(await waited?.post()).toMatchObject({ code: 0, errors: [], warnings: [], summary: "" });
    expect(await history()).toEqual(["1 deployed", "2 failed"]);
    expect(await serving(scene)).toMatchObject({ spec: { replicas: 1 } });
  },
  400_000,
);
