import { describeError } from "../../errors.ts";
import { type Plan, planTotals } from "../../plan/plan.ts";
import type { Release } from "../../release/release.ts";
import { makePlan } from "../plan/make-plan.ts";
import { planLines } from "../report/plan-report.ts";
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
  await ports.log.group(`Plan: ${planTotals(plan)}`, async () => {
    for (const line of planLines(plan)) ports.log.info(line);
  });
  return plan;
}

/** The same where a plan is only good to have: Helm will say itself what is wrong. */
export async function planBackIfPossible(back: Back, ports: Ports): Promise<Plan | undefined> {
  try {
    return await planBack(back, ports);
  } catch (error) {
    ports.log.info(`There is no plan of this rollback: ${describeError(error)}`);
    return undefined;
  }
}
