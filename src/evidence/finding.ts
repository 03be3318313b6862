import type { ObjectFacts } from "./facts.ts";

/** What may be wrong, the most telling first: what comes later is often only what follows from what comes before. */
const FINDING_KINDS = [
  "image-name-invalid",
  "image-not-found",
  "out-of-memory",
  "crash",
  "init-failed",
  "job-failed",
  "config-missing",
  "not-started",
  "refused",
  "image-not-pulled",
  "volume",
  "unschedulable",
  "probe",
  "evicted",
  "not-ready",
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is wrong with an object. */
export type Finding = {
  kind: FindingKind;
  object: { kind: string; namespace: string; name: string };
  /** One plain line: which object, pod and container, and what the cluster says about it. No full stop at its end. */
  problem: string;
  /** What to do about it. */
  next: string;
  /** What of the chart or the values it is about. */
  place?: { image?: string };
};

/** What is wrong, before it is told of a whole object. */
export type Problem = Pick<Finding, "kind" | "next" | "place"> & {
  what: string;
  /** The pod's name, where it is about one. */
  pod?: string;
  /** In the cluster's or the program's own words; may be empty. */
  detail: string;
};

/** @param pods how many pods have the same problem */
export function asFinding(object: ObjectFacts, { what, pod, detail, ...rest }: Problem, pods = 1): Finding {
  const { kind, namespace, name, hook } = object;
  const more = pods > 1 ? ` and ${pods - 1} more` : "";
  const where = pod === undefined ? "" : ` (pod ${pod}${more})`;
  const problem = `${hook ? "Hook " : ""}${kind} ${name}: ${what}${where}${detail === "" ? "" : `: ${detail}`}`;
  return { ...rest, object: { kind, namespace, name }, problem };
}

/** The most telling first, and of two of a kind the hook's, for which Helm waits before it goes on. */
export function byWeight(objects: readonly ObjectFacts[]): (a: Finding, b: Finding) => number {
  const hooks = new Set(objects.filter(({ hook }) => hook).map(keyOf));
  const weight = ({ kind, object }: Finding) => weightOf(kind) + (hooks.has(keyOf(object)) ? 0 : 0.5);
  return (a, b) => weight(a) - weight(b);
}

/** The less, the more telling. */
export function weightOf(kind: FindingKind): number {
  return FINDING_KINDS.indexOf(kind);
}

function keyOf({ kind, namespace, name }: Finding["object"]): string {
  return `${namespace}/${kind}/${name}`;
}
