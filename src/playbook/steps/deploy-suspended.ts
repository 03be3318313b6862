import { StepError } from "../../errors.ts";
import type { JsonValue } from "../../journal/canonical-json.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import type { RunningImages } from "../../ports/running-images.ts";
import type { ServiceDeploys, WantedDeploy } from "../../ports/service-deploys.ts";
import type { Step } from "../move/step.ts";

const ID = "deploy-suspended";

/**
 * Deploys the image that ECS runs to the new side, with every CronJob suspended: a CronJob that runs there too would double each
 * run. Its undo leaves the release, which serves nobody, and suspends what somebody has switched on.
 */
export function deploySuspended({ deploys, images }: { deploys: ServiceDeploys; images: RunningImages }): Step {
  return { id: ID, plan, apply, verify, undo, foreign };

  async function plan(service: Service): Promise<StepPlan> {
    const { name, namespace } = service.release;
    const release = `${namespace}/${name}`;
    const title = `deploy ${release} with its CronJobs suspended`;
    const wanted = await wantedDeploy(service);
    if ("problem" in wanted) return { step: ID, title, changes: [], already: [], problems: [wanted.problem] };
    const look = await deploys.look(wanted);
    const { problems } = look;
    if (problems.length > 0) return { step: ID, title, changes: [], already: [], problems };
    const image = wanted.image === undefined ? "" : ` with ${wanted.image}`;
    if (look.isSo) {
      const already = `release ${release} is deployed${image} already, its CronJobs suspended`;
      return { step: ID, title, changes: [], already: [already], problems };
    }
    const totals = look.totals === "" ? "" : ` (${look.totals})`;
    const words = `deploy release ${release}${image}, its CronJobs suspended${totals}`;
    const change = { step: ID, target: targetOf(service), words, before: look.now, after: look.wanted };
    return { step: ID, title, changes: [change], already: [], problems };
  }

  async function wantedDeploy(service: Service): Promise<WantedDeploy | { problem: string }> {
    if (service.image.from === "values") return { service, image: undefined };
    const { cluster, service: name } = service.ecs;
    const found = await images.runningImage({ cluster, service: name, container: service.image.container });
    return "problem" in found ? found : { service, image: found.image };
  }

  async function apply(change: Change, service: Service, stop: AbortSignal): Promise<string> {
    if (change.target !== targetOf(service)) {
      const names = namesIn(change.before);
      await deploys.suspend(service, names);
      return `suspended ${names.join(", ")}`;
    }
    const wanted = await wantedDeploy(service);
    // As it was a moment ago, under the same lock; yet a deploy to ECS takes no lock of ours.
    if ("problem" in wanted) throw new StepError([wanted.problem]);
    if (wanted.image !== undefined && wanted.image !== imageIn(change.after)) {
      throw new StepError([
        `ECS runs another image now: ${wanted.image}, and the plan was for ${imageIn(change.after)}`,
        "Next: run this again, when the deployment in ECS has ended",
      ]);
    }
    return deploys.deploy(wanted, stop);
  }

  async function verify(service: Service): Promise<string> {
    const release = `${service.release.namespace}/${service.release.name}`;
    const { cronJobs, deployments } = await deploys.running(service);
    const running = [
      ...cronJobs.map((cronJob) => `CronJob ${cronJob} is not suspended`),
      ...deployments.map((deployment) => `Deployment ${deployment} is not scaled to zero`),
    ];
    if (running.length === 0) return `nothing of release ${release} starts jobs`;
    throw new StepError([
      `Release ${release} starts jobs that ECS runs, so that each run would come twice: ${running.join("; ")}`,
      deployments.length === 0
        ? "Next: run this again, which suspends them"
        : "Next: set the replicas of these Deployments to 0 in the values, until the cron jobs are switched, and run this again",
    ]);
  }

  async function undo(service: Service): Promise<StepPlan> {
    const { name, namespace } = service.release;
    const release = `${namespace}/${name}`;
    const title = `keep the CronJobs of ${release} suspended`;
    const { cronJobs: running } = await deploys.running(service);
    if (running.length === 0) {
      const already = `release ${release} has no CronJob that runs; it is left as it is`;
      return { step: ID, title, changes: [], already: [already], problems: [] };
    }
    const words = `suspend CronJobs of release ${release}: ${running.join(", ")}`;
    const target = `cronjobs of release ${release}`;
    const change = { step: ID, target, words, before: { on: running }, after: { on: [] } };
    return { step: ID, title, changes: [change], already: [], problems: [] };
  }

  /** Deploys are allowed while a move is open, and a release may be deployed anew; its CronJobs must stay suspended. */
  function foreign(_made: JsonValue, now: JsonValue): string[] {
    const names = namesIn(now);
    return names.length === 0 ? [] : [`has CronJobs that were switched on: ${names.join(", ")}`];
  }
}

function targetOf({ release }: Service): string {
  return `release ${release.namespace}/${release.name}`;
}

function namesIn(state: JsonValue): string[] {
  const on = typeof state === "object" && state !== null && !Array.isArray(state) ? state.on : [];
  return Array.isArray(on) ? on.filter((name) => typeof name === "string") : [];
}

function imageIn(state: JsonValue): string {
  const image = typeof state === "object" && state !== null && !Array.isArray(state) ? state.image : "";
  return typeof image === "string" ? image : "";
}
