import type { Report } from "../report.ts";
import { type Counts, isAws, isHelms, total } from "./count-calls.ts";

/** What a phase has called for so many services, beside the least that would do. */
export type Made = { title: string; made: Counts; least: Counts };

/** All calls of a run in three cells, each `made / least`: to AWS, by the action to the API server, and by Helm to that. */
export function callCells({ made, least }: Made): string[] {
  const isOwn = (name: string) => !isAws(name) && !isHelms(name);
  return [isAws, isOwn, isHelms].map((fits) => `${total(made, fits)} / ${total(least, fits)}`);
}

/** A row for each sort of call, a column for each run. */
export function callTable(title: string, runs: readonly Made[]): Report["tables"][number] {
  const names = new Set(runs.flatMap(({ made, least }) => [...made.keys(), ...least.keys()]));
  const group = (name: string) => [isAws, isHelms].findIndex((fits) => fits(name));
  const sorted = [...names].toSorted((a, b) => order(group(a)) - order(group(b)) || a.localeCompare(b));
  const rows = sorted.map((name) => [
    name,
    ...runs.map(({ made, least }) => `${made.get(name) ?? 0} / ${least.get(name) ?? 0}`),
  ]);
  return { title, header: ["", ...runs.map((run) => run.title)], rows };
}

/** AWS first, Helm last. */
function order(group: number): number {
  return group === 0 ? 0 : group === -1 ? 1 : 2;
}
