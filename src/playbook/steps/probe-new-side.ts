import { StepError } from "../../errors.ts";
import type { MovedRecord, Probe, Service } from "../../migration-file/migration.ts";
import type { StepPlan } from "../../move/change.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Probes } from "../../ports/probes.ts";
import type { RouteTargets } from "../../ports/route-targets.ts";
import { PROBE_TIMEOUT_MS, probeRequest } from "../../probe/request.ts";
import { objectText, portFor, type RouteTarget, type TargetProblem } from "../../route-target/route-target.ts";
import type { Step } from "../move/step.ts";
import { probeUntil } from "../probe/probe-until.ts";

const ID = "probe-new-side";
const LOOK_AGAIN_MS = 5000;

export type ProbeParts = { targets: RouteTargets; probes: Probes; clock: Clock; log: Log };

/**
 * Asks the new side as clients will once the records point there: at the address behind each record's target, by the record's name.
 * Changes nothing, so there is nothing to take back.
 */
export function probeNewSide(parts: ProbeParts): Step {
  return { id: ID, plan, apply, verify, undo };

  async function plan(service: Service): Promise<StepPlan> {
    const { probe, records } = service;
    const problems =
      probe?.from === "cluster"
        ? ["probe.from: cluster is not there yet; leave it out, so that the runner asks, or leave the probe out"]
        : [];
    const wildcards =
      probe !== undefined && probe.host === undefined ? records.filter(({ name }) => name.startsWith("*")) : [];
    problems.push(
      ...wildcards.map(
        ({ name }) => `${name} cannot be asked for: write in probe.host a name below it that the new side answers`,
      ),
    );
    const already = probe === undefined || records.length === 0 ? ["nothing to probe: no record is to move"] : [];
    return { step: ID, title: `probe the new side of ${service.name}`, changes: [], already, problems };
  }

  async function apply(): Promise<never> {
    throw new Error(`${ID} changes nothing`);
  }

  async function undo(service: Service): Promise<StepPlan> {
    return { step: ID, title: `probe the new side of ${service.name}`, changes: [], already: [], problems: [] };
  }

  async function verify({ name, probe, records, release }: Service, stop: AbortSignal): Promise<string> {
    if (probe === undefined) return "";
    // A load balancer takes minutes from its Ingress to its first answer: it has as long as the release has.
    const end = parts.clock.now().getTime() + release.timeoutMs;
    const passed: string[] = [];
    for (const record of records) {
      passed.push(
        ...(await verifyRecord({ record, probe, end, tell: (line) => parts.log.info(`${name}: ${line}`) }, stop)),
      );
    }
    return passed.length === 0 ? "" : `the new side answers: ${passed.join(", ")}`;
  }

  type RecordJob = { record: MovedRecord; probe: Probe; end: number; tell: (line: string) => void };

  async function verifyRecord({ record, probe, end, tell }: RecordJob, stop: AbortSignal): Promise<string[]> {
    const host = probe.host ?? record.name;
    const target = await found(record, { host, end, tell }, stop);
    const port = portFor(target, probe.scheme);
    if (typeof port !== "number") throw notThere(record, port);
    const passed: string[] = [];
    for (const address of target.addresses) {
      const request = probeRequest(probe, { address, port, recordName: record.name });
      const url = `${probe.scheme}://${host}${probe.path}`;
      const asked = `${url} at ${address}`;
      tell(`asking ${asked}`);
      const goal = { request, wanted: probe, limitMs: Math.max(end - parts.clock.now().getTime(), leastFor(probe)) };
      const outcome = await probeUntil({ ...parts, tell: (line) => tell(`${asked}: ${line}`) }, goal, stop);
      if (!outcome.passed && outcome.by === "stop") throw new StepError([`Stopped while asking ${asked}`]);
      if (!outcome.passed) {
        throw new StepError([
          `The new side does not answer as probe wants: ${asked}: ${outcome.problem}`,
          "Clients still go to the old side. Put the new side right, or the probe, and run this again",
        ]);
      }
      passed.push(url);
    }
    return [...new Set(passed)];
  }

  async function found(
    record: MovedRecord,
    { host, end, tell }: { host: string; end: number; tell: (line: string) => void },
    stop: AbortSignal,
  ): Promise<RouteTarget> {
    for (let told = ""; ; ) {
      const target = await parts.targets.find(record.target, host);
      if (!("problem" in target)) return target;
      if (target.kind !== "not-ready" || parts.clock.now().getTime() >= end) throw notThere(record, target);
      if (target.problem !== told) tell(`waiting: ${target.problem}`);
      told = target.problem;
      await parts.clock.sleep(LOOK_AGAIN_MS, stop);
      if (stop.aborted) throw new StepError([`Stopped while waiting: ${target.problem}`]);
    }
  }
}

/** Also the last of many records has the time for its passes. */
function leastFor({ passes, intervalMs }: Probe): number {
  return passes * intervalMs + PROBE_TIMEOUT_MS;
}

function notThere({ name, target }: MovedRecord, { problem }: TargetProblem): StepError {
  const what = target.kind === "host" ? target.name : objectText(target);
  return new StepError([
    `The new side of ${name} is not reached at ${what}: ${problem}`,
    "Put it right in the chart's values, or name another target in the migration file, and run this again",
  ]);
}
