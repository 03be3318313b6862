import type { Release } from "../../release/release.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import { attempt } from "./attempt.ts";
import type { DeployPorts } from "./deploy-types.ts";

/**
 * What is deployed keeps the flags that its CronJobs have now in its stored manifest: whoever goes back to it, by whatever means,
 * finds them, also of CronJobs that this run deletes.
 */
export async function storeFlags(
  before: Release | undefined,
  flags: SuspendFlags,
  { releases, log }: Pick<DeployPorts, "releases" | "log">,
): Promise<void> {
  if (before?.status !== "deployed") return;
  await attempt("keep the suspend flags of what is deployed", log, async () => {
    const manifest = await flags.asLive(before.manifest);
    if (manifest !== before.manifest) await releases.rewriteManifest(before, manifest);
  });
}
