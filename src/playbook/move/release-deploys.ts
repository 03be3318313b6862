import { createHash } from "node:crypto";
import { cronJobsIn } from "../../cronjobs/manifest-suspend.ts";
import { describeError, StepError, UserError } from "../../errors.ts";
import { canonicalJson, type JsonValue, sameJson } from "../../journal/canonical-json.ts";
import type { Service } from "../../migration-file/migration.ts";
import { documentsOf } from "../../plan/documents.ts";
import { isMap } from "../../plan/kube-object.ts";
import { planTotals } from "../../plan/plan.ts";
import type { CronJobs } from "../../ports/cron-jobs.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Releases } from "../../ports/releases.ts";
import type { DeployLook, RunningJobs, ServiceDeploys, WantedDeploy } from "../../ports/service-deploys.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import { deployedRevision } from "../../release/release.ts";
import { objectsOf } from "../../workloads/objects.ts";
import { deployRelease } from "../deploy/deploy-release.ts";
import { type DeployPorts, type DeployRequest, isFailure } from "../deploy/deploy-types.ts";
import { planRelease } from "../deploy/plan-release.ts";
import { revisionsSinceGood } from "../deploy/since-good.ts";
import { findRecord } from "../find-record.ts";
import { readOnce } from "./read-once.ts";

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
export function releaseDeploys(parts: ReleaseDeployParts): ServiceDeploys {
  const { prepare, live } = parts;
  return {
    look,
    async deploy(wanted, stop) {
      const { request, ports } = await prepare(wanted);
      const result = await deployRelease(request, ports, stop);
      const { release, namespace } = request;
      if (isFailure(result)) throw new StepError([describeError(result.error)], result.error);
      return `deployed release ${namespace}/${release}: ${result.done.join("; ")}`;
    },
    running: (service) => running(service, readOnce(parts)),
    async stop({ release }, jobs) {
      const placed = (names: readonly string[]) =>
        names.map((text) => {
          const [name = "", namespace = release.namespace] = text.split("/").toReversed();
          return { namespace, name };
        });
      await parts.cronJobs.suspend(placed(jobs.cronJobs));
      await live.scaleToZero(placed(jobs.deployments));
    },
  };

  async function look(wanted: WantedDeploy): Promise<DeployLook> {
    const nothing = { now: null, wanted: null, isSo: false, totals: "" };
    const read = readOnce(parts);
    try {
      const { request, ports } = await prepare(wanted);
      // What it tells is for who asks for debug logs: the plan of the phase says what matters.
      const log = { ...ports.log, info: ports.log.debug };
      const planned = await planRelease(request, { ...ports, ...read, log }, AbortSignal.timeout(request.timeoutMs));
      const now = await nowOf(wanted, read);
      const shall = stateOf({ digest: planned.chartDigest, values: request.record.values }, { wanted, on: [] });
      const problems = schedulersIn(planned.manifest ?? "", wanted.service);
      const isSo = planned.plan?.isUnchanged === true && planned.release?.status === "deployed" && sameJson(now, shall);
      return { now, wanted: shall, isSo, totals: planned.plan ? planTotals(planned.plan) : "", problems };
    } catch (error) {
      return { ...nothing, problems: [describeError(error)] };
    }
  }

  async function nowOf(wanted: WantedDeploy, read: Read): Promise<JsonValue> {
    const { name, namespace } = wanted.service.release;
    const { releases } = read;
    const history = await releases.history(name, namespace);
    if (history.length === 0) return null;
    const there = deployedRevision(history);
    const found = there && (await releases.read(name, namespace, there.revision));
    const { cronJobs: on } = await running(wanted.service, read);
    if (found === undefined) return { deployed: false, on };
    const record = await findRecord(found, { releases });
    if (record === undefined) return { revision: found.revision, on };
    if (record.values.secretLeaves > 0) {
      throw new UserError(
        `release ${namespace}/${name} was deployed with secret-values, which prepare does not know and would take away; keep them in a Secret that the chart only refers to, and deploy it so before`,
      );
    }
    return stateOf({ digest: record.chart.digest, values: record.values }, { wanted, on });
  }

  /** Of all revisions that may have left something: one that failed may not have deleted what it drops. */
  async function running(service: Service, { releases, cronJobs }: Read): Promise<RunningJobs> {
    const { name, namespace } = service.release;
    const deployed = deployedRevision(await releases.history(name, namespace));
    const since = await revisionsSinceGood({ release: name, namespace }, { releases });
    const good = deployed && (await releases.read(name, namespace, deployed.revision));
    const manifests = [...since, ...(good ? [good] : [])].map(({ manifest }) => manifest);
    const schedulers = schedulersOf(service);
    const deployments = manifests
      .flatMap((manifest) => objectsOf(manifest, namespace))
      .filter((object) => object.kind === "Deployment" && schedulers.has(object.name));
    const [states, workloads] = await Promise.all([
      cronJobs.suspendStates(eachOnce(manifests.flatMap((manifest) => cronJobsIn(manifest, namespace)))),
      live.readiness(eachOnce(deployments)),
    ]);
    const text = (each: Named) => (each.namespace === namespace ? each.name : `${each.namespace}/${each.name}`);
    return {
      cronJobs: states
        .filter(({ suspend }) => !suspend)
        .map(text)
        .toSorted(),
      deployments: workloads
        .filter(({ wanted }) => wanted > 0)
        .map(text)
        .toSorted(),
    };
  }
}

/** What one look reads. */
type Read = Pick<ReleaseDeployParts, "releases" | "cronJobs">;

type Named = { namespace: string; name: string };

function eachOnce<T extends Named>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [`${each.namespace}/${each.name}`, each])).values()];
}

function schedulersOf({ crons }: Service): Set<string> {
  return new Set(crons.flatMap(({ start }) => start.flatMap((each) => (each.kind === "deployment" ? each.name : []))));
}

/** Deployments that the chart would start, and that start jobs which ECS runs. */
function schedulersIn(manifest: string, service: Service): string[] {
  const schedulers = schedulersOf(service);
  return documentsOf(manifest).objects.flatMap(({ kind, metadata, spec }) => {
    const replicas = isMap(spec) && typeof spec.replicas === "number" ? spec.replicas : 1;
    if (kind !== "Deployment" || !schedulers.has(metadata.name) || replicas === 0) return [];
    return [
      `Deployment ${metadata.name} would start jobs that ECS runs, so that each run would come twice; set its replicas to 0 in the values, until the cron jobs are switched`,
    ];
  });
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
