import type { Plan } from "../../plan/plan.ts";
import type { Release } from "../../release/release.ts";
import { makePlan } from "../plan/make-plan.ts";
import { tellPlan } from "../plan/tell-plan.ts";
import type { SuspendFlags } from "../suspend-flags.ts";
import type { BackPorts, BackRequest } from "./rollback-types.ts";

type Back = { request: BackRequest; newest: Release | undefined; target: Release; flags: SuspendFlags };
type Ports = Pick<BackPorts, "helm" | "dryRun" | "log" | "hidden">;

/**
 * What a rollback would change, told in the log. Writes nothing. Helm compares with the newest revision, whatever became of it.
 * @throws OutsideError when the cluster cannot be asked
 */
export async function planBack({ request, newest, target, flags }: Back, ports: Ports): Promise<Plan> {
  const { release, namespace } = request;
  const rendered = { manifest: await flags.planned(target.manifest), hooks: target.hooks };
  const serverSide = ports.helm.major === 4 && target.serverSide;
  const plan = await makePlan({ release, namespace, original: newest, rendered, serverSide }, ports);
  await tellPlan(plan, ports.log);
  return plan;
}
