// Serves containers' logs to the API server, as a kubelet does: GET /containerLogs/<namespace>/<pod>/<container>. And runs the few
// pods whose containers really run here.
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiException, CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { type LogOptions, NoLog, readLog } from "./container-log.ts";
import { runCurlPods } from "./curl-pods.ts";

const { PORT, CERT_FILE = "", KEY_FILE = "" } = process.env;
const config = new KubeConfig();
config.loadFromDefault();
const core = config.makeApiClient(CoreV1Api);
const curlPods = await runCurlPods(config);

const server = createServer({ cert: readFileSync(CERT_FILE), key: readFileSync(KEY_FILE) }, (request, response) => {
  serveLog(new URL(request.url ?? "/", "https://127.0.0.1"), response).catch((error: unknown) => {
    const status = error instanceof NoLog ? 400 : error instanceof ApiException ? error.code : 500;
    if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain" });
    response.end(error instanceof Error ? error.message : String(error));
  });
});
server.listen(Number(PORT), "127.0.0.1");

async function serveLog(url: URL, response: ServerResponse): Promise<void> {
  const [, kind, namespace = "", name = "", container = ""] = url.pathname.split("/");
  if (kind !== "containerLogs") {
    response.writeHead(404).end(`The sandbox's kubelet serves containers' logs only, not ${url.pathname}`);
    return;
  }
  const options = logOptions(url.searchParams);
  const written = curlPods.logOf(await core.readNamespacedPod({ namespace, name }));
  if (written !== undefined) {
    response.writeHead(200, { "content-type": "text/plain" }).end(written);
    return;
  }
  const read = async () => readLog(await core.readNamespacedPod({ namespace, name }), container, options);
  let { text, running } = await read();
  response.writeHead(200, { "content-type": "text/plain" });
  response.write(text);
  while (url.searchParams.get("follow") === "true" && running && !response.destroyed) {
    await sleep(500);
    const next = await read();
    // A log only grows, unless the container was restarted: its next one starts from nothing.
    response.write(next.text.startsWith(text) ? next.text.slice(text.length) : next.text);
    ({ text, running } = next);
  }
  response.end();
}

function logOptions(query: URLSearchParams): LogOptions {
  const tailLines = query.get("tailLines");
  return {
    previous: query.get("previous") === "true",
    timestamps: query.get("timestamps") === "true",
    tailLines: tailLines === null ? undefined : Number(tailLines),
  };
}
