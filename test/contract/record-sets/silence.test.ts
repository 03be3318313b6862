import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { callFailure } from "../../../src/adapters/aws/call-failures.ts";
import { proxyAwareHandler } from "../../../src/adapters/aws/http.ts";

test("a request without an answer ends, and nobody knows whether it was done", async () => {
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(server, "listening");
  const handler = proxyAwareHandler();
  handler.updateHttpClientConfig("requestTimeout", 200);
  const { port } = server.address() as AddressInfo;
  const request = { protocol: "http:", hostname: "127.0.0.1", port, method: "POST", path: "/", headers: {}, query: {} };
  const error: unknown = await handler
    .handle(request as unknown as Parameters<typeof handler.handle>[0])
    .catch((failure: unknown) => failure);
  expect(error).toMatchObject({ name: "TimeoutError", code: "ETIMEDOUT" });
  expect(callFailure(error)).toBe("lost");
  handler.destroy();
  server.closeAllConnections();
  server.close();
});
