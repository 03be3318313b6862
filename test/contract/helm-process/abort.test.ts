import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { findExecutable } from "../../../sandbox/process/run.ts";
import { helmCli } from "../../../src/adapters/helm/helm-cli.ts";
import { runTiedHelm } from "../../../src/adapters/helm/helm-process.ts";
import type { UpgradeRequest } from "../../../src/ports/helm.ts";
import { type ClusterView, clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { type Mark, newMark } from "../../support/marked-processes.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { helmProgram, scriptProgram, ties } from "./programs.ts";

// Helm is told to stop, and the release is read back.

let cluster: ClusterView;

beforeAll(async () => {
  cluster = await clusterView();
});

function request(namespace: string, set: string[]): UpgradeRequest {
  return {
    release: "web",
    namespace,
    kubeconfig: cluster.kubeconfig,
    kubeContext: "",
    chartPath: resolve("test/fixtures/charts/web"),
    valueFiles: [],
    set,
    setString: [],
    timeoutMs: 60_000,
    historyMax: 10,
    extraArguments: ["--create-namespace"],
  };
}

/** The outcome of an upgrade to pods that never get ready, stopped while Helm waits for them. */
async function stopWhileWaiting(major: HelmMajor, namespace: string, mark: Mark): Promise<unknown> {
  const helm = helmCli(await helmProgram(major, { mark }), { version: "", major: major === "3" ? 3 : 4 });
  const stopped = new AbortController();
  const image = "registry.test/shop/web:doomed";
  const wish = request(namespace, [`image=${image}`, "pod.k8s-migrate\\.dev/behaviour=never-ready"]);
  const outcome = helm.upgradeInstall(wish, stopped.signal).catch((error: unknown) => error);
  await waitFor("Helm to wait for the pods", async () => {
    const deployment = await cluster.get("deployment/web", "-n", namespace);
    return JSON.stringify(deployment ?? {}).includes(image);
  });
  stopped.abort();
  return outcome;
}

describe.each(helms)("Helm %s", (major) => {
  test("that is told to stop an install marks its release as failed, and is gone", async () => {
    const [mark, namespace] = [newMark(), newNamespace()];
    expect(String(await stopWhileWaiting(major, namespace, mark))).toMatch(
      /^OutsideError: Helm: upgrade --install web in namespace \S+ failed: it was told to stop: .*context canceled/,
    );
    expect(mark.running()).toEqual([]);
    expect(await cluster.history(major, "web", namespace)).toEqual(["1 failed"]);
  });

  test("that is told to stop an upgrade marks its revision as failed, and is gone", async () => {
    const [mark, namespace] = [newMark(), newNamespace()];
    const helm = helmCli(await helmProgram(major, { mark }), { version: "", major: major === "3" ? 3 : 4 });
    await helm.upgradeInstall(request(namespace, []));
    expect(String(await stopWhileWaiting(major, namespace, mark))).toMatch(
      /it was told to stop: UPGRADE FAILED: .*context canceled/,
    );
    expect(mark.running()).toEqual([]);
    expect(await cluster.history(major, "web", namespace)).toEqual(["1 deployed", "2 failed"]);
  });
});

test.each(ties)("a Helm that does not stop is killed after 5 s: %s", async (tie) => {
  const mark = newMark();
  const lines: string[] = [];
  const script = `trap '' INT; echo begun >&2; while :; do ${findExecutable("sleep")} 0.1; done`;
  const program = await scriptProgram(script, { mark, tie, lines });
  const stopped = new AbortController();
  const outcome = runTiedHelm(program, { operation: "upgrade", args: [], signal: stopped.signal }).catch(String);
  await waitFor("the script to ignore the signal", async () => lines.includes("begun"));
  expect(mark.running().some(({ commandLine }) => commandLine.includes(" -e "))).toBe(tie === "watchdog");
  const start = Date.now();
  stopped.abort();
  expect(await outcome).toBe(
    "OutsideError: Helm: upgrade failed: it was told to stop, and killed since it did not within 5 s",
  );
  expect(Date.now() - start).toBeGreaterThanOrEqual(5000);
  await mark.allGone();
});

test("a Helm that ends well all the same has done its work", async () => {
  const lines: string[] = [];
  const script = "trap 'echo REVISION: 1; exit 0' INT; echo begun >&2; while :; do sleep 0.02; done";
  const program = await scriptProgram(script, { mark: newMark(), lines });
  const stopped = new AbortController();
  const outcome = runTiedHelm(program, { operation: "upgrade", args: [], signal: stopped.signal });
  await waitFor("the script to run", async () => lines.includes("begun"));
  stopped.abort();
  expect(await outcome).toBe("REVISION: 1\n");
});

test("what holds on to the output of a Helm that is gone is not waited for", async () => {
  const mark = newMark();
  const program = await scriptProgram("sleep 60 & echo 'Error: no' >&2; exit 1", { mark });
  await expect(runTiedHelm(program, { operation: "upgrade", args: [] })).rejects.toThrow("Helm: upgrade failed: no");
  for (const { pid } of mark.running()) process.kill(pid, "SIGKILL");
  await mark.allGone();
});

test("a signal that has fired already starts no Helm", async () => {
  const started = join(await tempFolder(), "started");
  const program = await scriptProgram(`touch ${started}`, { mark: newMark() });
  const call = { operation: "upgrade", args: [] };
  await expect(runTiedHelm(program, { ...call, signal: AbortSignal.abort() })).rejects.toThrow(
    "Helm: upgrade failed: it was not started, since it was to stop before",
  );
  expect(existsSync(started)).toBe(false);
  await runTiedHelm(program, { ...call, signal: new AbortController().signal });
  expect(existsSync(started)).toBe(true);
});

describe.each(ties)("a program that fails: %s", (tie) => {
  test("is told in its own words", async () => {
    const lines: string[] = [];
    const script = "echo 'WARNING: odd' >&2; echo 'Error: first' >&2; echo 'and second' >&2; exit 3";
    const program = await scriptProgram(script, { mark: newMark(), tie, lines });
    await expect(runTiedHelm(program, { operation: "upgrade", args: [] })).rejects.toThrow(
      "Helm: upgrade failed: first\nand second",
    );
    expect(lines).toEqual(["WARNING: odd", "and second"]);
    const silent = await scriptProgram("exit 3", { mark: newMark(), tie });
    await expect(runTiedHelm(silent, { operation: "upgrade", args: [] })).rejects.toThrow(
      "Helm: upgrade failed: it ended with code 3",
    );
    const killed = await scriptProgram("kill -TERM $$", { mark: newMark(), tie });
    await expect(runTiedHelm(killed, { operation: "upgrade", args: [] })).rejects.toThrow(
      "Helm: upgrade failed: it was ended by SIGTERM",
    );
  });

  test("and one that is not there", async () => {
    const mark = newMark();
    const program = { ...(await scriptProgram("", { mark, tie })), path: "/nowhere/helm" };
    await expect(runTiedHelm(program, { operation: "upgrade", args: [] })).rejects.toThrow(
      /^Helm: upgrade failed: .*(No such file or directory|ENOENT)/,
    );
    await mark.allGone();
  });
});
