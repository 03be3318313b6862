import type { OutsideCall } from "../../sandbox/proxy/outside.ts";

const HELM = "Helm: ";

/** How often each sort of call was made, by its name: `ecs DescribeServices`, `read secrets`, `Helm: read secrets`. */
export type Counts = Map<string, number>;

export function countCalls(calls: readonly OutsideCall[]): Counts {
  const counts: Counts = new Map();
  for (const call of calls) counts.set(nameOf(call), (counts.get(nameOf(call)) ?? 0) + 1);
  return counts;
}

/** All counts of which the name fits. */
export function total(counts: Counts, fits: (name: string) => boolean): number {
  return [...counts].filter(([name]) => fits(name)).reduce((sum, [, count]) => sum + count, 0);
}

export const isHelms = (name: string): boolean => name.startsWith(HELM);
export const isAws = (name: string): boolean => /^(ecs|eks|sts) /.test(name);

/** What is read one by one and what is listed is the same sort: either may answer. */
function nameOf({ service, operation, resource, write, userAgent }: OutsideCall): string {
  if (service !== "kubernetes") return `${service} ${operation}`;
  const who = userAgent.startsWith("Helm/") ? HELM : "";
  const verb = operation === "get" || operation === "list" ? "read" : operation;
  return `${who}${operation === "patch" && !write ? "dry-run patch" : verb} ${kindIn(resource)}`;
}

/** `/apis/batch/v1/namespaces/shop/cronjobs/nightly` is `cronjobs`; `/apis/batch/v1` tells kinds. */
function kindIn(path: string): string {
  if (/^\/(api|apis)(\/[^/]+){0,2}$/.test(path)) return "kinds";
  if (path.startsWith("/openapi/")) return "OpenAPI";
  const rest = path.replace(/^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)\//, "");
  const [kind] = rest.replace(/^namespaces\/[^/]+\/(?!status|finalize)/, "").split("/");
  return rest === path || kind === undefined ? path : kind;
}
