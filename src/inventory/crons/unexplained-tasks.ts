import { type Facts, sorted, sortedTexts } from "../facts.ts";
import { listed, question, type Remark } from "../remark.ts";
import { type Starter, startersOf } from "./starters.ts";
import { taskOwner } from "./task-owner.ts";

/** ECS keeps this much of who started a task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-startedBy */
const STARTED_BY_LENGTH = 36;

export type Unexplained = {
  /** The key of the service that they belong to, where that can be told. */
  owner: string | undefined;
  remark: Remark;
};

/**
 * Questions about tasks that ran lately and were started by something that was not found, one for each task definition. None where rules or
 * schedules could not be read: then there is a question already, and nothing could be explained.
 */
export function unexplainedTasks(facts: Facts): Unexplained[] {
  const { services, definitions, tasks, eventRules, schedules } = facts;
  if (tasks === undefined || eventRules === undefined || schedules === undefined) return [];
  const starters = startersOf(facts);
  const ownerOf = taskOwner(services, definitions);
  const open = tasks.filter(
    ({ group, startedBy, family }) =>
      !group.startsWith("service:") && !starters.some((starter) => explains(starter, startedBy, family)),
  );
  const byDefinition = Map.groupBy(open, ({ cluster, family }) => `${cluster}/${family}`);
  return sorted(byDefinition.values(), ([first]) => `${first?.cluster}/${first?.family}`).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const by = sortedTexts(same.map(({ startedBy }) => startedBy || "somebody who gave no name"));
    const text = `Tasks of ${first.family} ran lately in cluster ${first.cluster}, started by ${listed(by, 3)}, which is no rule or schedule that was found. What starts them, and how does it move?`;
    return [{ owner: ownerOf(first), remark: question(text) }];
  });
}

/** Names are cut, so that two may look alike: the task definition has to fit too. */
function explains({ name, prefix, targets }: Starter, startedBy: string, family: string): boolean {
  const own = `${prefix}${name}`.slice(0, STARTED_BY_LENGTH);
  return targets.some((target) => {
    if (target.kind === "task") return target.family === family && (target.startedBy ?? own) === startedBy;
    return target.kind === "unreadable task" && own === startedBy;
  });
}
