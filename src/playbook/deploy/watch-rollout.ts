import { doomedBy } from "../../evidence/doomed.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Evidence } from "../../ports/evidence.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import { type HelmAction, objectsMadeBy } from "../../release/made-objects.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { progressLines, type Workload } from "../../workloads/workload.ts";
import { newestRevision } from "./newest-revision.ts";
import { watchHooks } from "./watch-hooks.ts";

const POLL_MS = 1000;
/** Pods and what made them are many more objects than the ready counts need. */
const LOOK_MS = 3000;
/** What a call that is under way at the end may still take: a rollback waits for it. */
const GRACE_MS = 2000;

type Made = { objects: ManifestObject[]; since: string };

export type WatchedRollout = {
  release: string;
  namespace: string;
  action: HelmAction;
  /** The newest revision before Helm started; 0 when there was none. */
  after: number;
  /** The ready counts that the log has told; kept up to date. */
  seen: Map<string, string>;
  /** Ends the watch. */
  signal: AbortSignal;
  /** Called at most once, with what cannot heal. */
  onDoomed: (finding: Finding) => void;
};

/**
 * Logs a line whenever a workload's ready count changes, and tells of what cannot heal, until the signal fires. Helm stores
 * a revision before it creates the objects, so the first revision newer than `after` tells which workloads to look at.
 * Never fails: Helm's own result decides. Ends about two seconds after the signal, or four where logs of hooks are awaited.
 * @returns what hooks that failed have said: Helm may delete them before anybody can ask
 */
export async function watchRollout(
  watched: WatchedRollout,
  ports: { releases: Releases; live: LiveObjects; evidence: Evidence; log: Log; clock: Clock },
): Promise<ObjectFacts[]> {
  const { release, namespace, action, after, seen, signal, onDoomed } = watched;
  const { clock, log } = ports;
  const restarts = new Map<string, number>();
  const hooks = watchHooks(ports);
  let looking: Promise<void> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let doomed = false;
  await withinGrace(follow());
  return hooks.end();

  async function follow(): Promise<void> {
    let made: Made | undefined;
    while (!signal.aborted) {
      await clock.sleep(POLL_MS, signal);
      if (signal.aborted) break;
      await orSay(async () => {
        made ??= await newRevision();
        if (made) await poll(made);
      });
    }
    await looking;
  }

  async function poll({ objects, since }: Made): Promise<void> {
    const workloads = await ports.live.readiness(objects);
    if (signal.aborted) return;
    for (const line of progressLines(workloads, seen)) log.info(line);
    const now = clock.now().getTime();
    const isDue = now - lookedAt >= LOOK_MS;
    const wanted = isDue ? objects : underWay(objects, workloads);
    // Pods of hooks are no workloads.
    const hasPods = objects.some(({ kind }) => kind === "Pod");
    const allReady = !hasPods && workloads.every(({ ready, wanted: all }) => ready >= all);
    if (looking !== undefined || wanted.length === 0 || allReady) return;
    if (isDue) lookedAt = now;
    looking = orSay(() => look(wanted, since)).finally(() => {
      looking = undefined;
    });
  }

  async function look(objects: readonly ManifestObject[], since: string): Promise<void> {
    const facts = await ports.evidence.states(objects);
    hooks.see(facts);
    const finding = doomedBy(facts, restarts, since);
    if (finding === undefined || doomed || signal.aborted) return;
    doomed = true;
    onDoomed(finding);
  }

  async function newRevision(): Promise<Made | undefined> {
    const found = await newestRevision({ release, namespace }, ports, after);
    return found && { objects: objectsMadeBy(action, found), since: found.deployedAt };
  }

  async function orSay(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Ends with the work, and at the latest a moment after the signal. */
  async function withinGrace(work: Promise<void>): Promise<void> {
    const done = new AbortController();
    const late = async () => {
      await fired(signal);
      await clock.sleep(GRACE_MS, done.signal);
    };
    await Promise.race([work, late()]);
    done.abort();
  }
}

/** Hooks that have not ended well yet: Helm may delete them as soon as they fail, so they are looked at every time. */
function underWay(objects: readonly ManifestObject[], workloads: readonly Workload[]): ManifestObject[] {
  return objects.filter(({ hook, kind, namespace, name }) => {
    if (!hook) return false;
    const job = workloads.find((each) => each.kind === kind && each.namespace === namespace && each.name === name);
    // Pods are not among the workloads.
    return kind === "Pod" || (job !== undefined && job.ready < job.wanted);
  });
}

async function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve, { once: true });
  });
}
