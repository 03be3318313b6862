import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { onOutput } from "../../support/output.ts";
import { newScene } from "../../support/release-states/scene.ts";
import { neverReady, type Scene } from "../../support/release-states/states.ts";

const image = "registry.test/shop/web:8.0";

/** What GitHub sends to a step of a cancelled job. */
async function cancel(child: ChildProcess): Promise<void> {
  const sent = [
    ["SIGINT", 7500],
    ["SIGTERM", 2500],
    ["SIGKILL", 0],
  ] as const;
  for (const [signal, pause] of sent) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await wait(pause);
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

test.concurrent.each(rows)(
  "Helm $helm: an upgrade ended by $by is taken back by the post step",
  async ({ helm, end, run: expected, errors, left }) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    expect(await scene.deploy()).toMatchObject({ code: 0 });
    const run = await scene.deploy(
      { values: `image: ${image}\n${neverReady}` },
      { onStart: onOutput("Deployment orders: 0/1 ready", end) },
    );
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
  120_000,
);

test.concurrent.each(rows)(
  "Helm $helm: a first install ended by $by is left to the next deploy, which cleans up",
  async ({ helm, end, leftOfInstall: left, actionAfterInstall: action }) => {
    const scene = await newScene(helm);
    const { cluster, namespace } = scene;
    const run = await scene.deploy({ values: neverReady }, { onStart: onOutput("Deployment orders: 0/1 ready", end) });
    const post = await run.post();
    expect(post).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(post.summary).toContain(`orders is left at revision 1, ${left}: the next deploy goes on from there`);
    expect(await cluster.history(helm, "orders", namespace)).toEqual([`1 ${left}`]);

    const next = await scene.deploy();
    expect(next).toMatchObject({ code: 0, outputs: { status: "deployed", action } });
    expect(await serving(scene)).toMatchObject({ status: { readyReplicas: 1 } });
  },
  120_000,
);

test.concurrent.each(helms)(
  "Helm %s: on-failure: keep keeps what a cancelled upgrade has left",
  async (helm) => {
    const scene = await newScene(helm);
    await scene.deploy();
    const run = await scene.deploy(
      { values: neverReady, "on-failure": "keep" },
      { onStart: onOutput("Deployment orders: 0/1 ready", cancel) },
    );
    expect((await run.post()).summary).toContain("orders is left at revision 2, failed");
    expect(await scene.cluster.history(helm, "orders", scene.namespace)).toEqual(["1 deployed", "2 failed"]);
  },
  120_000,
);
