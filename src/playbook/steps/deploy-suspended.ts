import { StepError } from "../../errors.ts";
import { type JsonValue, sameJson } from "../../journal/canonical-json.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import type { RunningImages } from "../../ports/running-images.ts";
import type { RunningJobs, ServiceDeploys, WantedDeploy } from "../../ports/service-deploys.ts";
import type { Step } from "../move/step.ts";

const ID = "deploy-suspended";

/**
 * Deploys the image that ECS runs to the new side, with every CronJob suspended: a CronJob that runs there too would double each
 * run. Its undo leaves the release, which serves nobody, and stops what of it starts jobs.
 */
export function deploySuspended({ deploys, images }: { deploys: ServiceDeploys; images: RunningImages }): Step {
  return { id: ID, plan, apply, verify, undo, foreign };

  async function plan(service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const { name, namespace } = service.release;
    const release = `${namespace}/${name}`;
    const title = `deploy ${release} with its CronJobs suspended`;
    const moved = otherRelease(service, move);
    if (moved !== undefined) return { step: ID, title, changes: [], already: [], problems: [moved] };
    const wanted = await wantedDeploy(service);
    if ("problem" in wanted) return { step: ID, title, changes: [], already: [], problems: [wanted.problem] };
    const look = await deploys.look(wanted);
    const problems = [...look.problems, ...strangers(service, look.now, move)];
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
      const running = runningIn(change.before);
      await deploys.stop(service, running);
      return `stopped ${named(running)}`;
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
        ? "Next: find out who switches them on. Then a dry run, and its plan-hash, suspends them; so does rollback"
        : "Next: set the replicas of these Deployments to 0 in the values, until the cron jobs are switched, and run this again; rollback scales them to zero",
    ]);
  }

  async function undo(service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const { name, namespace } = service.release;
    const release = `${namespace}/${name}`;
    const title = `stop what starts jobs in ${release}`;
    const moved = otherRelease(service, move);
    if (moved !== undefined) return { step: ID, title, changes: [], already: [], problems: [moved] };
    const hasBegun = move.some((entry) => entry.kind === "intent" && entry.step === ID);
    const running = await deploys.running(service);
    if (!hasBegun || named(running) === "") {
      const already = hasBegun
        ? `nothing of release ${release} starts jobs; it is left as it is`
        : `release ${release} was not touched`;
      return { step: ID, title, changes: [], already: [already], problems: [] };
    }
    const words = `stop ${named(running)} of release ${release}`;
    const target = `jobs of release ${release}`;
    const { cronJobs: on, deployments } = running;
    const change = { step: ID, target, words, before: { on, deployments }, after: { on: [], deployments: [] } };
    return { step: ID, title, changes: [change], already: [], problems: [] };
  }

  /** Deploys are allowed while a move is open; yet CronJobs must stay suspended, and nothing be taken back unseen. */
  function foreign({ made, now, wanted }: { made: JsonValue; now: JsonValue; wanted: JsonValue }): string[] {
    const { cronJobs } = runningIn(now);
    if (cronJobs.length > 0) return [`has CronJobs that were switched on: ${cronJobs.join(", ")}`];
    return sameJson(made, wanted)
      ? ["is not what this move has deployed: it was deployed, rolled back or removed"]
      : [];
  }
}

/** Where the file names another release than the one that this move has written to: that one would be forgotten. */
function otherRelease(service: Service, move: readonly Entry[]): string | undefined {
  const targets = move.flatMap((entry) =>
    entry.kind === "intent" && entry.step === ID && entry.target.startsWith("release ") ? [entry.target] : [],
  );
  const other = targets.find((target) => target !== targetOf(service));
  if (other === undefined) return undefined;
  return `this move has deployed ${other}, and the migration file says ${targetOf(service)} now; put the file back, or roll back with the file as it was before you change it`;
}

/** CronJobs that run on the new side before anything was moved, and that the file does not know: nobody would run them any more. */
function strangers({ crons, release }: Service, now: JsonValue, move: readonly Entry[]): string[] {
  if (move.some((entry) => entry.kind === "intent" && entry.step === ID)) return [];
  const known = new Set(crons.flatMap(({ start }) => start.map(({ name }) => name)));
  const unknown = runningIn(now).cronJobs.filter((name) => !known.has(name));
  if (unknown.length === 0) return [];
  return [
    `CronJobs of release ${release.namespace}/${release.name} run on the new side already, and crons names none of them: ${unknown.join(", ")}; prepare would suspend them. Name in crons what is moved, and suspend the others yourself where that is right`,
  ];
}

function named({ cronJobs, deployments }: RunningJobs): string {
  return [...cronJobs.map((name) => `CronJob ${name}`), ...deployments.map((name) => `Deployment ${name}`)].join(", ");
}

function targetOf({ release }: Service): string {
  return `release ${release.namespace}/${release.name}`;
}

/** What a state says that runs. */
function runningIn(state: JsonValue): RunningJobs {
  const names = (value: JsonValue | undefined) =>
    Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  const fields = typeof state === "object" && state !== null && !Array.isArray(state) ? state : {};
  return { cronJobs: names(fields.on), deployments: names(fields.deployments) };
}

function imageIn(state: JsonValue): string {
  const image = typeof state === "object" && state !== null && !Array.isArray(state) ? state.image : "";
  return typeof image === "string" ? image : "";
}
