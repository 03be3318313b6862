import { doomedBy } from "../../evidence/doomed.ts";
import type { ObjectFacts } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/finding.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Evidence } from "../../ports/evidence.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import { objectsMadeBy } from "../../release/made-objects.ts";
import { newest } from "../../release/release.ts";
import type { ManifestObject } from "../../workloads/objects.ts";
import { progressLines } from "../../workloads/workload.ts";
import { watchHooks } from "./watch-hooks.ts";

const POLL_MS = 1000;

export type WatchedRollout = {
  release: string;
  namespace: string;
  action: "install" | "upgrade";
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
 * Never fails: Helm's own result decides.
 * @returns what hooks that failed have said: Helm may delete them before anybody can ask
 */
export async function watchRollout(
  watched: WatchedRollout,
  ports: { releases: Releases; live: LiveObjects; evidence: Evidence; log: Log; clock: Clock },
): Promise<ObjectFacts[]> {
  const { release, namespace, action, after, seen, signal, onDoomed } = watched;
  const restarts = new Map<string, number>();
  let made: { objects: ManifestObject[]; since: string } | undefined;
  const hooks = watchHooks(ports);
  let doomed = false;
  for (;;) {
    await ports.clock.sleep(POLL_MS, signal);
    if (signal.aborted) return hooks.end();
    try {
      made ??= await newRevision();
      if (made === undefined) continue;
      const workloads = await ports.live.readiness(made.objects);
      if (signal.aborted) return await hooks.end();
      for (const line of progressLines(workloads, seen)) ports.log.info(line);
      // Pods of hooks are no workloads.
      const hasPods = made.objects.some(({ kind }) => kind === "Pod");
      if (!hasPods && workloads.every(({ ready, wanted }) => ready >= wanted)) continue;
      await look(made);
    } catch (error) {
      ports.log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function look({ objects, since }: { objects: ManifestObject[]; since: string }): Promise<void> {
    const facts = await ports.evidence.states(objects);
    hooks.see(facts);
    const finding = doomedBy(facts, restarts, since);
    if (finding === undefined || doomed || signal.aborted) return;
    doomed = true;
    onDoomed(finding);
  }

  async function newRevision(): Promise<typeof made> {
    const last = newest(await ports.releases.history(release, namespace));
    if (last === undefined || last.revision <= after) return undefined;
    const found = await ports.releases.read(release, namespace, last.revision);
    return found && { objects: objectsMadeBy(action, found), since: found.deployedAt };
  }
}
