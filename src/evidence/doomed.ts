import { badEnd, containerProblem } from "./container-problems.ts";
import type { ContainerFacts, ObjectFacts, PodFacts } from "./facts.ts";
import { asFinding, byWeight, type Finding, type FindingKind, type Problem } from "./finding.ts";
import { failedJob, isWell, jobProblem } from "./object-problems.ts";

const RESTARTS = 3;
/** What a program of a crash loop says. */
const LOOPS: readonly FindingKind[] = ["crash", "out-of-memory", "init-failed"];

/**
 * What cannot heal by itself, the most telling of it, so that there is no use in waiting: an image whose name is invalid or
 * that is not there, a Job that failed, a crash loop once all else is ready or hopeless too. Not what may heal: a Secret that comes late, a node or a quota that
 * is being added, a registry that is down, a probe.
 *
 * @param seen remembers over the calls of one rollout how often containers had been restarted when they were first seen
 * @param since when the rollout began, RFC 3339: what was there before may be about to be replaced, and its past does not
 *   count. Best by the cluster's clock; by another one that is ahead, it only takes longer
 */
export function doomedBy(
  objects: readonly ObjectFacts[],
  seen: Map<string, number>,
  since: string,
): Finding | undefined {
  // The API server's times are in whole seconds.
  const sinceMs = Math.floor(Date.parse(since) / 1000) * 1000;
  const isNew = ({ createdAt }: { createdAt: string }) => Date.parse(createdAt) >= sinceMs;
  const found = objects
    .flatMap((object) => {
      const problems = object.pods.flatMap((pod) =>
        pod.containers.flatMap((container) => {
          const restarts = restartsOf(container, pod);
          return hopeless(container, pod, { restarts, isNew: isNew(pod), retries: retriesByItself(object) }) ?? [];
        }),
      );
      if (isWell(object)) return [];
      // Helm waits for hooks' Jobs, and for no others: https://github.com/helm/helm/blob/v3.17.3/pkg/kube/ready.go
      const job = object.hook && isNew(object) && hasFailed(object) ? jobProblem(object) : undefined;
      return [...problems, ...(job ? [job] : [])].map((problem) => asFinding(object, problem));
    })
    .toSorted(byWeight(objects));
  // A program may crash until another one that it needs is up.
  const hopelessOnes = new Set(found.map(({ object }) => `${object.namespace}/${object.kind}/${object.name}`));
  const othersStart = objects.some(
    (object) => !isWell(object) && !hopelessOnes.has(`${object.namespace}/${object.kind}/${object.name}`),
  );
  return found.find(({ kind }) => !othersStart || !LOOPS.includes(kind));

  /** Restarts in this rollout. */
  function restartsOf({ name, restarts }: ContainerFacts, pod: PodFacts): number {
    if (isNew(pod)) return restarts;
    const key = `${pod.uid}/${name}`;
    const first = seen.get(key) ?? restarts;
    seen.set(key, first);
    return restarts - first;
  }
}

function hopeless(
  container: ContainerFacts,
  pod: PodFacts,
  { restarts, isNew, retries }: { restarts: number; isNew: boolean; retries: boolean },
): Problem | undefined {
  const problem = containerProblem(container, pod);
  if (problem?.kind === "image-name-invalid") return problem;
  // Of an older pod it may be what the registry said minutes ago, before the image was pushed.
  if (problem?.kind === "image-not-found") return isNew ? problem : undefined;
  const loops = container.state.reason === "CrashLoopBackOff" && badEnd(container) !== undefined;
  return loops && restarts >= RESTARTS && !retries ? problem : undefined;
}

/** A Job counts its tries and says when they are used up; a hook's pod is to end some time. */
function retriesByItself({ kind, hook }: ObjectFacts): boolean {
  return kind === "Job" || hook;
}

function hasFailed(object: ObjectFacts): boolean {
  return failedJob(object) !== undefined || (object.hook && object.kind === "Pod");
}
