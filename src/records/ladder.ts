import { UserError } from "../errors.ts";
import { sameSets } from "./compare.ts";
import type { RecordSet } from "./record-set.ts";
import { setKey } from "./set-map.ts";

export const OLD = "k8s-migrate-old";
export const NEW = "k8s-migrate-new";

/** Why traffic cannot be moved by weights with these record sets, with what to do; undefined where it can. */
export function ladderProblem(before: readonly RecordSet[]): string | undefined {
  const routed = before.find(({ routing, setIdentifier }) => routing !== undefined || setIdentifier !== undefined);
  if (routed === undefined) return undefined;
  const policy = routed.routing === undefined ? "routed" : routed.routing.policy;
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html: one policy for a name and type.
  return `${routed.name} is ${policy} already, so that no weights can be put on top of it: leave out weights, and it is switched at once`;
}

/**
 * The record sets that send this share of the answers to the new side: two weighted members for each of them, A and AAAA alike.
 * @param before simple ones, as they are
 * @param after what becomes of each of them in the end
 * @param percent 0: `before`; 100: `after`; whole
 * Fails with `UserError` where they are routed already.
 */
export function ladderSets(before: readonly RecordSet[], after: readonly RecordSet[], percent: number): RecordSet[] {
  const problem = ladderProblem(before);
  if (problem !== undefined) throw new UserError(problem);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new Error(`${percent} is no share in percent`);
  if (percent === 0) return [...before];
  if (percent === 100) return [...after];
  const news = new Map(after.map((set) => [setKey(set), set]));
  return before.flatMap((old) => {
    const fresh = news.get(setKey(old));
    if (fresh === undefined) throw new Error(`Nothing is known of what ${setKey(old)} becomes`);
    return [member(old, OLD, 100 - percent), member({ ...fresh, ...sameTtl(old, fresh) }, NEW, percent)];
  });
}

/** The share in percent that goes to the new side now; undefined where the record sets are none that `ladderSets` makes. */
export function ladderRung(
  before: readonly RecordSet[],
  after: readonly RecordSet[],
  found: readonly RecordSet[],
): number | undefined {
  if (sameSets(found, after)) return 100;
  if (sameSets(found, before)) return 0;
  if (ladderProblem(before) !== undefined) return undefined;
  const routing = found.find(({ setIdentifier }) => setIdentifier === NEW)?.routing;
  const percent = routing?.policy === "weighted" ? routing.weight : 0;
  if (percent < 1 || percent > 99) return undefined;
  return sameSets(found, ladderSets(before, after, percent)) ? percent : undefined;
}

function member(set: RecordSet, setIdentifier: string, weight: number): RecordSet {
  return { ...set, setIdentifier, routing: { policy: "weighted", weight } };
}

/** Members of a weighted set share one: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html */
function sameTtl(old: RecordSet, fresh: RecordSet): { ttl?: number } {
  return old.ttl === undefined || fresh.ttl === undefined ? {} : { ttl: old.ttl };
}
