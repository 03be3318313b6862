/** A pod that asks, as far as it matters why it does not. */
export type ProbePodFacts = {
  phase: string;
  /** Why the pod ended or is nowhere yet, such as `DeadlineExceeded`, and in words. */
  reason: string;
  message: string;
  /** Of its container, while that waits. */
  waiting: { reason: string; message: string } | undefined;
};

/** Why a pod does not start. */
export type PodTrouble = {
  /** In words. */
  problem: string;
  /** Whether it stays so until somebody changes something. */
  isFinal: boolean;
  /** What to do, where that is known. */
  next: string | undefined;
};

const IMAGE_NEXT = "name in probe.image an image with curl that the cluster's nodes can pull";
/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/images/types.go */
const PULLING = new Set(["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "RegistryUnavailable"]);
const FINAL = new Set(["InvalidImageName", "CreateContainerConfigError", "CreateContainerError", "RunContainerError"]);

/** Why a pod has not begun to ask; `undefined` where nothing speaks against it. */
export function podTrouble({ phase, reason, message, waiting }: ProbePodFacts): PodTrouble | undefined {
  if (phase === "Failed") return { problem: said({ reason, message }), isFinal: true, next: undefined };
  if (waiting !== undefined && (PULLING.has(waiting.reason) || FINAL.has(waiting.reason))) {
    return { problem: said(waiting), isFinal: FINAL.has(waiting.reason), next: IMAGE_NEXT };
  }
  if (reason === "Unschedulable") {
    return {
      problem: said({ reason, message }),
      isFinal: false,
      next: "make room for it: it asks for 10m CPU and 32Mi",
    };
  }
  return undefined;
}

/** What to do when the cluster refuses to make the pod, by its words; `undefined` for other reasons. */
export function refusedPodNext(reason: string, namespace: string): string | undefined {
  if (/violates PodSecurity|admission webhook .* denied/.test(reason)) {
    return `let a pod that keeps to the profile "restricted" run in namespace ${namespace}, or leave probe.from out, so that the runner asks`;
  }
  if (/exceeded quota|failed quota/.test(reason)) {
    return `leave room in the quota of namespace ${namespace} for one more pod with 10m CPU and 32Mi`;
  }
  if (/cannot \w+ resource "pods/.test(reason)) {
    return `give the login in namespace ${namespace} create, get, list and delete on pods, and get on pods/log; or leave probe.from out, so that the runner asks`;
  }
  return undefined;
}

function said({ reason, message }: { reason: string; message: string }): string {
  return [reason, message].filter((each) => each !== "").join(": ") || "nobody says why";
}
