import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Effect, Fault } from "../../../sandbox/proxy/faults.ts";
import { type OutsideCall, startOutside } from "../../../sandbox/proxy/outside.ts";
import { type DnsScene, newDnsScene } from "../../support/dns-scene.ts";
import { watchHost } from "../../support/moving-record.ts";
import { sandbox } from "../../support/sandbox.ts";

const OLD = "127.0.0.51";
const NEW = "127.0.0.52";

/** What a call of a switch, or of a restore, may be answered with, once. */
const KINDS: Effect[] = ["throttled", "conflict", "server-error", "reset", "answer-lost"];

type Command = "switch" | "restore";

let scene: DnsScene;
let before: Awaited<ReturnType<DnsScene["records"]>>;
let stop: () => Promise<string[]>;

beforeAll(async () => {
  scene = await newDnsScene({
    record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value: old.dnsName }] }],
    orders: { probe: { path: "/healthz", passes: 1 } },
  });
  before = await scene.records();
  stop = watchHost(scene);
}, 60_000);

afterAll(async () => {
  await stop?.();
  await scene?.close();
});

/** Runs the command with these faults, and once more without where it fails; how often it ran, and what it called. */
async function through(command: Command, faults: Fault[]): Promise<{ runs: number; calls: OutsideCall[] }> {
  const outside = await startOutside(await sandbox(), { faults });
  try {
    const env = { ...scene.env, ...outside.env };
    const first = await scene.dns({ command }, { env });
    const calls = outside.calls();
    if (first.code === 0) return { runs: 1, calls };
    const again = await scene.dns({ command }, { env: scene.env });
    expect({ code: again.code, errors: again.errors }).toEqual({ code: 0, errors: [] });
    return { runs: 2, calls };
  } finally {
    await outside.close();
  }
}

async function expectEnd(command: Command): Promise<void> {
  const moved = before.map((set) => ({ ...set, ResourceRecords: [{ Value: scene.balancers.new.dnsName }] }));
  expect(await scene.records()).toEqual(command === "switch" ? moved : before);
  expect(await scene.resolved()).toEqual([command === "switch" ? NEW : OLD]);
}

test.each(KINDS)(
  "the write of records, answered once by %s: a switch and a restore come to their ends",
  async (effect) => {
    const fault: Fault = { service: "route53", operation: "ChangeResourceRecordSets", effect };
    for (const command of ["switch", "restore"] as const) {
      const { runs, calls } = await through(command, [fault]);
      expect(calls.filter(({ operation }) => operation === fault.operation).length).toBeGreaterThan(0);
      // All of them are known for what they are, so that the run itself goes on.
      expect(runs).toBe(1);
      await expectEnd(command);
    }
  },
  120_000,
);

test("every other call to Route 53 and Elastic Load Balancing, each in another way", async () => {
  const { calls } = await through("switch", []);
  await expectEnd("switch");
  await through("restore", []);
  const places = calls
    .filter(({ service, operation }) =>
      ["route53", "elasticloadbalancing"].includes(service) ? operation !== "ChangeResourceRecordSets" : false,
    )
    .map(({ service, operation }, index, all) => ({
      service,
      operation,
      from: 1 + all.slice(0, index).filter((each) => each.operation === operation).length,
    }));
  expect(new Set(places.map(({ operation }) => operation))).toEqual(
    new Set(["ListHostedZones", "GetHostedZone", "ListResourceRecordSets", "GetChange", "DescribeLoadBalancers"]),
  );
  // Several in one run, of which each call gets one: what it repeats counts too, so that every other one is left out.
  for (const part of [0, 1]) {
    const faults = places.flatMap((place, index): Fault[] => {
      const effect = KINDS[index % KINDS.length];
      return effect === undefined || place.from % 2 !== part ? [] : [{ ...place, effect }];
    });
    await through("switch", faults);
    await expectEnd("switch");
    await through("restore", faults);
    await expectEnd("restore");
  }
}, 120_000);

test("all the while the name had the old or the new address, and was never absent", async () => {
  expect(await stop()).toEqual([OLD, NEW]);
});
