import type { Plan } from "../../plan/plan.ts";
import type { Rendered, UpgradeRequest } from "../../ports/helm.ts";
import { applyMethod } from "../../release/apply-method.ts";
import type { Hook, Release } from "../../release/release.ts";
import { hideSecrets } from "../hide-secrets.ts";
import { makePlan } from "../plan/make-plan.ts";
import { tellPlan } from "../plan/tell-plan.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import type { DeployPorts, DeployRequest } from "./deploy-types.ts";
import type { RevisionsBefore } from "./newest-revision.ts";

/** `record` tells which values are secret now. */
export type PlannedRequest = UpgradeRequest & Pick<DeployRequest, "record">;

export type PlannedDeploy = {
  plan: Plan;
  /** Whether a deploy would leave everything as it is: the release's revision, and what the cluster has of it. */
  isUnchanged: boolean;
  /** Whether the release has CronJobs, so that their flags have to be set in what Helm applies. */
  hasCronJobs: boolean;
  /** What Helm would apply, without hooks. */
  manifest: string;
};

type Ports = Pick<DeployPorts, "helm" | "releases" | "dryRun" | "log" | "hide" | "hidden">;

/**
 * What a deploy would change, told in the log. Writes nothing.
 * @throws OutsideError when Helm cannot render the chart, or the cluster cannot be asked
 */
export async function planDeploy(
  planned: {
    request: PlannedRequest;
    before: RevisionsBefore;
    flags: SuspendFlags;
    stop: AbortSignal;
  },
  ports: Ports,
): Promise<PlannedDeploy> {
  const { request, flags, stop } = planned;
  const { compared: before, newest } = planned.before;
  const { release, namespace } = request;
  const { major } = ports.helm;
  const had = before !== undefined && mayHaveCronJobs(before);
  // What was secret before may stand in the cluster in plain fields.
  const [rendered] = await Promise.all([
    render({ postRender: had }, ports),
    hideSecrets([before, newest], ports, request.record.values.secretPaths),
  ]);
  const compared = await makePlan(
    { release, namespace, original: before, rendered, ...applyMethod(request.extraArguments, { major, before }) },
    { dryRun: ports.dryRun, hidden: ports.hidden },
  );
  const plan = rendered.note === undefined ? compared : { ...compared, notes: [rendered.note, ...compared.notes] };
  await tellPlan(plan, ports.log);
  return {
    plan,
    isUnchanged:
      plan.isUnchanged &&
      before?.status === "deployed" &&
      before.revision === newest?.revision &&
      sameText(before, rendered),
    hasCronJobs: had || mayHaveCronJobs(rendered),
    manifest: rendered.manifest,
  };

  /** Helm 4 writes YAML in a form of its own where there is a post-renderer: with one before, there has to be one now. */
  async function render({ postRender }: { postRender: boolean }, { helm }: Ports): Promise<Rendered> {
    const made = await helm.render({ ...request, postRender: postRender ? flags.planned : undefined }, stop);
    return postRender ? made : { ...made, manifest: await flags.planned(made.manifest) };
  }
}

function mayHaveCronJobs({ manifest }: { manifest: string }): boolean {
  return manifest.includes("CronJob");
}

function sameText(before: Release, rendered: Rendered): boolean {
  const hooks = (all: readonly Hook[]) =>
    all
      .map(({ events, manifest }) => JSON.stringify([events, manifest]))
      .toSorted()
      .join("\n");
  return before.manifest === rendered.manifest && hooks(before.hooks) === hooks(rendered.hooks);
}
