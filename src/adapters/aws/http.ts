import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/** The AWS SDK does not read HTTPS_PROXY and NO_PROXY by itself; Node's own agents do. */
export function proxyAwareHandler(): NodeHttpHandler {
  const options = { keepAlive: true, proxyEnv: process.env };
  return new NodeHttpHandler({
    httpAgent: new HttpAgent(options),
    httpsAgent: new HttpsAgent(options),
    connectionTimeout: 10_000,
    requestTimeout: 30_000,
    // Else the handler only warns, and waits on.
    throwOnRequestTimeout: true,
  });
}
