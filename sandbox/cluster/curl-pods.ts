// Runs the containers of pods that ask by curl (probe.from: cluster), as processes of this machine; all other pods have none.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiException, CoreV1Api, type KubeConfig, ListWatch, type V1Pod, Watch } from "@kubernetes/client-node";
import { MARK } from "../process/mark.ts";

/** The same as in kwok/stages/pod-end.yaml, which leaves these pods to us. */
const CURL_IMAGE = /(^|\/)curl([:@]|$)/;
/** What a kubelet says of a container whose program is not there, and ends it with. */
const NO_PROGRAM = { exitCode: 128, reason: "StartError" };

export type CurlPods = {
  /** What the pod's container has written so far; undefined for a pod that has none. */
  logOf(pod: V1Pod): Buffer | undefined;
};

type Ended = { exitCode: number; reason: string; message?: string };
type Run = { log: Buffer[]; stop: AbortController };

/** Watches for pods that run and are of an image called "curl", and runs them, each once. */
export async function runCurlPods(config: KubeConfig): Promise<CurlPods> {
  const core = config.makeApiClient(CoreV1Api);
  const runs = new Map<string, Run>();
  const fieldSelector = "status.phase=Running,spec.restartPolicy=Never";
  const list = () => core.listPodForAllNamespaces({ fieldSelector });
  const pods = new ListWatch<V1Pod>("/api/v1/pods", new Watch(config), list, false, undefined, fieldSelector);
  const see = (pod: V1Pod): void => {
    const uid = pod.metadata?.uid ?? "";
    if (runs.has(uid) || !CURL_IMAGE.test(pod.spec?.containers[0]?.image ?? "")) return;
    const run: Run = { log: [], stop: new AbortController() };
    runs.set(uid, run);
    runToEnd(core, pod, run).catch((error: unknown) => console.error(`pod ${pod.metadata?.name}:`, error));
  };
  pods.on("add", see);
  pods.on("update", see);
  // Also one that has ended is no longer among the running ones: its log stays for who reads it.
  pods.on("delete", ({ metadata, status }) => {
    if (metadata?.deletionTimestamp || status?.phase === "Running") runs.get(metadata?.uid ?? "")?.stop.abort();
  });
  pods.on("error", (error: unknown) => {
    console.error("watch of pods:", error);
    setTimeout(() => void pods.start(), 1000);
  });
  await pods.start();
  return {
    logOf(pod) {
      const run = runs.get(pod.metadata?.uid ?? "");
      return run && Buffer.concat(run.log);
    },
  };
}

async function runToEnd(core: CoreV1Api, pod: V1Pod, run: Run): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "k8s-migrate-pod-"));
  const began = new Date();
  try {
    const deadline = AbortSignal.timeout((pod.spec?.activeDeadlineSeconds ?? 3600) * 1000);
    const ended = await runContainer(pod, folder, {
      log: run.log,
      signal: AbortSignal.any([run.stop.signal, deadline]),
    });
    await tell(core, pod, { ...ended, began });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runContainer(
  pod: V1Pod,
  folder: string,
  { log, signal }: { log: Buffer[]; signal: AbortSignal },
): Promise<Ended> {
  const container = pod.spec?.containers[0];
  const [program = "", ...args] = [...(container?.command ?? []), ...(container?.args ?? [])];
  const places = await mounted(pod, folder);
  if (program !== "curl") return { ...NO_PROGRAM, message: notFound(program) };
  // What the container would see at a volume's path is in a folder of this machine.
  const words = args.map((word) => places.reduce((text, { path, at }) => text.replaceAll(path, at), word));
  return new Promise((resolve) => {
    const { PATH = "", [MARK]: mark = "" } = process.env;
    const child = spawn(program, words, {
      cwd: folder,
      env: { PATH, [MARK]: mark },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void log.push(chunk));
    const kill = () => void child.kill("SIGKILL");
    signal.addEventListener("abort", kill, { once: true });
    child.on("error", () => resolve({ ...NO_PROGRAM, message: notFound(program) }));
    child.on("close", (code) => {
      signal.removeEventListener("abort", kill);
      // 128 + SIGKILL
      const exitCode = code ?? 137;
      resolve({ exitCode, reason: exitCode === 0 ? "Completed" : "Error" });
    });
  });
}

function notFound(program: string): string {
  return `failed to create containerd task: exec: "${program}": executable file not found in $PATH`;
}

/** Writes the files of the pod's downward API volumes: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
async function mounted(pod: V1Pod, folder: string): Promise<{ path: string; at: string }[]> {
  const mounts = pod.spec?.containers[0]?.volumeMounts ?? [];
  const places: { path: string; at: string }[] = [];
  for (const { name, mountPath } of mounts) {
    const items = pod.spec?.volumes?.find((each) => each.name === name)?.downwardAPI?.items ?? [];
    for (const { path, fieldRef } of items) {
      const annotation = /^metadata\.annotations\['(.+)'\]$/.exec(fieldRef?.fieldPath ?? "")?.[1] ?? "";
      await writeFile(join(folder, path), pod.metadata?.annotations?.[annotation] ?? "");
    }
    if (items.length > 0) places.push({ path: mountPath, at: folder });
  }
  return places;
}

/** Writes what became of it, as a kubelet does. */
async function tell(core: CoreV1Api, pod: V1Pod, ended: Ended & { began: Date }): Promise<void> {
  const { name = "", namespace = "", uid } = pod.metadata ?? {};
  const { began, ...outcome } = ended;
  const now = new Date();
  for (;;) {
    try {
      const live = await core.readNamespacedPod({ name, namespace });
      if (live.metadata?.uid !== uid) return;
      const well = outcome.exitCode === 0;
      const status = live.status?.containerStatuses?.[0];
      if (live.status === undefined || status === undefined) return;
      const { containerID = "" } = status;
      const terminated = { ...outcome, startedAt: began, finishedAt: now, containerID };
      live.status.phase = well ? "Succeeded" : "Failed";
      Object.assign(status, { ready: false, started: false, state: { terminated } });
      await core.replaceNamespacedPodStatus({ name, namespace, body: live });
      return;
    } catch (error) {
      const code = error instanceof ApiException ? error.code : 0;
      if (code === 404) return;
      if (code !== 409) throw error;
    }
  }
}
