import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Outside, startOutside } from "../../../sandbox/proxy/outside.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { awsPlace } from "./aws-place.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place, Wanted } from "./place.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let real: ReturnType<typeof awsPlace>;
const memory = memoryPlace();
let open: Outside[] = [];
beforeAll(async () => {
  emulator = await startEmulator();
  real = awsPlace(emulator.aws);
}, INSTALL_MS);
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await emulator.stop();
});

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["in AWS", () => real],
];

describe.each(places)("load balancers %s", (_, placeOf) => {
  // The zones' ids are those of us-west-2: https://docs.aws.amazon.com/general/latest/gr/elb.html
  test.each<[string, Wanted, string]>([
    ["an application load balancer", { name: "app" }, "Z1H1FL5HABSF5"],
    ["one with IPv6", { name: "six", hasIpv6: true }, "Z1H1FL5HABSF5"],
    ["an internal one", { name: "inside", scheme: "internal" }, "Z1H1FL5HABSF5"],
    ["a network load balancer", { name: "net", type: "network" }, "Z18D5FSROUN65G"],
  ])("%s is found by its DNS name", async (_name, wanted, canonicalHostedZoneId) => {
    const { arn, dnsName } = await placeOf().make(wanted);
    const expected = {
      arn,
      dnsName: dnsName.toLowerCase(),
      type: wanted.type ?? "application",
      canonicalHostedZoneId,
      hasIpv6: wanted.hasIpv6 ?? false,
      scheme: wanted.scheme ?? "internet-facing",
    };
    for (const name of [dnsName, `dualstack.${dnsName}`, `DualStack.${dnsName.toUpperCase()}`, `${dnsName}.`]) {
      expect(await placeOf().balancers.byDnsName(name)).toEqual(expected);
    }
  });

  test("a name of none is known to be none; one that is made later is found", async () => {
    expect(await placeOf().balancers.byDnsName("gone-1.us-west-2.elb.amazonaws.com")).toBeUndefined();
    const { arn, dnsName } = await placeOf().make({ name: "late" });
    expect(await placeOf().balancers.byDnsName(dnsName)).toMatchObject({ arn });
  });

  test("the keep-alive of an application load balancer is read and set; others have none", async () => {
    const { arn } = await placeOf().make({ name: "kept" });
    expect(await placeOf().balancers.keepAlive(arn)).toBe(3600);
    await placeOf().balancers.setKeepAlive(arn, 60);
    expect(await placeOf().balancers.keepAlive(arn)).toBe(60);
    const { arn: network } = await placeOf().make({ name: "kept-net", type: "network" });
    expect(await placeOf().balancers.keepAlive(network)).toBeUndefined();
  });
});

test("they are listed once, also for those who ask at the same time", async () => {
  const made = [await real.make({ name: "once-a" }), await real.make({ name: "once-b" })];
  const outside = await startOutside({ aws: emulator.aws, clusters: {} });
  open.push(outside);
  const balancers = real.open(outside.env.AWS_ENDPOINT_URL);
  const ask = () => Promise.all(made.map(({ dnsName }) => balancers.byDnsName(dnsName)));
  const found = [...(await ask()), ...(await ask())];
  expect(found.map((each) => each?.arn)).toEqual([...made, ...made].map(({ arn }) => arn));
  expect(outside.calls()).toHaveLength(1);
});

test("a right that lacks is named, and a list that failed is asked for again", async () => {
  const { arn, dnsName } = await real.make({ name: "again" });
  const faults = ["DescribeLoadBalancers", "DescribeLoadBalancerAttributes", "ModifyLoadBalancerAttributes"].map(
    (operation) => ({ service: "elasticloadbalancing", operation, effect: "access-denied" as const }),
  );
  const outside = await startOutside({ aws: emulator.aws, clusters: {} }, { faults });
  open.push(outside);
  const balancers = real.open(outside.env.AWS_ENDPOINT_URL);
  const lacks = (action: string) => ({ action: `elasticloadbalancing:${action}` });
  await expect(balancers.byDnsName(dnsName)).rejects.toMatchObject(lacks("DescribeLoadBalancers"));
  await expect(balancers.keepAlive(arn)).rejects.toMatchObject(lacks("DescribeLoadBalancerAttributes"));
  await expect(balancers.setKeepAlive(arn, 60)).rejects.toMatchObject(lacks("ModifyLoadBalancerAttributes"));
  expect(await balancers.byDnsName(dnsName)).toMatchObject({ arn });
});
