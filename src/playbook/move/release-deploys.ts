import { createHash } from "node:crypto";
import { cronJobsIn } from "../../cronjobs/manifest-suspend.ts";
import { describeError, StepError } from "../../errors.ts";
import { canonicalJson, type JsonValue, sameJson } from "../../journal/canonical-json.ts";
import type { Service } from "../../migration-file/migration.ts";
import { planTotals } from "../../plan/plan.ts";
import type { CronJobs } from "../../ports/cron-jobs.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Releases } from "../../ports/releases.ts";
import type { DeployLook, RunningJobs, ServiceDeploys, WantedDeploy } from "../../ports/service-deploys.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import { deployedRevision, newest } from "../../release/release.ts";
import { objectsOf } from "../../workloads/objects.ts";
import { deployRelease } from "../deploy/deploy-release.ts";
import { type DeployPorts, type DeployRequest, isFailure } from "../deploy/deploy-types.ts";
import { planRelease } from "../deploy/plan-release.ts";
import { findRecord } from "../find-record.ts";

export type ReleaseDeploy = { request: DeployRequest; ports: DeployPorts };

export type ReleaseDeployParts = {
  /**
   * What `deploy` needs for it.
   * @throws UserError where the file or the workspace lacks something
   */
  prepare(wanted: WantedDeploy): Promise<ReleaseDeploy>;
  releases: Releases;
  cronJobs: CronJobs;
  live: LiveObjects;
};

/** Deploys of services as Helm releases, by the playbook of `deploy`. */
export function releaseDeploys({ prepare, releases, cronJobs, live }: ReleaseDeployParts): ServiceDeploys {
  return {
    look,
    async deploy(wanted, stop) {
      const { request, ports } = await prepare(wanted);
      const result = await deployRelease(request, ports, stop);
      const { release, namespace } = request;
      if (isFailure(result)) throw new StepError([describeError(result.error)], result.error);
      return `deployed release ${namespace}/${release}: ${result.done.join("; ")}`;
    },
    running,
    async suspend({ release }, names) {
      const named = names.map((text) => {
        const [name = "", namespace = release.namespace] = text.split("/").toReversed();
        return { namespace, name };
      });
      await cronJobs.suspend(named);
    },
  };

  async function look(wanted: WantedDeploy): Promise<DeployLook> {
    const nothing = { now: null, wanted: null, isSo: false, totals: "" };
    try {
      const { request, ports } = await prepare(wanted);
      // What it tells is for who asks for debug logs: the plan of the phase says what matters.
      const log = { ...ports.log, info: ports.log.debug };
      const planned = await planRelease(request, { ...ports, log }, AbortSignal.timeout(request.timeoutMs));
      const now = await nowOf(wanted);
      const shall = stateOf({ digest: planned.chartDigest, values: request.record.values }, { wanted, on: [] });
      const isSo = planned.plan?.isUnchanged === true && planned.release?.status === "deployed" && sameJson(now, shall);
      return { now, wanted: shall, isSo, totals: planned.plan ? planTotals(planned.plan) : "", problems: [] };
    } catch (error) {
      return { ...nothing, problems: [describeError(error)] };
    }
  }

  async function nowOf(wanted: WantedDeploy): Promise<JsonValue> {
    const { name, namespace } = wanted.service.release;
    const history = await releases.history(name, namespace);
    const there = deployedRevision(history);
    const found = there && (await releases.read(name, namespace, there.revision));
    if (found === undefined) return newest(history) === undefined ? null : { deployed: false };
    const { cronJobs: on } = await running(wanted.service);
    const record = await findRecord(found, { releases });
    if (record === undefined) return { revision: found.revision, on };
    return stateOf({ digest: record.chart.digest, values: record.values }, { wanted, on });
  }

  async function running({ release: { name, namespace }, crons }: Service): Promise<RunningJobs> {
    const last = newest(await releases.history(name, namespace));
    const found = last && (await releases.read(name, namespace, last.revision));
    if (found === undefined) return { cronJobs: [], deployments: [] };
    const schedulers = new Set(
      crons.flatMap(({ start }) => start.flatMap((each) => (each.kind === "deployment" ? each.name : []))),
    );
    const deployments = objectsOf(found.manifest, namespace).filter(
      (object) => object.kind === "Deployment" && schedulers.has(object.name),
    );
    const [states, workloads] = await Promise.all([
      cronJobs.suspendStates(cronJobsIn(found.manifest, namespace)),
      live.readiness(deployments),
    ]);
    const on = states.filter(({ suspend }) => !suspend);
    return {
      cronJobs: on
        .map((each) => (each.namespace === namespace ? each.name : `${each.namespace}/${each.name}`))
        .toSorted(),
      deployments: workloads.filter(({ wanted }) => wanted > 0).map((workload) => workload.name),
    };
  }
}

type From = { digest: string; values: DeployRecord["values"] };

function stateOf({ digest, values }: From, { wanted, on }: { wanted: WantedDeploy; on: string[] }): JsonValue {
  const { files, inline, set, setString } = values;
  const path = `${wanted.service.image.valuesPath}=`;
  const image = setString.find((line) => line.startsWith(path))?.slice(path.length);
  const all = canonicalJson({ files, inline, set, setString });
  return {
    chart: digest,
    values: `sha256:${createHash("sha256").update(all).digest("hex")}`,
    ...(image === undefined ? {} : { image }),
    on,
  };
}
