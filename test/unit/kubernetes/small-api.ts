import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type KubernetesClient, openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { tempFolder } from "../../support/temp-folder.ts";

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing.splice(0)) close();
});

/** A client of an API server on loopback that gives these answers in turn, and the last one again and again. */
export async function clientOf(...answers: Answer[]): Promise<KubernetesClient> {
  const left = [...answers];
  const server = createServer((request, response) => {
    const [answer] = left.length > 1 ? left.splice(0, 1) : left;
    answer?.(response, request);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const kubeconfig = join(await tempFolder(), "kubeconfig");
  const config = {
    "current-context": "small",
    contexts: [{ name: "small", context: { cluster: "small", user: "small" } }],
    // Which also lets the client speak HTTP.
    clusters: [{ name: "small", cluster: { server: address, "insecure-skip-tls-verify": true } }],
    users: [{ name: "small", user: { token: "none" } }],
  };
  await writeFile(kubeconfig, JSON.stringify(config));
  return openCluster({ kubeconfig, context: "" });
}

export function json(body: object): Answer {
  return (response) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}

export function text(body: string): Answer {
  return (response) => response.setHeader("content-type", "text/plain").end(body);
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ kind: "Status", apiVersion: "v1", message: `it says ${code}`, code }));
  };
}

export const reset: Answer = (response) => response.destroy();

/** An answer of which the connection does not live to see the end. */
export const breaksOff: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"kind":', () => response.destroy());
};

export const silence: Answer = () => {};
