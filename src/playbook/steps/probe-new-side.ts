import { StepError } from "../../errors.ts";
import { fewAtATime } from "../../few-at-a-time.ts";
import type { MovedRecord, Probe, Service } from "../../migration-file/migration.ts";
import type { StepPlan } from "../../move/change.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { NameServers } from "../../ports/name-servers.ts";
import type { Probes } from "../../ports/probes.ts";
import type { RouteTargets } from "../../ports/route-targets.ts";
import { probeRequest } from "../../probe/request.ts";
import { objectText, portFor, type RouteTarget, type TargetProblem } from "../../route-target/route-target.ts";
import type { Step } from "../move/step.ts";
import { lookUp } from "../probe/look-up.ts";
import { type OldSide, oldSide } from "../probe/old-side.ts";
import { probeAddresses } from "../probe/probe-addresses.ts";

const ID = "probe-new-side";
const LOOK_AGAIN_MS = 5000;
/** A probe waits for most of its time: between its passes. */
const AT_ONCE = 16;
const PODS_AT_ONCE = 4;

export type ProbeParts = {
  targets: RouteTargets;
  /** From the runner. */
  probes: Probes;
  clock: Clock;
  log: Log;
  /** By which the new side's addresses are looked up. Without it names are asked for as they are. */
  names?: NameServers;
  /** From inside the cluster of the new side, for `probe.from: cluster`. */
  clusterProbes?: (service: Service) => Probes;
  /** Where the service's records point now. Without it nothing is compared. */
  oldSide?: (service: Service) => Promise<OldRecord[]>;
  /** Gives a text without the secrets that it holds. */
  hidden?: (text: string) => string;
};

export type OldRecord = {
  /** Its name, as the file has it. */
  record: string;
  /** Names or IP addresses that it leads to. */
  addresses: string[];
  /** Where it is another one than that of the new side. */
  port?: number;
};

/**
 * Asks the new side as clients will once the records point there: at the address behind each record's target, by the record's name.
 * Changes nothing, so there is nothing to take back.
 */
export function probeNewSide(parts: ProbeParts): Step {
  return { id: ID, plan, apply, verify, undo };

  async function plan(service: Service): Promise<StepPlan> {
    const { probe, records } = service;
    const wildcards =
      probe !== undefined && probe.host === undefined ? records.filter(({ name }) => name.startsWith("*")) : [];
    const problems = wildcards.map(
      ({ name }) => `${name} cannot be asked for: write in probe.host a name below it that the new side answers`,
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

  async function verify(service: Service, stop: AbortSignal): Promise<string> {
    const { name, probe, records, release } = service;
    if (probe === undefined || records.length === 0) return "";
    const place = placeOf(service, probe);
    const olds = probe.compare === "off" ? undefined : await parts.oldSide?.(service);
    const tell = (line: string): void => parts.log.info(`${name}: ${line}`);
    // A load balancer takes minutes from its Ingress to its first answer: it has as long as the release has.
    const end = parts.clock.now().getTime() + release.timeoutMs;
    const verified = await fewAtATime(records, probe.from === "cluster" ? PODS_AT_ONCE : AT_ONCE, (record) => {
      const old = olds?.find((each) => each.record === record.name);
      return verifyRecord({ record, probe, old, place, end, tell }, stop);
    });
    const passed = verified.flatMap((each) => each.passed);
    const mind = [...new Set(verified.flatMap(({ notes }) => notes))];
    for (const note of mind) parts.log.warn(`${name}: ${note}`);
    return [`the new side answers: ${[...new Set(passed)].join(", ")}`, ...mind].join("; ");
  }

  function placeOf(service: Service, { from }: Probe): Probes {
    if (from === "runner") return parts.probes;
    if (parts.clusterProbes === undefined) throw new Error("nothing can be asked from the cluster here");
    return parts.clusterProbes(service);
  }

  type RecordJob = {
    record: MovedRecord;
    probe: Probe;
    old: OldRecord | undefined;
    place: Probes;
    end: number;
    tell: (line: string) => void;
  };

  async function verifyRecord(job: RecordJob, stop: AbortSignal): Promise<{ passed: string[]; notes: string[] }> {
    const { record, probe, end, tell } = job;
    const host = probe.host ?? record.name;
    const target = await found(record, { host, end, tell }, stop);
    const port = portFor(target, probe.scheme);
    if (typeof port !== "number") throw notThere(record, port);
    const url = `${probe.scheme}://${host}${probe.path}`;
    const old = await oldSideOf(job, port, stop);
    const result: { passed: string[]; notes: string[] } = { passed: [], notes: [] };
    for (const name of target.addresses) {
      const request = (address: string) =>
        probeRequest(probe, { address, addressOf: name, port, recordName: record.name });
      const outcome = await probeAddresses(
        { probes: job.place, clock: parts.clock, names: parts.names, tell },
        { name, url, request, wanted: probe, old, end },
        stop,
      );
      if (outcome.stopped) throw new StepError([`Stopped while asking ${url} at ${name}`]);
      if (outcome.failed.length > 0) throw notAnswering(outcome.failed);
      const at = outcome.passed.join(", ");
      result.passed.push(at === name ? url : `${url} at ${at}`);
      result.notes.push(...outcome.notes);
    }
    const unknown = old?.problem();
    if (unknown !== undefined) {
      result.notes.push(
        `what the old side of ${record.name} answers is not known here, so it was not compared: ${unknown}`,
      );
    }
    return result;
  }

  /** At the same port: clients have one URL for both sides. */
  async function oldSideOf(
    { record, probe, old, place }: RecordJob,
    port: number,
    stop: AbortSignal,
  ): Promise<OldSide | undefined> {
    if (old === undefined || probe.compare === "off") return undefined;
    const { names } = parts;
    const asked = await Promise.all(
      old.addresses.map(async (name) => {
        const { addresses } = names === undefined ? { addresses: [] } : await lookUp(names, name, stop);
        return (addresses.length === 0 ? [name] : addresses).map((address) => ({ address, addressOf: name }));
      }),
    );
    const requests = asked
      .flat()
      .map((at) => probeRequest(probe, { ...at, port: old.port ?? port, recordName: record.name }));
    return oldSide({ probes: place, requests, hidden: parts.hidden ?? ((text) => text) }, probe);
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

function notAnswering(failed: readonly string[]): StepError {
  const [first = "", ...others] = failed;
  return new StepError([
    `The new side does not answer as probe wants: ${first}`,
    ...others.map((each) => `Nor at another address: ${each}`),
    "Clients still go to the old side. Put the new side right, or the probe, and run this again",
  ]);
}

function notThere({ name, target }: MovedRecord, { problem }: TargetProblem): StepError {
  const what = target.kind === "host" ? target.name : objectText(target);
  return new StepError([
    `The new side of ${name} is not reached at ${what}: ${problem}`,
    "Put it right in the chart's values, or name another target in the migration file, and run this again",
  ]);
}
