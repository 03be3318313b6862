import type { Clock } from "../ports/clock.ts";
import type { LiveObjects } from "../ports/live-objects.ts";
import type { Log } from "../ports/log.ts";
import type { Releases } from "../ports/releases.ts";
import { madeBy, newest } from "../release/release.ts";
import { type ManifestObject, objectsOf } from "../workloads/objects.ts";
import { progressLines } from "../workloads/workload.ts";

const POLL_MS = 1000;

/**
 * Logs a line whenever a workload's ready count changes, until the signal fires. Helm stores a revision before it
 * creates the objects, so the first revision newer than `after` tells which workloads to look at.
 * Never fails: progress is a service to the reader, and Helm's own result decides.
 */
export async function watchProgress(
  watched: {
    release: string;
    namespace: string;
    action: "install" | "upgrade";
    after: number;
    signal: AbortSignal;
  },
  ports: { releases: Releases; live: LiveObjects; log: Log; clock: Clock },
): Promise<void> {
  const { release, namespace, action, after, signal } = watched;
  const seen = new Map<string, string>();
  let objects: ManifestObject[] | undefined;
  for (;;) {
    await ports.clock.sleep(POLL_MS, signal);
    if (signal.aborted) return;
    try {
      objects ??= await objectsOfNewRevision();
      if (objects === undefined) continue;
      const workloads = await ports.live.readiness(objects);
      if (!signal.aborted) for (const line of progressLines(workloads, seen)) ports.log.info(line);
    } catch (error) {
      ports.log.debug(`No progress this time: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function objectsOfNewRevision(): Promise<ManifestObject[] | undefined> {
    const last = newest(await ports.releases.history(release, namespace));
    if (last === undefined || last.revision <= after) return undefined;
    const made = await ports.releases.read(release, namespace, last.revision);
    return made && objectsOf(madeBy(action, made), namespace);
  }
}
