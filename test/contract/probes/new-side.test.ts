import { once } from "node:events";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { systemClock } from "../../../src/adapters/clock.ts";
import { httpProbes } from "../../../src/adapters/http-probe.ts";
import type { Probe, Service } from "../../../src/migration-file/migration.ts";
import { type OldRecord, probeNewSide } from "../../../src/playbook/steps/probe-new-side.ts";
import { selfSigned } from "../../support/certificate.ts";
import { memoryRouteTargets } from "../../support/fakes/route-targets.ts";
import { service } from "../../unit/move/world.ts";
import { knownNames } from "../../unit/probe/known-names.ts";
import { type PodPlace, podPlace } from "./pod-place.ts";

const HOST = "orders.example.com";
const NEW_NAME = "orders.elb.test";
const certificate = selfSigned([HOST]);

/** One load balancer with an address of loopback to itself. */
type Balancer = { address: string; port: number; body: string; asked: number; close(): Promise<void> };
async function balancer(address: string, port: number): Promise<Balancer> {
  const state = { body: "orders", asked: 0 };
  const server: Server = createServer(certificate, (_request, response) => {
    state.asked++;
    response.end(state.body);
  });
  server.listen(port, address);
  await once(server, "listening");
  return Object.assign(state, {
    address,
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
}

let pods: PodPlace;
let first: Balancer;
let second: Balancer;
let old: Balancer;
beforeAll(async () => {
  pods = await podPlace();
  first = await balancer("127.0.0.41", 0);
  second = await balancer("127.0.0.42", first.port);
  old = await balancer("127.0.0.40", 0);
});
afterAll(() => Promise.all([first, second, old].map((each) => each.close())));

/** The step, whose load balancer has two addresses. */
async function verify(from: Probe["from"], oldPort = old.port): Promise<string> {
  const targets = memoryRouteTargets();
  targets.put({
    kind: "ingress",
    namespace: "commerce",
    name: "orders",
    addresses: [NEW_NAME],
    hosts: [HOST],
    tlsHosts: [],
    listeners: [{ port: first.port, scheme: "https" }],
  });
  const oldRecord: OldRecord = { record: HOST, addresses: [old.address], port: oldPort };
  const silent = {
    info: () => {},
    debug: () => {},
    warn: () => {},
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const authorities = [certificate.cert];
  const step = probeNewSide({
    targets,
    clock: systemClock,
    log: silent,
    probes: httpProbes({ ca: authorities }),
    names: knownNames({ [NEW_NAME]: [first.address, second.address] }),
    clusterProbes: () => pods.probes({ authorities }),
    oldSide: async () => [oldRecord],
  });
  const base = service("orders");
  const probe: Probe = { ...(base.probe as Probe), from, compare: "body", passes: 2, intervalMs: 100 };
  const moved: Service = { ...base, probe, release: { ...base.release, timeoutMs: 1000 } };
  return (await step.verify?.(moved, new AbortController().signal).catch((error: Error) => error.message)) ?? "";
}

test.each(["runner", "cluster"] as const)(
  "from the %s: each address of the new side is compared with the old side",
  async (from) => {
    first.body = second.body = old.body = "orders of 1 shop\n";
    second.asked = 0;
    expect(await verify(from)).toBe(
      `the new side answers: https://${HOST}/healthz at ${first.address}, ${second.address}`,
    );
    expect(second.asked).toBe(2);

    second.body = "orders of 2 shops";
    const said = await verify(from);
    expect(said).toContain(`https://${HOST}/healthz at ${second.address} (${NEW_NAME}): it never passed`);
    expect(said).toContain('its body is "orders of 2 shops", and that of the old side "orders of 1 shop"');
    expect(said).not.toContain(`at ${first.address}`);

    const { port } = await gone();
    expect(await verify(from, port)).toContain(
      `answers is not known here, so it was not compared: ${old.address}:${port} refuses the connection`,
    );
    await pods.untilGone();
  },
  120_000,
);

async function gone(): Promise<{ port: number }> {
  const server = await balancer(old.address, 0);
  await server.close();
  return server;
}
