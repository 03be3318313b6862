import { deployedRevision, newest } from "../../release/release.ts";
import { attempt } from "../deploy/attempt.ts";
import { describeFound } from "../deploy/describe-found.ts";
import { readSituation } from "../deploy/find-situation.ts";
import { stopwatch } from "../deploy/stopwatch.ts";
import { findRecord } from "../find-record.ts";
import { hideSecrets } from "../hide-secrets.ts";
import { suspendFlags } from "../suspend-flags.ts";
import { findTarget } from "./find-target.ts";
import { planBack } from "./plan-back.ts";
import type { BackPorts, BackRequest, BackResult } from "./rollback-types.ts";

/**
 * What `rollBackRelease` would do, and what that would change. Writes nothing, not even a Lease, and waits for nobody.
 * @throws UserError where a rollback would refuse
 */
export async function planRollback(
  request: BackRequest,
  ports: Pick<BackPorts, "helm" | "releases" | "cronJobs" | "dryRun" | "log" | "clock" | "hidden" | "hide">,
): Promise<BackResult> {
  const { release, namespace, cronjobPolicy: policy } = request;
  const { releases, log } = ports;
  const timed = stopwatch(ports.clock);
  const found = await timed("preparation", () => readSituation(request, ports));
  const text = describeFound(found, undefined);
  log.info(`Found ${release} in ${namespace}: ${text}`);
  const { target, why, passed } = await findTarget(request, found, ports);
  const last = await releases.read(release, namespace, newest(found.history)?.revision ?? 0);
  await hideSecrets([last, target], ports);
  const flags = suspendFlags({ namespace, policy }, ports);
  const plan = await timed("plan", () => planBack({ request, newest: last, target, flags }, ports));
  return {
    status: "planned",
    found: text,
    target: target.revision,
    why,
    passed,
    done: `would roll back to revision ${target.revision}`,
    previousRevision: deployedRevision(found.history)?.revision,
    release: last,
    chart: target.chart,
    record: await attempt("read the record of that revision", log, () => findRecord(target, ports)),
    plan,
    workloads: [],
    cronJobs: [],
    urls: [],
    durations: timed.parts,
  };
}
