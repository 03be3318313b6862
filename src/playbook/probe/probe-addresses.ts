import type { Probe } from "../../migration-file/migration.ts";
import type { NameServers } from "../../ports/name-servers.ts";
import { isAddress, isIpv6, type LookUp } from "../../probe/addresses.ts";
import type { ProbeFailure } from "../../probe/answer.ts";
import { PROBE_TIMEOUT_MS, type ProbeRequest } from "../../probe/request.ts";
import { lookUp } from "./look-up.ts";
import type { OldSide } from "./old-side.ts";
import { type ProbeOutcome, type ProbeParts, probeUntil } from "./probe-until.ts";

export type AddressParts = ProbeParts & {
  /** Without it names are asked for as they are, wherever that leads. */
  names: NameServers | undefined;
  tell: (line: string) => void;
};

export type AddressGoal = {
  /** Where the new side is: a load balancer's name, or its address. */
  name: string;
  /** What is asked for, as people write it. */
  url: string;
  request: (address: string) => ProbeRequest;
  wanted: Probe;
  old: OldSide | undefined;
  /** No try begins later than this, but for the passes of what was found last. */
  end: number;
};

export type AddressOutcome = {
  /** Those that pass. */
  passed: string[];
  /** What is wrong with the others, in words, with where. */
  failed: string[];
  /** What could not be tried, in words. */
  notes: string[];
  stopped: boolean;
};

/** A name whose addresses are others each time would be no load balancer. */
const ROUNDS = 4;

/**
 * Probes every address of a name, all at once, and those that it has got by the end of that. An address that fails, and is gone
 * from DNS by then, does not count.
 */
export async function probeAddresses(
  parts: AddressParts,
  goal: AddressGoal,
  stop?: AbortSignal,
): Promise<AddressOutcome> {
  const { name } = goal;
  const done = new Map<string, ProbeOutcome>();
  let found = await addressesOf(parts, name, stop);
  for (let round = 1; round <= ROUNDS; round++) {
    if (stop?.aborted) break;
    const fresh = found.addresses.filter((each) => !done.has(each));
    if (fresh.length === 0) break;
    const hasIpv4 = found.addresses.some((each) => !isIpv6(each));
    await Promise.all(
      fresh.map(async (address) => {
        const endsAt = endsAtOnce(address, { name, hasIpv4 });
        done.set(address, await probeOne(parts, { ...goal, address, endsAt }, stop));
      }),
    );
    found = newer(found, await addressesOf(parts, name, stop));
  }
  const all = [...done.values()];
  if (all.some((each) => !each.passed && each.by === "failure" && each.kind === "proxy")) {
    done.set(name, await probeOne(parts, { ...goal, address: name, endsAt: [] }, stop));
    found.addresses.push(name);
  }
  if (stop?.aborted) return { passed: [], failed: [], notes: [], stopped: true };
  return judged(goal, done, found);
}

/** Where the name is to be asked: at itself, where DNS does not say it (to us: a proxy may know). */
type Found = LookUp & { byName: boolean };

async function addressesOf({ names }: AddressParts, name: string, stop?: AbortSignal): Promise<Found> {
  if (names === undefined) return { addresses: [name], problem: undefined, byName: false };
  const found = await lookUp(names, name, stop);
  const byName = found.addresses.length === 0;
  return { ...found, addresses: byName ? [name] : [...found.addresses], byName };
}

/** What DNS once gave stays where it gives nothing any more. */
function newer(before: Found, now: Found): Found {
  if (!now.byName || before.byName) return now;
  return { ...before, problem: now.problem ?? "DNS gives no address any more" };
}

/** There is no use in waiting where another way is left. */
function endsAtOnce(address: string, { name, hasIpv4 }: { name: string; hasIpv4: boolean }): ProbeFailure["kind"][] {
  return [
    ...(isIpv6(address) && hasIpv4 ? (["unreachable"] as const) : []),
    ...(isAddress(name) || address === name ? [] : (["proxy"] as const)),
  ];
}

async function probeOne(
  parts: AddressParts,
  goal: AddressGoal & { address: string; endsAt: ProbeFailure["kind"][] },
  stop?: AbortSignal,
): Promise<ProbeOutcome> {
  const { address, wanted, old, end, endsAt } = goal;
  const asked = askedText(goal, address);
  parts.tell(`asking ${asked}`);
  return probeUntil(
    { ...parts, tell: (line) => parts.tell(`${asked}: ${line}`) },
    {
      request: goal.request(address),
      wanted,
      limitMs: Math.max(end - parts.clock.now().getTime(), leastFor(wanted)),
      endsAt,
      ...(old === undefined ? {} : { check: old.differences }),
    },
    stop,
  );
}

/** Also the last of many has the time for its passes. In the cluster each try needs a pod first. */
function leastFor({ passes, intervalMs, from }: Probe): number {
  return passes * intervalMs + PROBE_TIMEOUT_MS * (from === "cluster" ? passes : 1);
}

function judged(goal: AddressGoal, done: ReadonlyMap<string, ProbeOutcome>, found: Found): AddressOutcome {
  const { name } = goal;
  const result: AddressOutcome = { passed: [], failed: [], notes: [], stopped: false };
  const unsure = found.byName || found.problem !== undefined;
  if (unsure && !isAddress(name)) result.notes.push(lookUpNote(name, found));
  for (const address of found.addresses) {
    const outcome = done.get(address);
    if (outcome === undefined) result.failed.push(`${name} has other addresses each time that it is looked up`);
    else if (outcome.passed) result.passed.push(address);
    else if (outcome.by === "failure") result.notes.push(notAskedText(goal, address, outcome));
    else result.failed.push(`${askedText(goal, address)}: ${outcome.problem}`);
  }
  // Such as one with IPv6 addresses only by now.
  return result.passed.length + result.failed.length === 0 ? { ...result, failed: result.notes, notes: [] } : result;
}

function askedText({ url, name }: AddressGoal, address: string): string {
  return `${url} at ${address}${address === name ? "" : ` (${name})`}`;
}

function lookUpNote(name: string, { byName, problem }: Found): string {
  const why = problem === undefined ? "" : ` (${problem})`;
  if (byName)
    return `the addresses of ${name} are not known here${why}: it was asked by its name, maybe not at each of them`;
  return `${name} may have more addresses than were asked${why}`;
}

function notAskedText(
  { name }: AddressGoal,
  address: string,
  { kind, problem }: { kind: ProbeFailure["kind"]; problem: string },
): string {
  if (kind === "proxy") return `${address} was not asked by itself, only ${name}: ${problem}`;
  return `${address} was not asked, since there is no IPv6 from here: ${problem}`;
}
