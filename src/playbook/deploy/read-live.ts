import { objectsMadeBy } from "../../release/made-objects.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts, DeployResult } from "./deploy-types.ts";

export type LiveState = Pick<DeployResult, "workloads" | "cronJobs" | "urls">;

/** What the cluster has of a revision now, hooks' workloads included. Empty where it cannot be read. */
export async function readLive(
  { release, action }: Pick<DeployResult, "release" | "action">,
  { live, log }: Pick<DeployPorts, "live" | "log">,
): Promise<LiveState> {
  const none: LiveState = { workloads: [], cronJobs: [], urls: [] };
  if (release === undefined) return none;
  const objects = objectsMadeBy(action.endsWith("install") ? "install" : "upgrade", release);
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
