import type { JsonValue } from "../../../src/journal/canonical-json.ts";
import { sameJson } from "../../../src/journal/canonical-json.ts";
import type { Service } from "../../../src/migration-file/migration.ts";
import type { ServiceDeploys, WantedDeploy } from "../../../src/ports/service-deploys.ts";

type MemoryRelease = {
  image: string | undefined;
  /** Whether a run of Helm has not ended. */
  pending: boolean;
  /** By name, whether it is suspended. */
  cronJobs: Map<string, boolean>;
};

export type MemoryDeploys = ServiceDeploys & {
  /** By `namespace/name`. */
  releases: Map<string, MemoryRelease>;
  /** Names of the CronJobs that the chart of a service has. */
  cronJobsOf: (service: Service) => readonly string[];
  /** Why a deploy does not get ready, where it does not. */
  fails: string | undefined;
};

/** Deploys in memory: test/contract/service-deploys holds them and the real ones to the same behaviour. */
export function memoryDeploys(cronJobsOf: MemoryDeploys["cronJobsOf"] = () => ["nightly"]): MemoryDeploys {
  const releases = new Map<string, MemoryRelease>();
  const on = ({ cronJobs }: MemoryRelease) => [...cronJobs].flatMap(([name, suspended]) => (suspended ? [] : [name]));
  const stateOf = (image: string | undefined, running: string[]): JsonValue => ({
    ...(image ? { image } : {}),
    on: running,
  });
  const there = ({ release }: Service) => releases.get(`${release.namespace}/${release.name}`);
  const deploys: MemoryDeploys = {
    releases,
    cronJobsOf,
    fails: undefined,
    async look({ service, image }) {
      const found = there(service);
      const wanted = stateOf(image, []);
      if (found === undefined) return { now: null, wanted, isSo: false, totals: "1 to create", problems: [] };
      const now = found.pending ? { deployed: false, on: on(found) } : stateOf(found.image, on(found));
      return { now, wanted, isSo: sameJson(now, wanted), totals: "1 to change", problems: [] };
    },
    async deploy({ service, image }: WantedDeploy) {
      const { name, namespace } = service.release;
      const cronJobs = new Map(cronJobsOf(service).map((cronJob) => [cronJob, true]));
      releases.set(`${namespace}/${name}`, { image, pending: true, cronJobs });
      await Promise.resolve();
      if (deploys.fails !== undefined) throw new Error(deploys.fails);
      releases.set(`${namespace}/${name}`, { image, pending: false, cronJobs });
      return `deployed release ${namespace}/${name}`;
    },
    async running(service) {
      const found = there(service);
      return { cronJobs: found ? on(found) : [], deployments: [] };
    },
    async stop(service, { cronJobs }) {
      if (deploys.fails !== undefined) throw new Error(deploys.fails);
      const found = there(service);
      for (const name of cronJobs) if (found?.cronJobs.has(name)) found.cronJobs.set(name, true);
    },
  };
  return deploys;
}
