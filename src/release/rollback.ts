import type { Release } from "./release.ts";

/**
 * The revision that `helm rollback` made this one of, by what Helm writes into its description; `undefined` when it is no
 * rollback. https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
export function rolledBackTo({ revision, description }: Pick<Release, "revision" | "description">): number | undefined {
  const target = Number(/^Rollback to (\d+)$/.exec(description)?.[1]);
  return target < revision ? target : undefined;
}

/** Whether two revisions have the same chart and values: a description can be anybody's, see `helm upgrade --description`. */
export function sameContent(one: Release, other: Release): boolean {
  return contentOf(one) === contentOf(other);
}

/** Helm writes maps in the order of their keys. */
function contentOf({ chart, values }: Release): string {
  return JSON.stringify([chart, values]);
}
