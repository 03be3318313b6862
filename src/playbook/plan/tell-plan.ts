import { describeError } from "../../errors.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Log } from "../../ports/log.ts";
import { planLines } from "../report/plan-report.ts";

/** Tells a plan in the log, folded under its totals. */
export async function tellPlan(plan: Plan, log: Log): Promise<void> {
  const [totals = "", ...lines] = planLines(plan);
  await log.group(`Plan: ${totals}`, async () => {
    for (const line of lines) log.info(line);
  });
}

/**
 * Makes a plan where that is only good to have: Helm will say itself what is wrong.
 * @param of what it is a plan of, such as "deploy"
 */
export async function planIfPossible<T>(of: string, log: Log, make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch (error) {
    log.info(`There is no plan of this ${of}: ${describeError(error)}`);
    return undefined;
  }
}
