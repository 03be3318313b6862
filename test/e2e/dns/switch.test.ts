import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { setDns } from "../../../sandbox/dns/dns.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { setTraffic } from "../../../sandbox/traffic/traffic.ts";
import { type DnsScene, newDnsScene } from "../../support/dns-scene.ts";
import { watchHost } from "../../support/moving-record.ts";
import { sandbox } from "../../support/sandbox.ts";

const OLD = ["127.0.0.51"];
const NEW = ["127.0.0.52"];

/** What is told of the only step that changes records. */
function told({ code, errors, outputs }: Awaited<ReturnType<DnsScene["dns"]>>) {
  return { code, errors, state: outputs.state, next: outputs.next };
}

async function waitUntil(readyAt: string | undefined): Promise<void> {
  await waitFor("the old TTL to be over", async () => Date.now() >= Date.parse(readyAt ?? ""), { timeoutMs: 90_000 });
}

test("a CNAME: planned, lowered, waited for, switched by its hash, verified, restored; never absent", async () => {
  const scene = await newDnsScene({
    record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 8, ResourceRecords: [{ Value: old.dnsName }] }],
    orders: { prepare: { ttl: 2, margin: "1s" } },
  });
  const { env } = scene;
  const stop = watchHost(scene);
  try {
    const before = await scene.records();
    const plan = await scene.dns({ command: "plan" }, { env });
    expect(told(plan)).toEqual({
      code: 0,
      errors: [],
      state: "not-started",
      next: "actions/dns with command: lower-ttl",
    });
    expect(plan.summary).toContain("ttl `8` -> `2`");
    expect(await scene.records()).toEqual(before);

    const hash = plan.outputs["plan-hash"] ?? "";
    const lowered = await scene.dns({ command: "lower-ttl", "plan-hash": hash }, { env });
    expect(told(lowered)).toMatchObject({ code: 0, errors: [], state: "ttl-lowered" });
    expect(await scene.records()).toMatchObject([{ TTL: 2 }]);
    expect(await scene.resolved()).toEqual(OLD);

    await waitUntil(lowered.outputs["ready-at"]);
    const dry = await scene.dns({ command: "switch", "dry-run": "true" }, { env });
    const switched = await scene.dns({ command: "switch", "plan-hash": dry.outputs["plan-hash"] ?? "" }, { env });
    expect(told(switched)).toEqual({ code: 0, errors: [], state: "dns-switched", next: "" });
    expect(switched.stdout).toContain("Route 53 is in sync; all 4 name servers of");
    expect(await scene.records()).toMatchObject([
      { TTL: 2, ResourceRecords: [{ Value: scene.balancers.new.dnsName }] },
    ]);
    expect(await scene.resolved()).toEqual(NEW);

    expect(told(await scene.dns({ command: "verify" }, { env }))).toMatchObject({ code: 0, state: "dns-switched" });
    const restored = await scene.dns({ command: "restore" }, { env });
    expect(told(restored)).toMatchObject({ code: 0, errors: [], state: "not-started" });
    expect(await scene.records()).toEqual(before);
    const report = JSON.parse(await readFile(restored.outputs.report ?? "", "utf8")) as object;
    expect(report).toMatchObject({ phase: "restore-dns", services: [{ failure: null }] });
    expect((await scene.dns({ command: "verify" }, { env })).errors[0]).toContain("still to do: switch");
  } finally {
    // Nothing else was ever answered.
    expect(await stop()).toEqual([...OLD, ...NEW]);
    await scene.close();
  }
}, 240_000);

test("aliases of A and AAAA: the new side has no IPv6, and it is refused; an alias of A alone keeps its kind", async () => {
  const alias = (host: string, Type: "A" | "AAAA", old: { dnsName: string; canonicalHostedZoneId: string }) => ({
    Name: host,
    Type,
    AliasTarget: {
      DNSName: `dualstack.${old.dnsName}`,
      HostedZoneId: old.canonicalHostedZoneId,
      EvaluateTargetHealth: true,
    },
  });
  const both = await newDnsScene({ record: (host, old) => [alias(host, "A", old), alias(host, "AAAA", old)] });
  try {
    const refused = await both.dns({ command: "plan" }, { env: both.env });
    expect(refused.errors[0]).toContain("AAAA");
    expect(refused.summary).toContain("was refused: nothing was changed");
  } finally {
    await both.close();
  }
  const scene = await newDnsScene({ record: (host, old) => [alias(host, "A", old)] });
  try {
    const switched = await scene.dns({ command: "switch" }, { env: scene.env });
    expect(told(switched)).toMatchObject({ code: 0, errors: [], state: "dns-switched" });
    expect(await scene.records()).toMatchObject([
      {
        AliasTarget: {
          DNSName: `dualstack.${scene.balancers.new.dnsName}.`,
          HostedZoneId: scene.balancers.new.canonicalHostedZoneId,
          EvaluateTargetHealth: true,
        },
      },
    ]);
    expect(await scene.resolved()).toEqual(NEW);
  } finally {
    await scene.close();
  }
}, 240_000);

test("by weights: watched at each step, and put back when the new side fails", async () => {
  const scene = await newDnsScene({
    record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value: old.dnsName }] }],
    orders: { switch: { weights: [50, 100], bake: "45s", abort: { "probe-failures": 1 } } },
  });
  const { env, traffic } = scene;
  try {
    const before = await scene.records();
    const failing = scene.dns({ command: "switch" }, { env });
    await waitFor("half of the answers", async () => (await scene.records()).length === 2, { timeoutMs: 60_000 });
    await setTraffic(traffic, { new: { status: 500 } });
    const failed = await failing;
    expect(failed.errors[0]).toContain("at 50 % of the traffic, so that the records are put back");
    expect(await scene.records()).toEqual(before);
    expect(await scene.resolved()).toEqual(OLD);
  } finally {
    await scene.close();
  }
}, 240_000);

test("a silent name server fails it, though both sides serve; the next run goes on", async () => {
  const { dns } = await sandbox();
  const scene = await newDnsScene({
    record: (host, old) => [{ Name: host, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value: old.dnsName }] }],
  });
  try {
    // Another resolver than the name servers of the other tests would see it too: its own account has its own servers only.
    const [first = ""] = dns.nameServers;
    await setDns(dns, { nameServers: { [first.split(":")[0] ?? ""]: "silent" } });
    const stopped = scene.dns({ command: "switch" }, { env: scene.env });
    await waitFor("the switch", async () => (await scene.resolved()).join() === NEW.join(), { timeoutMs: 60_000 });
    await setDns(dns, { nameServers: {} });
    expect(told(await stopped)).toMatchObject({ code: 0, state: "dns-switched" });
  } finally {
    await setDns(dns, { nameServers: {} });
    await scene.close();
  }
}, 240_000);
