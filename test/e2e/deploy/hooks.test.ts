import type { ChildProcess } from "node:child_process";
import { expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { helms } from "../../support/cluster-view.ts";
import { newScene } from "../../support/release-states/scene.ts";
import type { Scene } from "../../support/release-states/states.ts";

// The chart "web" with a hook Job of the policy hook-succeeded: one that did not succeed stays, and its name is taken.

const hook = (pod: string) => `hook: { policy: hook-succeeded, pod: { ${pod} } }`;
const fails = hook('k8s-migrate.dev/behaviour: job-fails, k8s-migrate.dev/after: "3"');
const runsLong = hook('k8s-migrate.dev/after: "60"');
const works = hook("");

/** Runs `deploy` and kills it once its hook's Job is there. */
async function killedInHook(scene: Scene) {
  let child: ChildProcess | undefined;
  const running = scene.deploy(
    { values: runsLong },
    {
      onStart: (started) => {
        child = started;
      },
    },
  );
  await waitFor("the hook's Job", async () => (await job(scene)) !== undefined);
  child?.kill("SIGKILL");
  return running;
}

function job({ cluster, namespace }: Scene): Promise<unknown> {
  return cluster.get("job/orders-migrate", "-n", namespace);
}

test.concurrent.each(helms)(
  "Helm %s: a hook Job that failed, and was rolled back, is not in the next deploy's way",
  async (helm) => {
    const scene = await newScene(helm);
    expect(await scene.deploy()).toMatchObject({ code: 0 });
    const failed = await scene.deploy({ values: fails });
    expect(failed).toMatchObject({ code: 1, outputs: { status: "rolled-back", "previous-revision": "1" } });
    const next = await scene.deploy({ values: works });
    expect({ ...next, stdout: undefined }).toMatchObject({ code: 0, errors: [], outputs: { status: "deployed" } });
    // Neither is the one of a deploy that worked.
    expect(await job(scene)).toBeUndefined();
  },
  360_000,
);

test.concurrent.each(helms)(
  "Helm %s: a hook Job of a deploy that was killed is not in the next one's way, after the post step has brought it back",
  async (helm) => {
    const scene = await newScene(helm);
    expect(await scene.deploy()).toMatchObject({ code: 0 });
    const killed = await killedInHook(scene);
    expect(killed.signal).toBe("SIGKILL");
    const history = () => scene.cluster.history(helm, "orders", scene.namespace);
    expect(await history()).toEqual(["1 deployed", "2 pending-upgrade"]);
    const post = await killed.post();
    expect(post).toMatchObject({ code: 0, errors: [], warnings: [] });
    expect(post.summary).toContain("was rolled back to revision 1");
    expect((await history()).at(-1)).toBe("3 deployed");
    const next = await scene.deploy({ values: works });
    expect({ ...next, stdout: undefined }).toMatchObject({ code: 0, errors: [], outputs: { status: "deployed" } });
    expect(await job(scene)).toBeUndefined();
  },
  400_000,
);
