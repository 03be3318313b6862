import type { Condition, ObjectFacts } from "./facts.ts";
import type { Problem } from "./finding.ts";
import { podProblems, waitsFor } from "./pod-problems.ts";
import { oneLine } from "./text.ts";

/** Whether an object is as Helm waits for it to be. */
export function isWell({ ready, wanted, conditions }: ObjectFacts): boolean {
  return ready >= wanted || conditions.some(({ type, status }) => type === "Complete" && status === "True");
}

/** The condition by which a Job says that it has failed for good: https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions */
export function failedJob({ kind, conditions }: ObjectFacts): Condition | undefined {
  if (kind !== "Job") return undefined;
  return conditions.find(({ type, status }) => (type === "Failed" || type === "FailureTarget") && status === "True");
}

/** A Job that failed, or the pod of a hook. Its own containers tell more than it does. */
export function jobProblem(object: ObjectFacts): Problem | undefined {
  const { kind, hook, pods } = object;
  const failed = failedJob(object);
  const failedPod = kind === "Pod" && hook && pods.some(({ phase }) => phase === "Failed");
  if (failed === undefined && !failedPod) return undefined;
  const end = pods.flatMap(podProblems).find((problem) => problem.kind === "crash" || problem.kind === "init-failed");
  const why = failed ? ` (${failed.reason})` : "";
  if (end) return { ...end, kind: "job-failed", what: `it failed${why}: ${end.what}` };
  const next = "its pods and events are in the job summary; correct the Job or its settings";
  return { kind: "job-failed", what: `it failed${why}`, detail: oneLine(failed?.message ?? ""), next };
}

/** Pods that the API server does not let in. */
export function refusal(object: ObjectFacts): Problem | undefined {
  const message = refusalMessage(object);
  if (message === undefined) return undefined;
  // "Error creating: pods …" of a ReplicaSet, "Create Pod db-0 in StatefulSet db failed error: pods …"
  const detail = oneLine(message.replace(/^Error creating: /, "").replace(/^create .*? failed error: /i, ""));
  return { kind: "refused", what: "its pods are refused", detail, next: admission(detail, object.namespace) };
}

export function notReady(object: ObjectFacts): Problem {
  const { kind, ready, wanted, pods, conditions } = object;
  const pod = pods.find((each) => waitsFor(each) !== "");
  const stopped = conditions.find(({ type, status }) => type === "Progressing" && status === "False");
  const detail = pod
    ? waitsFor(pod)
    : oneLine(stopped?.message ?? (pods.length === 0 ? "no pod of it is to be seen" : ""));
  const next = "raise timeout where it only needs longer; its pods and events are in the job summary";
  const what = `${ready}/${wanted} ${kind === "Job" ? "succeeded" : "ready"}`;
  return { kind: "not-ready", what, ...(pod ? { pod: pod.name } : {}), detail, next };
}

function refusalMessage({ conditions, events, pods, wanted }: ObjectFacts): string | undefined {
  const condition = conditions.find(({ type, status, reason }) => {
    return (
      (type === "ReplicaFailure" && status === "True") || (type === "Progressing" && reason === "ReplicaSetCreateError")
    );
  });
  if (condition) return condition.message;
  const event = events.findLast(({ type, reason }) => type === "Warning" && reason === "FailedCreate");
  // Others than ReplicaSets do not say when it is over; a pod that came later does.
  const isOver = pods.length >= wanted || pods.some(({ createdAt }) => createdAt > (event?.at ?? ""));
  return event && !isOver ? event.message : undefined;
}

function admission(message: string, namespace: string): string {
  const quota = /exceeded quota: ([^,\s]+)/.exec(message)?.[1];
  if (quota) return `raise the ResourceQuota ${quota} of namespace ${namespace}, or lower replicas or requests`;
  if (message.includes("violates PodSecurity")) {
    return `set the securityContext that it names, or the label pod-security.kubernetes.io/enforce of namespace ${namespace}`;
  }
  const account = /serviceaccount "([^"]+)" not found/.exec(message)?.[1];
  if (account)
    return `create the ServiceAccount ${account} in namespace ${namespace}, or correct its name in the values`;
  const webhook = /webhook "([^"]+)"/.exec(message)?.[1];
  if (webhook) return `see what the admission webhook ${webhook} asks for, or whether it runs at all`;
  return `correct what it names in the chart or its values, or the rule of namespace ${namespace} that refuses it`;
}
