import { nearest } from "../advice/nearest.ts";
import type { Container, TaskDefinition } from "../inventory/facts/ecs.ts";
import { pinnedDigest, repositoryOf } from "./image-reference.ts";

/** An ECS service, and what of it runs now. */
export type ServiceFacts = ServiceName & {
  /** ARN of the definition that it is to run. */
  taskDefinition: string;
  desired: number;
  /** Containers that its load balancers send requests to. */
  served: string[];
  /** Those of its tasks that run: not those that start or end. */
  tasks: RunningTask[];
  /** The service's own and those of its tasks, each once, as far as they are still there. */
  definitions: TaskDefinition[];
};

type ServiceName = { cluster: string; service: string };

export type RunningTask = {
  /** ARN */
  taskDefinition: string;
  /** By container, as ECS reports them: absent where it does not. */
  digests: Readonly<Record<string, string>>;
};

export type RunningImage = {
  /** `repository@sha256:…` */
  image: string;
  container: string;
  /** All that the task definition has. */
  containers: string[];
  /** ARN of the definition that the service runs. */
  taskDefinition: string;
};

/** Why it is not clear which image runs. */
export type ImageProblem = {
  kind: "no-cluster" | "no-service" | "no-task" | "under-way" | "which-container" | "no-container" | "no-digest";
  /** In words, with what to do. */
  problem: string;
};

/** The image of that container, or of the one that the service is about. Nothing is guessed: see `ImageProblem`. */
export function runningImageOf(facts: ServiceFacts, asked?: string): RunningImage | ImageProblem {
  const { taskDefinition, tasks } = facts;
  const containers = containersOf(facts, taskDefinition);
  const container = chosen(facts, containers, asked);
  if (typeof container !== "string") return container;
  if (tasks.length === 0) return noTask(facts);

  const arns = [taskDefinition, ...tasks.map((task) => task.taskDefinition)];
  const references = arns.map((arn) => imageIn(containersOf(facts, arn), container));
  // Another definition with the same image is a change of something else.
  if (new Set(references).size > 1) {
    const runs = counted(tasks.map((task) => revisionOf(task.taskDefinition)));
    return underWay(facts, `it is to run ${revisionOf(taskDefinition)}, and its tasks run ${runs}`);
  }
  const reference = references[0] ?? "";
  // What a definition names by digest is what runs, whether ECS reports it or not.
  const digests = tasks.map((task) => pinnedDigest(reference) ?? task.digests[container] ?? "");
  if (digests.includes("")) return noDigest(facts, container, reference);
  if (new Set(digests).size > 1) return underWay(facts, `its tasks run ${counted(digests.map(shortDigest))}`);
  const image = `${repositoryOf(reference)}@${digests[0]}`;
  return { image, container, containers: containers.map(({ name }) => name), taskDefinition };
}

export function noCluster(cluster: string, region: string, clusters: readonly string[]): ImageProblem {
  return { kind: "no-cluster", problem: `there is no ECS cluster ${cluster} in ${region}${meant(cluster, clusters)}` };
}

export function noService({ cluster, service }: ServiceName, services: readonly string[]): ImageProblem {
  const problem = `there is no ECS service ${service} in cluster ${cluster}${meant(service, services)}`;
  return { kind: "no-service", problem };
}

function chosen(facts: ServiceFacts, containers: readonly Container[], asked?: string): string | ImageProblem {
  const names = containers.map(({ name }) => name);
  if (names.length === 0) {
    const problem = `${who(facts)} has task definition ${revisionOf(facts.taskDefinition)}, which is not there any more`;
    return { kind: "no-container", problem };
  }
  const has = `it has ${names.join(", ")}`;
  if (asked !== undefined) {
    if (names.includes(asked)) return asked;
    const what = `${who(facts)} has no container ${asked}`;
    return { kind: "no-container", problem: `${what}${meant(asked, names) || `: ${has}`}` };
  }
  if (names.length === 1) return names[0] ?? "";
  const served = [...new Set(facts.served)].filter((name) => names.includes(name));
  if (served.length === 1) return served[0] ?? "";
  const choices = served.length > 1 ? `its load balancers use ${served.join(", ")}` : has;
  return { kind: "which-container", problem: `${who(facts)} has more than one container: ${choices}. Name one` };
}

function noTask(facts: ServiceFacts): ImageProblem {
  const wants = facts.desired === 0 ? ", and is to have none" : "";
  const problem = `${who(facts)} has no running task${wants}: which image it runs is known only while one runs`;
  return { kind: "no-task", problem };
}

function underWay(facts: ServiceFacts, how: string): ImageProblem {
  return { kind: "under-way", problem: `${who(facts)} is being deployed: ${how}. Wait until that is done` };
}

/** Older agents leave it out for images outside of ECR: https://github.com/aws/containers-roadmap/issues/1640 */
function noDigest(facts: ServiceFacts, container: string, reference: string): ImageProblem {
  const problem = `ECS does not report the digest of ${reference}, which container ${container} of service ${facts.service} in cluster ${facts.cluster} runs. Name the image by its digest in the task definition, or let the values say it`;
  return { kind: "no-digest", problem };
}

function containersOf({ definitions }: ServiceFacts, arn: string): readonly Container[] {
  return definitions.find((definition) => definition.arn === arn)?.containers ?? [];
}

function imageIn(containers: readonly Container[], name: string): string | undefined {
  return containers.find((container) => container.name === name)?.image;
}

function who({ cluster, service }: ServiceName): string {
  return `ECS service ${service} in cluster ${cluster}`;
}

function meant(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === undefined ? "" : `; did you mean ${found}?`;
}

/** `orders:3` */
function revisionOf(arn: string): string {
  return arn.split(":task-definition/").at(-1) ?? arn;
}

function shortDigest(digest: string): string {
  return `${digest.slice(0, "sha256:".length + 12)}…`;
}

/** `orders:3 (2 tasks), orders:4 (1 task)` */
function counted(texts: readonly string[]): string {
  return [...new Set(texts)]
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((text) => {
      const count = texts.filter((each) => each === text).length;
      return `${text} (${count} ${count === 1 ? "task" : "tasks"})`;
    })
    .join(", ");
}
