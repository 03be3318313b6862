import type { ObjectFacts } from "./facts.ts";
import { asFinding, byWeight, type Finding, type Problem, weightOf } from "./finding.ts";
import { isWell, jobProblem, notReady, refusal } from "./object-problems.ts";
import { podProblems } from "./pod-problems.ts";

export type { Finding } from "./finding.ts";

/** Why objects are not ready, the most telling first: one finding for each object and kind. Objects that are ready give none. */
export function findings(objects: readonly ObjectFacts[]): Finding[] {
  return objects
    .filter((object) => !isWell(object))
    .flatMap((object) => problemsOf(object).map(({ problem, pods }) => asFinding(object, problem, pods)))
    .toSorted(byWeight(objects));
}

/** What is wrong with one object that is not well, the most telling first, and how many of its pods have it. At least one. */
export function problemsOf(object: ObjectFacts): { problem: Problem; pods: number }[] {
  const job = jobProblem(object);
  const byKind = Map.groupBy(object.pods.flatMap(podProblems), ({ kind }) => kind);
  // It tells these as its own.
  if (job) for (const kind of ["crash", "init-failed"] as const) byKind.delete(kind);
  const own = [job, refusal(object)].filter((problem) => problem !== undefined);
  const all = [
    ...own.map((problem) => ({ problem, pods: 1 })),
    ...[...byKind.values()].map((problems) => {
      return { problem: mostTelling(problems), pods: new Set(problems.map(({ pod }) => pod)).size };
    }),
  ];
  if (all.length === 0) return [{ problem: notReady(object), pods: 1 }];
  return all.toSorted((a, b) => weightOf(a.problem.kind) - weightOf(b.problem.kind));
}

function mostTelling(problems: readonly Problem[]): Problem {
  const [first, ...others] = problems as [Problem, ...Problem[]];
  return first.detail === "" ? (others.find(({ detail }) => detail !== "") ?? first) : first;
}
