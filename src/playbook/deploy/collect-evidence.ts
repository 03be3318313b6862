import { describeError } from "../../errors.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import { findings } from "../../evidence/findings.ts";
import { isAboutWaiting } from "../../release/helm-messages.ts";
import { type HelmAction, objectsMadeBy } from "../../release/made-objects.ts";
import type { Release } from "../../release/release.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts, FailedAttempt } from "./deploy-types.ts";

/** A run of Helm that did not end well. */
export type EndedBadly = {
  action: HelmAction;
  /** What it made; undefined where it made nothing, or what is there is not its doing. */
  revision: Release | undefined;
  error: unknown;
  /** What cannot heal, for which Helm was stopped. */
  doomed: Finding | undefined;
  /** What hooks said while they ran. */
  ofHooks: readonly ObjectFacts[];
};

/** What the cluster says about it. For when nothing is cleaned up yet. Never fails. */
export async function collectEvidence(
  ended: EndedBadly,
  ports: Pick<DeployPorts, "evidence" | "log">,
): Promise<Pick<FailedAttempt, "evidence" | "findings" | "stoppedByUs">> {
  const { revision, error, doomed } = ended;
  const evidence = revision === undefined ? [] : await collect({ ...ended, revision }, ports);
  const all = isAboutWaiting(describeError(error)) ? findings(evidence) : [];
  return { evidence, findings: doomed ? withFirst(doomed, all) : all, stoppedByUs: doomed !== undefined };
}

async function collect(
  ended: EndedBadly & { revision: Release },
  { evidence, log }: Pick<DeployPorts, "evidence" | "log">,
): Promise<ObjectFacts[]> {
  const objects = objectsMadeBy(ended.action, ended.revision);
  const found = (await attempt("collect why it failed", log, () => evidence.collect(objects))) ?? [];
  const isThere = (hook: ObjectFacts) => found.some((each) => each.kind === hook.kind && each.name === hook.name);
  const gone = ended.ofHooks.filter((hook) => !isThere(hook));
  return [...found, ...gone.map((hook) => asHelmSaysOf(hook, describeError(ended.error)))];
}

/** A hook that Helm has deleted already was last seen before it failed. */
function asHelmSaysOf(hook: ObjectFacts, message: string): ObjectFacts {
  const failed = new RegExp(`\\b${hook.name}\\b.* (?:failed: (\\w+)|status: Failed)`, "i").exec(message);
  if (hook.kind !== "Job" || !failed || hook.conditions.some(({ type }) => type === "Failed")) return hook;
  const condition = { type: "Failed", status: "True", reason: failed[1] ?? "Failed", message: "" };
  return { ...hook, ready: 0, conditions: [...hook.conditions, condition] };
}

/** What could not heal comes first, in the words of the evidence where it is there: that has read the logs. */
function withFirst(doomed: Finding, all: readonly Finding[]): Finding[] {
  const isSame = ({ kind, object }: Finding) =>
    kind === doomed.kind && object.kind === doomed.object.kind && object.name === doomed.object.name;
  return [all.find(isSame) ?? doomed, ...all.filter((each) => !isSame(each))];
}
