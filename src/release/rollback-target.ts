import type { Release, Revision } from "./release.ts";
import { rolledBackTo } from "./rollback.ts";
import { sameObjects } from "./same-objects.ts";
import { type Past, pastIn, type Situation } from "./situation.ts";

/** How many revisions a refusal lists. */
const LISTED = 20;

/** Where a rollback goes, or why it goes nowhere, with the next step. */
export type RollbackTarget = {
  target: Release;
  /** Why this one, such as "the last good one". */
  why: string;
  /** Newer revisions that were not taken, and why: "revision 4: failed". */
  passed: string[];
};

export type RollbackWish = {
  release: string;
  namespace: string;
  /** The revision that the user has named; `undefined`: the last good one. */
  wanted: number | undefined;
};

type Read = (revision: number) => Promise<Release | undefined>;

/**
 * The revision that a rollback goes back to: the one that is named, where it once was deployed, else the last good one. Where
 * the newest is deployed that is the one before it, of those that once were deployed and that make something else; where it is
 * not, the newest that once was deployed.
 *
 * What an earlier rollback has left was left for a reason. So a rollback counts as what it went back to, also one that failed:
 * run twice, it goes back twice, or tries the same once more, and never returns to what it came from.
 * @param read gives a revision whole; `undefined` when it does not exist
 */
export async function chooseTarget(
  wish: RollbackWish,
  { situation, history }: { situation: Situation; history: readonly Revision[] },
  read: Read,
): Promise<RollbackTarget | { refusal: string }> {
  const { release, namespace, wanted } = wish;
  if (situation.kind === "absent") {
    return history.length === 0
      ? {
          refusal: `There is no release ${release} in namespace ${namespace}. Look for it with: helm list --all-namespaces`,
        }
      : { refusal: `${release} was uninstalled from namespace ${namespace}: deploy it instead` };
  }
  if (situation.kind === "uninstalling") {
    return { refusal: `${release} is uninstalling, and cannot be rolled back any more: deploy it, which begins anew` };
  }
  const newestFirst = history.toSorted((a, b) => b.revision - a.revision);
  return wanted === undefined ? lastGood(wish, newestFirst, read) : named({ ...wish, wanted }, newestFirst, read);
}

async function lastGood(
  { release }: RollbackWish,
  newestFirst: readonly Revision[],
  read: Read,
): Promise<RollbackTarget | { refusal: string }> {
  const [last] = newestFirst;
  const left = last?.status === "deployed" ? await read(last.revision) : undefined;
  const passed: string[] = [];
  const pass = ({ revision }: Revision, why: string) => {
    if (revision !== last?.revision) passed.push(`revision ${revision}: ${why}`);
  };
  // Revisions above it were left by a rollback to it.
  let next = last?.revision ?? 0;
  let by = 0;
  for (const revision of newestFirst) {
    if (revision.revision > next) {
      pass(revision, `left by the rollback that made revision ${by}`);
      continue;
    }
    const found = revision.revision === left?.revision ? left : await read(revision.revision);
    if (found === undefined) continue;
    const past = pastOf(revision, found);
    // What was there before an uninstall is gone.
    if (past === "uninstalled") break;
    const isSame = left !== undefined && sameObjects(found, left);
    if (past === "deployed" && !isSame) return { target: found, why: whyOf(left), passed };
    pass(revision, past === "deployed" ? "the same objects as what serves" : past);
    const copied = await copyOf({ copy: found, past }, newestFirst, read);
    if (copied !== undefined) {
      next = copied;
      by = revision.revision;
    }
  }
  const pruned = Math.min(...newestFirst.map(({ revision }) => revision)) > 1;
  const none = left
    ? `${release} has no good revision to go back to from revision ${left.revision}`
    : `${release} has no revision that ever was deployed`;
  const older = pruned ? "; older ones are pruned, see history-max" : "";
  const why = passed.length === 0 ? "" : ` (${listed(passed)})`;
  const step = left ? "Name one by revision, or deploy what shall be there" : "Deploy it: that cleans up what is left";
  return { refusal: `${none}${older}${why}. ${step}` };
}

function whyOf(left: Release | undefined): string {
  return left === undefined ? "the last good one" : `the last good one before revision ${left.revision}`;
}

async function named(
  { release, wanted }: RollbackWish & { wanted: number },
  newestFirst: readonly Revision[],
  read: Read,
): Promise<RollbackTarget | { refusal: string }> {
  const revision = newestFirst.find((each) => each.revision === wanted);
  const found = revision && (await read(wanted));
  if (revision === undefined || found === undefined) {
    const there = newestFirst.map((each) => `${each.revision} ${each.status}`);
    return { refusal: `${release} has no revision ${wanted}. There are: ${listed(there)}` };
  }
  const past = pastOf(revision, found);
  if (past === "deployed" || past === "uninstalled") return { target: found, why: "named", passed: [] };
  const good = await goodOnes(newestFirst, read);
  const others = good.length === 0 ? "None ever was: deploy it" : `Those that were: ${listed(good)}`;
  return { refusal: `Revision ${wanted} of ${release} never was deployed: it is ${past}. ${others}` };
}

async function goodOnes(newestFirst: readonly Revision[], read: Read): Promise<string[]> {
  const good: string[] = [];
  for (const revision of newestFirst) {
    // One more shows that there are more.
    if (good.length > LISTED) break;
    const found = revision.status === "superseded" ? await read(revision.revision) : undefined;
    const past = found ? pastOf(revision, found) : revision.status;
    if (past === "deployed" || past === "uninstalled") good.push(String(revision.revision));
  }
  return good;
}

/** What became of a revision; `superseded` says only that another one came. */
function pastOf({ status }: Revision, found: Release): Past | Exclude<Revision["status"], "superseded"> {
  return status === "superseded" ? pastIn(found) : status;
}

/**
 * The revision that this one is a rollback to, whatever became of it. Helm forgets the number where a rollback fails: then it
 * is the newest that makes the same.
 * https://github.com/helm/helm/blob/main/pkg/action/rollback.go
 */
async function copyOf(
  { copy, past }: { copy: Release; past: string },
  newestFirst: readonly Revision[],
  read: Read,
): Promise<number | undefined> {
  const to = rolledBackTo(copy);
  if (to !== undefined) {
    const source = await read(to);
    // A description can be anybody's: see `helm upgrade --description`.
    return source === undefined || sameObjects(source, copy) ? to : undefined;
  }
  if (past !== "failed" || !/^(Rollback|Release) ".*" failed: /s.test(copy.description)) return undefined;
  for (const revision of newestFirst) {
    if (revision.revision >= copy.revision) continue;
    const source = await read(revision.revision);
    if (source && pastOf(revision, source) === "deployed" && sameObjects(source, copy)) return revision.revision;
  }
  return undefined;
}

function listed(all: readonly string[]): string {
  const more = all.length > LISTED ? ", and older ones" : "";
  return `${all.slice(0, LISTED).join(", ")}${more}`;
}
