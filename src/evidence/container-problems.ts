import type { ContainerFacts, ContainerState, PodFacts } from "./facts.ts";
import type { Problem } from "./finding.ts";
import { isImageMissing } from "./image-missing.ts";
import { counted, oneLine, tellingLine } from "./text.ts";

// Reasons and messages are the kubelet's: https://github.com/kubernetes/kubernetes/tree/v1.36.3/pkg/kubelet

const PULL_REASONS = new Set([
  "ErrImagePull",
  "ImagePullBackOff",
  "ErrImageNeverPull",
  "ImageInspectError",
  "RegistryUnavailable",
  "SignatureValidationFailed",
]);
const START_REASONS = new Set([
  "CreateContainerError",
  "RunContainerError",
  "ContainerCannotRun",
  "PreCreateHookError",
  "PostStartHookError",
]);
/** Of a Secret or ConfigMap that is not there, or has no such key. */
const MISSING = /(secret|configmap) "[^"]*" not found|couldn't find key .+ in (secret|configmap)/i;

/** What is wrong with one container; `undefined` where nothing is, or nothing of its own. */
export function containerProblem(container: ContainerFacts, pod: PodFacts): Problem | undefined {
  return imageProblem(container, pod) ?? startProblem(container, pod) ?? endProblem(container, pod);
}

/** The same for a missing Secret or ConfigMap, whoever says it. */
export function missingConfig(message: string, pod: PodFacts, what: string): Problem | undefined {
  if (!MISSING.test(message)) return undefined;
  const next = `create it in namespace ${pod.namespace}, or correct its name or key in the chart or its values`;
  return { kind: "config-missing", what, pod: pod.name, detail: oneLine(message), next };
}

/** In which state it ended last, where that is what stops the pod now. */
export function badEnd({ state, lastState, ready, restarts }: ContainerFacts): ContainerState | undefined {
  if (state.kind === "terminated") return state.exitCode === 0 ? undefined : state;
  if (lastState?.kind !== "terminated" || restarts === 0 || ready) return undefined;
  // One that ends well and is started again and again is as bad.
  if (state.kind === "waiting") return state.reason === "CrashLoopBackOff" ? lastState : undefined;
  return lastState.exitCode === 0 ? undefined : lastState;
}

function imageProblem({ name, image, state }: ContainerFacts, pod: PodFacts): Problem | undefined {
  const place = { image };
  if (state.reason === "InvalidImageName") {
    const what = `"${oneLine(image)}" of container ${name} is no valid image name`;
    return {
      kind: "image-name-invalid",
      what,
      pod: pod.name,
      detail: "",
      place,
      next: "correct the image in the values",
    };
  }
  if (!PULL_REASONS.has(state.reason)) return undefined;
  const named = `image ${oneLine(image)} of container ${name}`;
  if (isImageMissing(state.message)) {
    const next = "push that image, or correct its name or tag in the values";
    return { kind: "image-not-found", what: `${named} is not in its registry`, pod: pod.name, detail: "", place, next };
  }
  const next = "check that the nodes reach the registry, and that the pull secret or the nodes' role may pull from it";
  const detail = oneLine(state.message) || state.reason;
  return { kind: "image-not-pulled", what: `${named} cannot be pulled`, pod: pod.name, detail, place, next };
}

function startProblem(container: ContainerFacts, pod: PodFacts): Problem | undefined {
  const { reason, message } = container.state;
  if (reason !== "CreateContainerConfigError" && !START_REASONS.has(reason)) return undefined;
  const what = `${titleOf(container)} cannot start`;
  const missing = missingConfig(message, pod, what);
  if (missing) return missing;
  const next = "correct what it names in the chart or its values";
  return { kind: "not-started", what, pod: pod.name, detail: oneLine(message) || reason, next };
}

function endProblem(container: ContainerFacts, pod: PodFacts): Problem | undefined {
  const end = badEnd(container);
  if (end === undefined) return undefined;
  const title = titleOf(container);
  const detail = lastWords(container, end);
  const times = container.restarts > 0 ? `, ${counted(container.restarts, "restart")}` : "";
  const code = end.exitCode === undefined ? "" : `, exit code ${end.exitCode}`;
  if (end.reason === "OOMKilled") {
    const what = `${title} was killed for using more memory than its limit${code}${times}`;
    const next = `raise resources.limits.memory of container ${container.name}, or find what uses the memory`;
    return { kind: "out-of-memory", what, pod: pod.name, detail, next };
  }
  const probe = killedByProbe(container, pod);
  if (probe) return { ...probe, what: `${probe.what}${times}` };
  if (end.exitCode === 0) {
    const what = `${title} ends by itself${code}${times}`;
    const next = "a container of such a workload must keep running: correct its command, or make it a Job";
    return { kind: "crash", what, pod: pod.name, detail, next };
  }
  const next = `read the log of container ${container.name} in the job summary, and correct the version or its settings`;
  const what =
    container.state.kind === "terminated" ? `${title} failed${code}${times}` : `${title} crashes${code}${times}`;
  return { kind: container.init ? "init-failed" : "crash", what, pod: pod.name, detail, next };
}

/** A container that the kubelet stops itself did not crash, whatever its exit code says. */
function killedByProbe(container: ContainerFacts, { name, events }: PodFacts): Problem | undefined {
  const killing = new RegExp(`^Container ${escaped(container.name)} failed (liveness|startup) probe`);
  const probe = events.map(({ message }) => killing.exec(message)?.[1]).findLast((found) => found !== undefined);
  if (probe === undefined) return undefined;
  const said = events.findLast(({ reason, message }) => {
    return reason === "Unhealthy" && message.toLowerCase().startsWith(`${probe} probe`);
  });
  return {
    kind: "probe",
    what: `${titleOf(container)} is started again and again, since its ${probe} probe fails`,
    pod: name,
    detail: oneLine(said?.message ?? ""),
    next: `check path, port and times of the ${probe} probe, and the log of container ${container.name} in the job summary`,
  };
}

/** What it said last: its log, else what the runtime says of its end, such as a command that is not in the image. */
function lastWords({ state, log, previousLog }: ContainerFacts, end: ContainerState): string {
  const ofThatRun = end === state ? log : previousLog;
  if (end.reason === "StartError" || end.reason === "ContainerCannotRun") return oneLine(end.message);
  return tellingLine(ofThatRun) || tellingLine(end.message.split("\n"));
}

export function titleOf({ name, init }: ContainerFacts): string {
  return `${init ? "init container" : "container"} ${name}`;
}

function escaped(text: string): string {
  return text.replace(/[^a-z0-9]/gi, "\\$&");
}
