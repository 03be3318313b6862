// The states in which a deploy can find a release, made by real means. Free of jest: the tests and docs/deploy-states.md use them.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import type { ActionOptions, ActionRun } from "../action-process.ts";
import type { ClusterView, HelmMajor } from "../cluster-view.ts";

/** Where a state is made: a namespace of its own, one Helm, and a way to run `deploy` there. */
export type Scene = {
  helm: HelmMajor;
  namespace: string;
  cluster: ClusterView;
  helmPath: string;
  /** Runs `deploy` of release "orders" with the chart charts/web. */
  deploy(inputs?: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
};

export type ReleaseState = {
  /** What a deploy finds, as the table names it. */
  found: string;
  /** What it does then. */
  does: string;
  /**
   * Brings the release "orders" into that state.
   * @returns what to await at the end, where something goes on meanwhile: it throws when that did not end as it should
   */
  make(scene: Scene): Promise<(() => Promise<void>) | void>;
  /** `helm history` of what was made, oldest first. */
  history: string[];
  /** Inputs of the deploy that follows, which is to work. */
  inputs?: Record<string, string>;
  /** Some of its outputs. */
  outputs: Record<string, string>;
  /** In its log. */
  says: string;
  /** `helm history` afterwards. */
  after: string[];
};

export const neverReady = "pod: { k8s-migrate.dev/behaviour: never-ready }";
export const slow = (seconds: number) =>
  `pod: { k8s-migrate.dev/behaviour: slow, k8s-migrate.dev/after: "${seconds}" }`;
export const crashing = "pod: { k8s-migrate.dev/behaviour: crash-loop }";
/** Enough for a pod of the sandbox to get ready. */
export const good = 'pod: { k8s-migrate.dev/behaviour: "" }';

const chart = "test/fixtures/charts/web";

/** Helm by hand: in a release's namespace, without our Lease. */
export async function byHand(scene: Scene, ...args: string[]): Promise<void> {
  await scene.cluster.helm(scene.helm, ...args, "--namespace", scene.namespace);
}

/** The same where Helm is to fail. */
export async function failsByHand(scene: Scene, ...args: string[]): Promise<void> {
  const failed = await byHand(scene, ...args).then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error(`helm ${args.join(" ")} was to fail, and did not.`);
}

/** Starts Helm by hand, and kills it once the newest revision has that status. */
async function killedByHand(scene: Scene, status: string, ...args: string[]): Promise<void> {
  const all = [...args, "--namespace", scene.namespace, "--kubeconfig", scene.cluster.kubeconfig];
  const child = spawn(scene.helmPath, all, { stdio: "ignore" });
  await hasStatus(scene, status);
  await killed(child);
}

/** Runs `deploy` and kills it with SIGKILL once the newest revision has that status and its objects are there. */
async function killedDeploy(scene: Scene, status: string, inputs: Record<string, string>): Promise<ActionRun> {
  let child: ChildProcess | undefined;
  const running = scene.deploy(inputs, {
    onStart: (started) => {
      child = started;
    },
  });
  await hasStatus(scene, status);
  await waitFor(
    "the Deployment",
    async () => (await scene.cluster.get("deployment/orders", "-n", scene.namespace)) !== undefined,
  );
  if (child) await killed(child);
  return running;
}

async function hasStatus({ cluster, namespace }: Scene, status: string): Promise<void> {
  await waitFor(
    `a revision that is ${status}`,
    async () =>
      (await cluster.list("secrets", "-n", namespace, "-l", `owner=helm,name=orders,status=${status}`)).length > 0,
  );
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  child.kill("SIGKILL");
  await gone;
}

const install = ["install", "orders", chart];
const upgrade = ["upgrade", "orders", chart];
const failing = ["--set-json", 'pod={"k8s-migrate.dev/behaviour":"never-ready"}', "--wait", "--timeout", "2s"];
const waiting = ["--set-json", 'pod={"k8s-migrate.dev/behaviour":"never-ready"}', "--wait", "--timeout", "60s"];

/** Every row of the table, each with the deploy that leads on. */
export const releaseStates: Record<string, ReleaseState> = {
  absent: {
    found: "no release",
    does: "installs",
    make: async () => {},
    history: [],
    outputs: { status: "deployed", action: "install", revision: "1", "previous-revision": "" },
    says: ": no release\n",
    after: ["1 deployed"],
  },
  uninstalled: {
    found: "uninstalled, its history kept",
    does: "installs",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await byHand(scene, "uninstall", "orders", "--keep-history", "--wait");
    },
    history: ["1 uninstalled"],
    outputs: { status: "deployed", action: "install", revision: "2", "previous-revision": "" },
    says: ": no release (revision 1 was uninstalled, its history kept)\n",
    after: ["1 superseded", "2 deployed"],
  },
  deployed: {
    found: "deployed",
    does: "upgrades",
    make: async (scene) => byHand(scene, ...install, "--wait"),
    history: ["1 deployed"],
    outputs: { status: "deployed", action: "upgrade", revision: "2", "previous-revision": "1" },
    says: ": revision 1, deployed\n",
    after: ["1 superseded", "2 deployed"],
  },
  failed: {
    found: "failed, and a revision once was deployed",
    does: "upgrades; if that fails, goes back to the last good revision",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await failsByHand(scene, ...upgrade, ...failing);
    },
    history: ["1 deployed", "2 failed"],
    inputs: { values: good },
    outputs: { status: "deployed", action: "upgrade", revision: "3", "previous-revision": "1" },
    says: ": revision 2, failed\n",
    after: ["1 superseded", "2 failed", "3 deployed"],
  },
  "failed-and-added": {
    found: "failed, and it has added what an upgrade would leave in the cluster",
    does: "goes back to the last good revision, and upgrades",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await failsByHand(scene, ...upgrade, ...failing, "--set-json", 'extra=["added"]');
    },
    history: ["1 deployed", "2 failed"],
    inputs: { values: good },
    outputs: { status: "deployed", action: "recovered-upgrade", revision: "4", "previous-revision": "1" },
    says: "Revision 2 has added what an upgrade would leave in the cluster: going back to revision 1 first",
    after: ["1 superseded", "2 failed", "3 superseded", "4 deployed"],
  },
  "never-deployed": {
    found: "failed, and no revision ever was deployed",
    does: "upgrades over it",
    make: async (scene) => failsByHand(scene, ...install, ...failing),
    history: ["1 failed"],
    outputs: { status: "deployed", action: "upgrade", revision: "2", "previous-revision": "" },
    says: ": revision 1, failed\n",
    after: ["1 superseded", "2 deployed"],
  },
  "never-deployed-in-the-way": {
    found: "failed, no revision ever was deployed, and what is left is in the way",
    does: "upgrades over it; as that does not work, collects why, uninstalls it and installs once",
    make: async (scene) => failsByHand(scene, ...install, ...failing),
    history: ["1 failed"],
    // A Deployment's selector cannot be changed.
    inputs: { values: "track: stable" },
    outputs: { status: "deployed", action: "recovered-install", revision: "1", "previous-revision": "" },
    says: "field is immutable",
    after: ["1 deployed"],
  },
  "failed-after-uninstall": {
    found: "failed, and deployed only before an uninstall that kept the history",
    does: "the same: what was deployed before the uninstall does not count",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await byHand(scene, "uninstall", "orders", "--keep-history", "--wait");
      await failsByHand(scene, "upgrade", "--install", "orders", chart, ...failing);
    },
    history: ["1 superseded", "2 failed"],
    inputs: { values: "track: stable" },
    outputs: { status: "deployed", action: "recovered-install", revision: "1", "previous-revision": "" },
    says: "field is immutable",
    after: ["1 deployed"],
  },
  "pending-install": {
    found: "pending-install, its run dead",
    does: "uninstalls what is left, and installs",
    async make(scene) {
      await killedDeploy(scene, "pending-install", { values: neverReady });
    },
    history: ["1 pending-install"],
    outputs: { status: "deployed", action: "recovered-install", revision: "1", "previous-revision": "" },
    says: ": revision 1, pending-install, left by a run that died (https://github.com/octo-org/shop/actions/runs/4711/attempts/1)",
    after: ["1 deployed"],
  },
  "pending-upgrade": {
    found: "pending-upgrade, its run dead",
    does: "goes back to the last good revision, and upgrades",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await killedDeploy(scene, "pending-upgrade", { values: neverReady });
    },
    history: ["1 deployed", "2 pending-upgrade"],
    outputs: { status: "deployed", action: "recovered-upgrade", revision: "4", "previous-revision": "1" },
    says: "Rolling orders back to revision 1",
    after: ["1 superseded", "2 pending-upgrade", "3 superseded", "4 deployed"],
  },
  "pending-upgrade-by-hand": {
    found: "pending-upgrade, of Helm by hand, older than `timeout`",
    does: "waits until it is older than `timeout`, goes back to the last good revision, and upgrades",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await killedByHand(scene, "pending-upgrade", ...upgrade, ...waiting);
    },
    history: ["1 deployed", "2 pending-upgrade"],
    inputs: { timeout: "8s" },
    outputs: { status: "deployed", action: "recovered-upgrade", revision: "4", "previous-revision": "1" },
    says: "by something that holds no Lease: waiting until it ends",
    after: ["1 superseded", "2 pending-upgrade", "3 superseded", "4 deployed"],
  },
  "pending-rollback": {
    found: "pending-rollback, of Helm by hand, older than `timeout`",
    does: "waits until it is older than `timeout`, goes back to the last good revision, and upgrades",
    async make(scene) {
      await byHand(scene, ...install, "--wait");
      await byHand(scene, ...upgrade, "--set", "image=registry.test/shop/web:8.0", "--wait");
      await failsByHand(scene, ...upgrade, ...failing);
      // Else it would be ready at once.
      await scene.cluster.kubectl("delete", "deployment/orders", "-n", scene.namespace);
      await killedByHand(scene, "pending-rollback", "rollback", "orders", "2", "--wait", "--timeout", "60s");
    },
    history: ["1 superseded", "2 deployed", "3 failed", "4 pending-rollback"],
    inputs: { timeout: "8s" },
    outputs: { status: "deployed", action: "recovered-upgrade", revision: "6", "previous-revision": "2" },
    says: "Rolling orders back to revision 2",
    after: ["1 superseded", "2 superseded", "3 failed", "4 pending-rollback", "5 superseded", "6 deployed"],
  },
  "pending-alive": {
    found: "pending, its run alive",
    does: "waits until that run has ended, for as long as `timeout` says, and goes on from what it has left; else it refuses",
    async make(scene) {
      // Goes on, and ends before the next one begins.
      const first = scene.deploy({ values: slow(25) });
      // It is told at the end.
      first.catch(() => undefined);
      await hasStatus(scene, "pending-install");
      return async () => {
        const { code, stdout } = await first;
        if (code !== 0) throw new Error(`The first deploy failed.\n${stdout}`);
      };
    },
    history: ["1 pending-install"],
    inputs: { values: good },
    outputs: { status: "deployed", action: "upgrade", revision: "2", "previous-revision": "1" },
    says: "is held by https://github.com/octo-org/shop/actions/runs/4711/attempts/1",
    after: ["1 superseded", "2 deployed"],
  },
  uninstalling: {
    found: "uninstalling, left over by Helm by hand",
    does: "waits until it is older than `timeout`, finishes the uninstall, and installs",
    async make(scene) {
      const own = ["-n", scene.namespace];
      const finalizers = (value: string) =>
        scene.cluster.kubectl(
          "patch",
          "deployment/orders",
          "--type=merge",
          "--patch",
          `{"metadata":{"finalizers":${value}}}`,
          ...own,
        );
      await byHand(scene, ...install, "--wait");
      await finalizers('["example.com/hold"]');
      await killedByHand(scene, "uninstalling", "uninstall", "orders", "--wait", "--timeout", "60s");
      await finalizers("null");
    },
    history: ["1 uninstalling"],
    inputs: { timeout: "8s" },
    outputs: { status: "deployed", action: "recovered-install", revision: "1", "previous-revision": "" },
    says: "Uninstalling orders, which was begun before",
    after: ["1 deployed"],
  },
};
