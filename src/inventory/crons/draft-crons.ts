import type { DraftCron } from "../draft.ts";
import { type Facts, sortedTexts } from "../facts.ts";
import { listed, note, question, type Remark } from "../remark.ts";
import { type Starter, startersOf, tasksOf } from "./starters.ts";
import { taskOwner } from "./task-owner.ts";

export type DraftedCrons = {
  /** By the key of the service. */
  byService: Map<string, { crons: DraftCron[]; remarks: Remark[] }>;
  /** About no service that could be told. */
  remarks: Remark[];
};

const START = "start: [{ cronjob: … }]";

/** Shares out the rules and schedules that start tasks in the clusters of the services. */
export function draftCrons(facts: Facts): DraftedCrons {
  const clusters = new Set(facts.clusters);
  const ownerOf = taskOwner(facts.services, facts.definitions);
  const drafted: DraftedCrons = { byService: new Map(), remarks: [] };
  const at = (key: string) => {
    const found = drafted.byService.get(key) ?? { crons: [], remarks: [] };
    drafted.byService.set(key, found);
    return found;
  };
  const starters = startersOf(facts);
  for (const starter of starters) {
    const tasks = tasksOf(starter, clusters);
    if (tasks.length === 0) continue;
    const owners = sortedTexts(tasks.map((task) => ownerOf(task) ?? ""));
    const [owner = ""] = owners;
    if (owners.length > 1 || owner === "") drafted.remarks.push(ownerUnknown(starter, owners.length > 1, tasks));
    else if (starter.when === undefined) at(owner).remarks.push(byEvents(starter));
    else if (!starter.enabled)
      at(owner).remarks.push(
        note(`${capital(starter.title)} (${starter.when}) is disabled: there is nothing to stop.`),
      );
    else if (starter.isOnce) at(owner).remarks.push(once(starter));
    else at(owner).crons.push(cron(starter));
  }
  drafted.remarks.push(...unreadable(starters), ...wrappers(starters));
  return drafted;
}

function cron(starter: Starter): DraftCron {
  return {
    stop: starter.stop,
    about: starter.when ?? "",
    remarks: [...alsoStarts(starter), question("Which CronJobs do this in EKS?", START)],
  };
}

/** What stops together with the tasks when the rule is disabled. */
function alsoStarts({ targets, title }: Starter): Remark[] {
  const others = sortedTexts(
    targets.flatMap((target) => {
      if (target.kind === "task") return [];
      if (target.kind === "other") return [`a target of ${target.what}`];
      return target.kind === "unreadable task" ? ["another task"] : [`${target.kind} ${target.name}`];
    }),
  );
  if (others.length === 0) return [];
  return [question(`${capital(title)} also starts ${listed(others)}, which stops with it. May it?`)];
}

function ownerUnknown(
  starter: Starter,
  several: boolean,
  tasks: readonly { cluster: string; family: string }[],
): Remark {
  const what = listed(sortedTexts(tasks.map(({ cluster, family }) => `task ${family} in cluster ${cluster}`)));
  const state = starter.enabled ? "" : ", and is disabled";
  const [kind = "rule", name] = Object.entries(starter.stop)[0] ?? [];
  const why = several
    ? "which belong to several services, so that all of them stop with it. Which one does it move with?"
    : "and nothing tells which service that belongs to. Which one is it?";
  return question(
    `${capital(starter.title)} (${starter.when ?? "by events"}${state}) starts ${what}, ${why} Its entry under crons: { stop: { ${kind}: ${name} }, start: [{ cronjob: … }] }`,
  );
}

function byEvents({ title }: Starter): Remark {
  return question(
    `${capital(title)} starts a task of this service when events come, not by time: no CronJob can take over. What does in EKS?`,
  );
}

function once({ title, when }: Starter): Remark {
  return question(`${capital(title)} starts a task of this service once, ${when}. Has it run before the move?`);
}

function unreadable(starters: readonly Starter[]): Remark[] {
  return starters.flatMap(({ title, targets }) =>
    targets.flatMap((target) =>
      target.kind === "unreadable task"
        ? [
            question(
              `${capital(title)} starts an ECS task, but which cannot be read: ${target.why}. Does it belong to one of these services?`,
            ),
          ]
        : [],
    ),
  );
}

/** One question for all, since most of them have nothing to do with ECS. */
function wrappers(starters: readonly Starter[]): Remark[] {
  const found = starters
    .filter(({ enabled, when }) => enabled && when !== undefined)
    .flatMap(({ title, targets }) =>
      targets.flatMap((target) =>
        target.kind === "function" || target.kind === "state machine"
          ? [`${title} (${target.kind} ${target.name})`]
          : [],
      ),
    );
  if (found.length === 0) return [];
  return [
    question(
      `These start functions or state machines by time, and what those start was not read: ${listed(sortedTexts(found), 50)}. Does one of them start tasks of these services? Then it has to be stopped too.`,
    ),
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
