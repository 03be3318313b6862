import { objectsMadeBy } from "../../release/made-objects.ts";
import type { Release } from "../../release/release.ts";
import type { DeployAction } from "../../release/way.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts, DeployResult } from "./deploy-types.ts";

export type LiveState = Pick<DeployResult, "workloads" | "cronJobs" | "urls">;

/** What the cluster has of a revision now, hooks' workloads included. Empty where it cannot be read. */
export async function readLive(
  { release, action }: { release: Release | undefined; action: DeployAction | "rollback" },
  { live, log }: Pick<DeployPorts, "live" | "log">,
): Promise<LiveState> {
  const none: LiveState = { workloads: [], cronJobs: [], urls: [] };
  if (release === undefined) return none;
  const way = action === "recovered-install" ? "install" : action === "recovered-upgrade" ? "upgrade" : action;
  const objects = objectsMadeBy(way, release);
  const found = await attempt("read what the cluster runs now", log, async () => {
    const [workloads, cronJobs, urls] = await Promise.all([
      live.workloads(objects),
      live.cronJobs(objects),
      live.urls(objects),
    ]);
    return { workloads, cronJobs, urls };
  });
  return found ?? none;
}
