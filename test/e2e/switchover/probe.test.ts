import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { route53Client } from "../../../sandbox/aws/clients.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { selfSigned } from "../../support/certificate.ts";
import type { KubeObject } from "../../support/cluster-view.ts";
import { newMoveScene } from "../../support/move-scene.ts";
import { startProxy } from "../../support/proxy.ts";
import { a, change, create, newZone } from "../../support/record-sets.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** What stands behind the new load balancer, at an address of this machine, and its certificate's file. */
async function newServer(host: string, address = "127.0.0.1") {
  const certificate = selfSigned([host]);
  const state = { status: 503, hosts: [] as (string | undefined)[] };
  const server = createServer(certificate, ({ headers }, response) => {
    state.hosts.push(headers.host);
    response.writeHead(state.status).end("ok");
  });
  server.listen(0, address);
  await once(server, "listening");
  const authority = join(await tempFolder(), "authority.pem");
  await writeFile(authority, certificate.cert);
  return {
    state,
    authority,
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

test("the new side is asked at its own address by the record's name, until it answers as it shall", async () => {
  const zone = `asked-${Date.now().toString(36)}.example.com`;
  const host = `orders.${zone}`;
  const { aws, dns } = await sandbox();
  const zones = route53Client(aws);
  await change(zones, await newZone(zones, zone), [create(a("127.0.0.40", { Name: host, TTL: 60 }))]);
  const scene = await newMoveScene({
    keys: { dns: { resolver: dns.resolver, "name-servers": dns.nameServers } },
    orders: {
      release: { timeout: "30s" },
      records: [{ name: host, target: { kind: "ingress", name: "orders" } }],
      probe: { path: "/healthz", passes: 2, interval: "1s" },
    },
  });
  await scene.values({ host });
  const server = await newServer(host);
  // The sandbox gives an Ingress an address that nobody serves: the runner's way out leads to the server.
  const address = `k8s-${scene.namespace}-orders.us-west-2.elb.amazonaws.test`;
  const proxy = await startProxy([], { [address]: server.port });
  const env = {
    HTTPS_PROXY: proxy.url,
    NO_PROXY: "127.0.0.1,localhost",
    NODE_EXTRA_CA_CERTS: server.authority,
  };
  try {
    const failed = await scene.switchover({ phase: "prepare" }, { env });
    expect(failed).toMatchObject({ code: 1, outputs: { state: "preparing", next: "switchover with phase: prepare" } });
    expect(failed.errors[0]).toContain(`https://${host}/healthz at ${address}: it never passed within`);
    expect(failed.errors[0]).toContain("its status is 503, and has to be 200");
    expect(failed.errors[0]).toContain("Clients still go to the old side");

    server.state.status = 200;
    server.state.hosts = [];
    const run = await scene.switchover({ phase: "prepare" }, { env });
    expect({ ...run, stdout: "", summary: "" }).toMatchObject({ code: 0, outputs: { state: "prepared" } });
    expect(run.stdout).toContain(`orders: verified: the new side answers: https://${host}/healthz`);
    expect(server.state.hosts).toEqual([host, host]);
    expect(proxy.used()).toContain(`${address}:443`);
  } finally {
    await proxy.close();
    await server.close();
  }
}, 200_000);

test("from the cluster a pod asks, and is gone afterwards; an old side that it cannot reach is told", async () => {
  const zone = `probe-${Date.now().toString(36)}.example.com`;
  const host = `orders.${zone}`;
  const { aws, dns } = await sandbox();
  const zones = route53Client(aws);
  // Nobody listens there.
  await change(zones, await newZone(zones, zone), [create(a("127.0.0.40", { Name: host }))]);
  const scene = await newMoveScene({
    keys: { dns: { resolver: dns.resolver, "name-servers": dns.nameServers } },
    orders: {
      release: { timeout: "30s" },
      records: [{ name: host, target: { kind: "service", name: "internal" } }],
      probe: {
        path: "/healthz",
        passes: 1,
        interval: "1s",
        from: "cluster",
        compare: "body",
        // By its name the sandbox knows that it is to run.
        image: "registry.test/tools/curl:8.16.0",
      },
    },
  });
  const { cluster, namespace } = scene;
  const server = await newServer(host, "127.0.0.41");
  try {
    await cluster.kubectl("create", "namespace", namespace);
    const ports = `--tcp=${server.port}:8080`;
    await cluster.kubectl("create", "service", "loadbalancer", "internal", ports, "--namespace", namespace);
    await waitFor("the first word on the Service", async () => {
      const service = await cluster.get<Balanced>("service/internal", "--namespace", namespace);
      return service?.status?.loadBalancer?.ingress !== undefined;
    });
    const status = JSON.stringify({ status: { loadBalancer: { ingress: [{ ip: "127.0.0.41" }] } } });
    const patch = ["--subresource=status", "--type=merge", "--patch", status];
    await cluster.kubectl("patch", "service/internal", "--namespace", namespace, ...patch);

    const env = { NODE_EXTRA_CA_CERTS: server.authority };
    const failed = await scene.switchover({ phase: "prepare" }, { env });
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.errors[0]).toContain(`https://${host}/healthz at 127.0.0.41: it never passed within`);

    server.state.status = 200;
    server.state.hosts = [];
    const run = await scene.switchover({ phase: "prepare" }, { env });
    expect({ ...run, stdout: "", summary: "" }).toMatchObject({ code: 0, outputs: { state: "prepared" } });
    expect(run.stdout).toContain(`what the old side of ${host} answers is not known here, so it was not compared`);
    expect(server.state.hosts).toEqual([`${host}:${server.port}`]);
    const pods = () => cluster.list("pods", "--namespace", namespace, "--selector=app.kubernetes.io/component=probe");
    await waitFor("the pods to be gone", async () => (await pods()).length === 0);
  } finally {
    await server.close();
  }
}, 300_000);

type Balanced = KubeObject & { status?: { loadBalancer?: { ingress?: object[] } } };
