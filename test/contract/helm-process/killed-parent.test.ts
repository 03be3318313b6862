import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { findExecutable } from "../../../sandbox/process/run.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { type Mark, newMark } from "../../support/marked-processes.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { pathFor, ties, writeScript } from "./programs.ts";

// The action is killed, and Helm is found to be gone.

const chart = resolve("test/fixtures/charts/web");
let cluster: ClusterView;
let tools: { helm3: string; helm4: string };

beforeAll(async () => {
  cluster = await clusterView();
  ({ tools } = await sandbox());
});

/** The process that runs Helm, with nothing but this in its environment. */
function startParent(helm: string, args: string[], env: Record<string, string>): ChildProcess {
  const script = join(import.meta.dirname, "tied-helm-process.ts");
  return spawn(process.execPath, [script, helm, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

function rolesOf(mark: Mark): string[] {
  return mark
    .running()
    .map(({ commandLine }) =>
      commandLine.includes(" -e ") ? "watchdog" : (/\bhelm(?= )|tied/.exec(commandLine) ?? [""])[0],
    )
    .toSorted();
}

describe.each(helms)("Helm %s, which waits for a pod,", (major) => {
  test.each(ties)("dies when its parent is killed: %s", async (tie) => {
    const mark = newMark();
    const namespace = newNamespace();
    const never = "pod.k8s-migrate\\.dev/behaviour=never-ready";
    const where = ["--namespace", namespace, "--kubeconfig", cluster.kubeconfig, "--create-namespace"];
    const parent = startParent(
      major === "3" ? tools.helm3 : tools.helm4,
      ["install", "web", chart, ...where, "--wait", "--set", never],
      { PATH: await pathFor(tie), HOME: await tempFolder(), ...mark.env },
    );
    await waitFor("Helm to wait", async () => (await cluster.get("deployment/web", "-n", namespace)) !== undefined);
    expect(rolesOf(mark)).toEqual(tie === "setpriv" ? ["helm", "tied"] : ["helm", "tied", "watchdog"]);

    if (tie === "watchdog") await cancelAsRunnersDo(mark);
    parent.kill("SIGKILL");
    await mark.allGone();
    // So it did not end by itself, which it would have told.
    expect(await cluster.history(major, "web", namespace)).toEqual(["1 pending-install"]);
  });
});

/** Signals the watchdog as a runner may that signals all processes of a job. */
async function cancelAsRunnersDo(mark: Mark): Promise<void> {
  const [watchdog] = mark.running().filter(({ commandLine }) => commandLine.includes(" -e "));
  const pid = watchdog?.pid ?? 0;
  // It has just started: the signals that it handles are a mask in its status, SIGTERM bit 14 and SIGINT bit 1.
  await waitFor("the watchdog to handle signals", async () => {
    const [, mask = "0"] = /^SigCgt:\s+(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return (BigInt(`0x${mask}`) & 0x4002n) === 0x4002n;
  });
  process.kill(pid, "SIGINT");
  process.kill(pid, "SIGTERM");
}

test("a parent that is killed before the kernel knows of the tie leaves no Helm that starts", async () => {
  const folder = await tempFolder();
  const real = findExecutable("setpriv");
  const started = join(folder, "started");
  const [waits, go] = [join(folder, "waits"), join(folder, "go")];
  const helm = await writeScript(join(folder, "helm"), `touch ${started}`);
  // Slow where it starts Helm, so that the test comes first.
  const slow = `case "$*" in *--version) ;; *) touch ${waits}; while [ ! -e ${go} ]; do sleep 0.02; done ;; esac`;
  await writeScript(join(folder, "bin", "setpriv"), `${slow}\nexec ${real} "$@"`);
  const env = { PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}` };

  const mark = newMark();
  const parent = startParent(helm, [], { ...env, ...mark.env });
  await waitFor("setpriv to start", async () => existsSync(waits));
  parent.kill("SIGKILL");
  await once(parent, "exit");
  await writeFile(go, "");
  await mark.allGone();
  expect(existsSync(started)).toBe(false);

  const [code] = await once(startParent(helm, [], { ...env, ...newMark().env }), "exit");
  expect({ code, started: existsSync(started) }).toEqual({ code: 0, started: true });
});

describe("a call that ends", () => {
  test.each(ties)("leaves nothing behind, and its parent can end at once: %s", async (tie) => {
    const mark = newMark();
    const parent = startParent(tools.helm4, ["version", "--short"], { PATH: await pathFor(tie), ...mark.env });
    let said = "";
    parent.stdout?.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = await once(parent, "close");
    expect({ code, said: said.trim() }).toEqual({ code: 0, said: expect.stringMatching(/^v4\./) });
    await mark.allGone();
  });
});
