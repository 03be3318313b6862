import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { selfSigned } from "../../support/certificate.ts";
import { newMoveScene } from "../../support/move-scene.ts";
import { startProxy } from "../../support/proxy.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** What stands behind the new load balancer, and its certificate's file. */
async function newServer(host: string) {
  const certificate = selfSigned([host]);
  const state = { status: 503, hosts: [] as (string | undefined)[] };
  const server = createServer(certificate, ({ headers }, response) => {
    state.hosts.push(headers.host);
    response.writeHead(state.status).end("ok");
  });
  server.listen(0, "127.0.0.1");
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
  const host = "orders.example.com";
  const scene = await newMoveScene({
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
