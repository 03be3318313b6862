import { setImmediate as turn } from "node:timers/promises";
import type { Service } from "../../../src/migration-file/migration.ts";
import type { PhaseOutcome } from "../../../src/move/outcome.ts";
import type { DnsPorts } from "../../../src/playbook/dns/dns-ports.ts";
import { dnsSteps } from "../../../src/playbook/dns/dns-steps.ts";
import { type PhaseRequest, runPhase } from "../../../src/playbook/move/run-phase.ts";
import type { Step } from "../../../src/playbook/move/step.ts";
import { deploySuspended } from "../../../src/playbook/steps/deploy-suspended.ts";
import { probeNewSide } from "../../../src/playbook/steps/probe-new-side.ts";
import type { Log } from "../../../src/ports/log.ts";
import { type FakeClock, fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryJournals } from "../../support/fakes/journals.ts";
import { memoryLeases } from "../../support/fakes/memory-leases.ts";
import { memoryProbes } from "../../support/fakes/probes.ts";
import { memoryRouteTargets } from "../../support/fakes/route-targets.ts";
import { memoryDeploys } from "../../support/fakes/service-deploys.ts";
import { type Life, newLife } from "../../support/killable.ts";

export const IMAGE = `registry.test/shop/orders@sha256:${"a".repeat(64)}`;

/** A service of the migration file, as short as one can be. */
export function service(name: string, more: Partial<Service> = {}): Service {
  return {
    name,
    image: { from: "ecs", container: "web", valuesPath: "image" },
    release: {
      name,
      namespace: "commerce",
      chart: "charts/service",
      chartVersion: "",
      repository: "",
      valueFiles: [],
      timeoutMs: 60_000,
    },
    ecs: { service: name, cluster: "shop" },
    records: [
      {
        name: `${name}.example.com`,
        zone: undefined,
        type: undefined,
        members: [],
        managedBy: undefined,
        target: { kind: "ingress", name, namespace: "commerce" },
      },
    ],
    probe: {
      scheme: "https",
      path: "/healthz",
      host: undefined,
      status: [200],
      headers: {},
      body: undefined,
      from: "runner",
      image: "",
      compare: "off",
      passes: 2,
      intervalMs: 1000,
    },
    crons: [],
    prepare: { ttlSeconds: 60, keepAliveSeconds: undefined, marginMs: 60_000 },
    switch: { weights: [100], bakeMs: 300_000, abort: { probeFailures: 3, errorRate: undefined } },
    ...more,
  };
}

/** What ECS runs; with a problem, why that is not clear. */
const newImages = (): { image: string; problem: string } => ({ image: IMAGE, problem: "" });

/** Both sides, the journals and the clock, in memory. */
export function newWorld() {
  const clock = fakeClock();
  return {
    clock,
    journals: memoryJournals(),
    leases: memoryLeases(),
    deploys: memoryDeploys(),
    targets: newTargets(),
    probes: newProbes(clock),
    images: newImages(),
    lines: [] as string[],
    dns: undefined as WorldDns | undefined,
  };
}
export type World = ReturnType<typeof newWorld>;

/** The DNS half of a world, for one process of it. */
export type WorldDns = { ports: (life: Life) => Omit<DnsPorts, "targets" | "clock" | "log"> };

/** Each service has an Ingress with an address. */
function newTargets() {
  const targets = memoryRouteTargets();
  for (const name of ["orders", "billing"]) {
    targets.put({
      kind: "ingress",
      namespace: "commerce",
      name,
      addresses: [`${name}.elb.test`],
      hosts: [`${name}.example.com`],
      tlsHosts: [],
      listeners: undefined,
    });
  }
  return targets;
}

function newProbes(clock: FakeClock) {
  const probes = memoryProbes(clock);
  for (const name of ["orders", "billing"]) {
    probes.serve({ address: `${name}.elb.test`, port: 443 }, { scheme: "https", answer: () => ({ status: 200 }) });
  }
  return probes;
}

let runs = 0;

/** One run of a phase in that world, as a process of its own. It ends with the outcome, its error, or its death. */
export async function phase(
  world: World,
  request: Partial<PhaseRequest> & Pick<PhaseRequest, "phase">,
  { life = newLife(), stop = new AbortController().signal }: { life?: Life; stop?: AbortSignal } = {},
): Promise<PhaseOutcome | Error | "killed"> {
  const { clock, journals, leases, deploys } = world;
  const run = ++runs;
  const log: Log = {
    info: (line) => void world.lines.push(line),
    debug: () => {},
    warn: (line) => void world.lines.push(`warning: ${line}`),
    group: (_, work) => work(),
  };
  const images = {
    async runningImage() {
      const { image, problem } = world.images;
      if (problem !== "") return { kind: "no-task" as const, problem };
      return { image, container: "web", containers: ["web"], taskDefinition: "arn" };
    },
  };
  const deploy = deploySuspended({ deploys: life.of("deploys", deploys), images: life.of("images", images) });
  const outside = { targets: life.of("targets", world.targets), clock: life.of("clock", clock), log };
  const probes = life.of("probes", world.probes);
  const dns = world.dns && dnsSteps({ ...world.dns.ports(life), ...outside }, { probes });
  const steps: Step[] = dns
    ? [...dns.lower, deploy, dns.probe, dns.switchDns]
    : [deploy, probeNewSide({ ...outside, probes })];
  const ports = {
    journals: life.of("journals", journals),
    leases: life.of("leases", leases),
    clock: life.of("clock", clock),
    log,
    hidden: (text: string) => text,
    stop,
  };
  const state = { ended: false };
  const ending = Promise.race([
    runPhase(
      {
        environment: "production",
        services: [service("orders")],
        dryRun: false,
        planHash: "",
        run: { actor: "mona", url: "", holder: `run ${run}` },
        newSalt: () => "0".repeat(32),
        intent: {},
        ...request,
      },
      steps,
      ports,
    ).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
    life.killed.then((): "killed" => "killed"),
  ]).finally(() => {
    state.ended = true;
  });
  // Whoever waits, such as for a lock to be given up, gets what it waits for.
  while (!state.ended) {
    for (let turns = 0; turns < 20 && !state.ended; turns++) await turn();
    if (!state.ended) await clock.advance(1000);
  }
  return ending;
}

/** The outcome of a run that is to have one. */
export function outcomeOf(ended: PhaseOutcome | Error | "killed"): PhaseOutcome {
  if (ended instanceof Error) throw ended;
  if (ended === "killed") throw new Error("It was killed.");
  return ended;
}
