// npm run deploy-states: writes docs/deploy-states.md from what Helm and `deploy` really say, on a sandbox.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { startAction } from "../test/support/action-process.ts";
import { clusterView } from "../test/support/cluster-view.ts";
import { type ReleaseState, releaseStates, type Scene } from "../test/support/release-states/states.ts";
import { asCommand } from "./as-command.ts";
import { withSandbox } from "./with-sandbox.ts";

const root = join(import.meta.dirname, "..");
const helm = "4";

type Shown = { state: ReleaseState; before: string; log: string; after: string };

async function show(state: ReleaseState, namespace: string, sandbox: Sandbox): Promise<Shown> {
  const cluster = await clusterView();
  const temp = await mkdtemp(join(tmpdir(), "k8s-migrate-states-"));
  const helmPath = sandbox.tools.helm4;
  const scene: Scene = {
    helm,
    namespace,
    cluster,
    helmPath,
    deploy: (inputs = {}, options = {}) =>
      startAction("deploy", temp, {
        workspace: resolve(root, "test/fixtures"),
        ...options,
        inputs: {
          kubeconfig: cluster.kubeconfig,
          "helm-version": helmPath,
          release: "orders",
          namespace,
          chart: "charts/web",
          ...inputs,
        },
      }),
  };
  // As a user would see it: without this run's names.
  const plain = (text: string) =>
    text
      .replaceAll(namespace, "commerce")
      .replaceAll(helmPath, "helm")
      .replaceAll(/#[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
      .replaceAll(/-[0-9a-f]{8,10}-[0-9a-z]{5}\b/g, "-5d9c7b-x2x4z")
      .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, "2026-01-01T12:00:00Z")
      .trim();
  const history = async () =>
    plain(
      (await cluster.helm(helm, "history", "orders", "--namespace", namespace).catch(() => "Error: release: not found"))
        .split("\n")
        .map((line) => line.split("\t").map((cell) => cell.trim()))
        .map(([revision = "", , status = "", chart = "", , description = ""]) =>
          [revision.padEnd(9), status.padEnd(16), chart.padEnd(10), description].join(" ").trimEnd(),
        )
        .join("\n"),
    );
  try {
    await cluster.kubectl("create", "namespace", namespace);
    const end = await state.make(scene);
    const before = await history();
    const run = await scene.deploy(state.inputs);
    await end?.();
    if (run.code !== 0) throw new Error(`${state.found}: the deploy failed.\n${run.stdout}`);
    return { state, before, log: plain(run.stdout), after: await history() };
  } finally {
    await cluster.kubectl("delete", "namespace", namespace, "--ignore-not-found", "--wait=false");
    await rm(temp, { recursive: true, force: true });
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function page(shown: Shown[]): string {
  const rows = shown.map(({ state }) => `| ${state.found} | ${state.does} | \`${state.outputs.action}\` |`);
  const fence = (text: string) => `\`\`\`text\n${text}\n\`\`\``;
  const parts = shown.map(({ state, before, log, after }) =>
    [
      `## ${sentence(state.found)}`,
      `${sentence(state.does)}.`,
      `\`helm history\` before:\n\n${fence(before)}`,
      `The log of \`deploy\`:\n\n${fence(log)}`,
      `\`helm history\` after:\n\n${fence(after)}`,
    ].join("\n\n"),
  );
  return `# What deploy does with what it finds

<!-- Made by npm run deploy-states: every word below is real output of Helm ${helm} and of deploy. -->

Helm refuses, or makes worse, some of what an earlier run has left. \`deploy\` looks first. It does the same with Helm 3.

| It finds | It does | \`action\` |
| --- | --- | --- |
${rows.join("\n")}

- **Alive or dead** is told by the Lease \`k8s-migrate-<release>\` in the release's namespace: a run renews it every 5 s while it works, and
  15 s without that means that it is dead. Helm by hand holds none: what it has left pending counts as dead once it is older than \`timeout\`.
- **The last good revision** is the newest that once was deployed, named by its number: Helm's own choice is the one before, even where that one failed.
- **A release that once was deployed is never uninstalled.** One that never was is, where nothing else helps; volume claims of its chart only with
  \`recover: auto-delete-volumes\`. \`recover: never\` does nothing of this, and names the command to run.
- When the deploy itself fails, it collects why, and goes back to the last good revision (\`on-failure: rollback\`). A first deploy that fails stays
  \`failed\`, for the next one to clean up.

${parts.join("\n\n")}
`;
}

await asCommand(async () => {
  await withSandbox("states", async (sandbox) => {
    const states = Object.entries(releaseStates);
    const shown = await Promise.all(states.map(([key, state]) => show(state, `states-${process.pid}-${key}`, sandbox)));
    await writeFile(join(root, "docs/deploy-states.md"), page(shown));
  });
  return true;
});
