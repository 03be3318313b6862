import type { ScheduleTarget } from "../facts/schedules.ts";
import { type Facts, sorted } from "../facts.ts";

/** A rule or a schedule, seen in one way. */
export type Starter = {
  /** What the file calls it. */
  stop: { rule: string } | { schedule: string };
  /** For people: "rule orders-nightly". */
  title: string;
  /** Its own name, without a group. */
  name: string;
  enabled: boolean;
  /** When it starts, for people; absent where it waits for events. */
  when?: string;
  /** `at(…)`: it starts once. */
  isOnce: boolean;
  targets: ScheduleTarget[];
  /** What `startedBy` of its tasks begins with. */
  prefix: string;
};

/** All rules and schedules, in the order of their kinds and names. */
export function startersOf({ eventRules, schedules }: Pick<Facts, "eventRules" | "schedules">): Starter[] {
  const rules = sorted(eventRules ?? [], ({ name }) => name).map(
    ({ name, enabled, schedule, targets }): Starter => ({
      stop: { rule: name },
      title: `rule ${name}`,
      name,
      enabled,
      isOnce: false,
      targets,
      prefix: "events-rule/",
      ...(schedule === undefined ? {} : { when: `${schedule} in UTC` }),
    }),
  );
  const others = sorted(schedules ?? [], ({ group, name }) => `${group}/${name}`).map(
    ({ group, name, enabled, expression, timeZone, target }): Starter => ({
      stop: { schedule: `${group}/${name}` },
      title: `schedule ${group}/${name}`,
      name,
      enabled,
      targets: [target],
      isOnce: expression.startsWith("at("),
      prefix: "chronos-schedule/",
      when: `${expression} in ${timeZone}`,
    }),
  );
  return [...rules, ...others];
}

/** The tasks that a starter starts in these clusters. */
export function tasksOf({ targets }: Starter, clusters: ReadonlySet<string>) {
  return targets.flatMap((target) => (target.kind === "task" && clusters.has(target.cluster) ? [target] : []));
}
