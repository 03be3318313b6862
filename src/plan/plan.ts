/** `keep`: the chart has it no more, and it is left behind, since it says `helm.sh/resource-policy: keep`. */
export type PlannedAction = "create" | "change" | "delete" | "keep" | "same";

export type PlannedChange = {
  action: PlannedAction;
  kind: string;
  /** Empty for what is in no namespace. */
  namespace: string;
  name: string;
  /** Set for a hook, which is compared with the one that Helm stored. */
  hook?: true;
  /** Unified, without file headers; no value of a Secret is in it. Empty where nothing differs, or nothing can be shown. */
  diff: string;
  /** Why the API server would refuse the change, in its words. */
  problem?: string;
};

/** What a deploy would change. */
export type Plan = {
  /** Objects, then hooks. */
  changes: PlannedChange[];
  /** No object and no hook differs, nothing would be refused, and all could be compared. */
  isUnchanged: boolean;
  /** What could not be compared, and why. */
  notes: string[];
};

const OBJECT_WORDS: readonly [PlannedAction, string][] = [
  ["create", "to create"],
  ["change", "to change"],
  ["delete", "to delete"],
  ["keep", "to leave behind"],
  ["same", "unchanged"],
];

const HOOK_WORDS: readonly [PlannedAction, string][] = [
  ["create", "new"],
  ["change", "changed"],
  ["delete", "dropped"],
];

/** Such as "1 to create, 2 to change, 5 unchanged; hooks: 1 changed". */
export function planTotals({ changes }: Plan): string {
  const objects = counted(
    changes.filter(({ hook }) => !hook),
    OBJECT_WORDS,
  );
  const hooks = counted(
    changes.filter(({ hook }) => hook),
    HOOK_WORDS,
  );
  const refused = changes.filter(({ problem }) => problem !== undefined).length;
  return [
    objects === "" ? "no objects" : objects,
    ...(hooks === "" ? [] : [`hooks: ${hooks}`]),
    ...(refused === 0 ? [] : [`${refused} the cluster would refuse`]),
  ].join("; ");
}

function counted(changes: readonly PlannedChange[], words: readonly [PlannedAction, string][]): string {
  return words
    .map(([action, word]) => ({ count: changes.filter((change) => change.action === action).length, word }))
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}`)
    .join(", ");
}
