import type { Problem } from "./problem.ts";
import { at, below, type Written } from "./written.ts";

/**
 * What in `switch` does not go with the rest of a service: steps that cannot be taken, and rules for steps that are not there.
 * @param service as merged for an environment
 * @param own what is written at the service itself, with its parts for environments
 */
export function switchProblems(service: Written, own: Written | undefined): Problem[] {
  const weights = at(service, ["switch", "weights"]);
  if (weights === undefined && hasStepsElsewhere(own)) return [];
  if (weights === undefined) return ["bake", "abort"].flatMap((key) => withoutSteps(at(service, ["switch", key])));
  if (weights.kind !== "list" || weights.items.length < 2) return [];
  const records = at(service, ["records"]);
  const moved = records?.kind === "list" ? records.items : [];
  const kept = moved.filter((record) => at(record, ["managed-by"]) !== undefined);
  const noneOfOurs: Problem = {
    ...weights.place,
    key: weights.key,
    what: "no record is switched here, since all of them have managed-by",
    instead: "leave it out",
  };
  return [
    ...(moved.length > 0 && kept.length === moved.length ? [noneOfOurs] : []),
    ...moved.filter((record) => !kept.includes(record)).flatMap((record) => memberInSteps(at(record, ["members"]))),
  ];
}

/** Whether it has steps in another environment, which its rules are for. */
function hasStepsElsewhere(own: Written | undefined): boolean {
  const parts = below(own, "environments");
  return parts?.kind === "map" && [...parts.entries.values()].some((part) => at(part, ["switch", "weights"]));
}

/** Those in `defaults` are for the services that have steps. */
function withoutSteps(rule: Written | undefined): Problem[] {
  if (rule === undefined || rule.key.startsWith("defaults.")) return [];
  const instead = "write switch.weights such as [1, 10, 50, 100], or leave it out";
  return [{ ...rule.place, key: rule.key, what: "only steps are watched, and there are none", instead }];
}

/** The set has weights of its own already, or another way to choose. */
function memberInSteps(members: Written | undefined): Problem[] {
  if (members === undefined) return [];
  const what = "members of a set go over at once, and switch.weights has steps";
  return [{ ...members.place, key: members.key, what, instead: "leave out one of them, or write weights: [100]" }];
}
