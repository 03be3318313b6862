import { expect, test } from "@jest/globals";
import { clusterDryRun } from "../../../src/adapters/kubernetes/server-dry-run.ts";
import type { Pair } from "../../../src/plan/compared.ts";
import { type Answer, clientOf, json, status } from "./small-api.ts";

// What an API server may say that a real one does not say at will.

const kinds = json({ resources: [{ name: "deployments", kind: "Deployment", namespaced: true }] });
const live = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "shop" } };
const newer = { ...live, spec: { fieldOfTomorrow: "2099-01-01T00:00:00Z", replicas: "3" } };

async function compared(pair: Pair, ...answers: Answer[]) {
  const dryRun = clusterDryRun(await clientOf(kinds, ...answers));
  const [found] = await dryRun.compare([pair], { namespace: "shop", serverSide: true });
  return found;
}

/** An answer that also says what it was asked, as a problem. */
function refusal(code: number, message: string): Answer {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json" });
    response.end(JSON.stringify({ kind: "Status", apiVersion: "v1", message, code }));
  };
}

test("fields that this client does not know are read and kept as they are", async () => {
  expect(await compared({ rendered: live }, json(live), json(newer))).toEqual({ before: live, after: newer });
});

test("what is asked is a dry run by Helm's own name, with the object as it is", async () => {
  const asked: string[] = [];
  const echo: Answer = (response, request) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString();
    });
    request.on("end", () => {
      asked.push(`${request.method} ${request.url} ${request.headers["content-type"]}`);
      response.setHeader("content-type", "application/json").end(body);
    });
  };
  expect((await compared({ rendered: newer }, json(live), echo))?.after).toEqual(newer);
  expect(asked).toEqual([
    "PATCH /apis/apps/v1/namespaces/shop/deployments/web?dryRun=All&fieldManager=helm&force=false application/apply-patch+yaml",
  ]);
});

test.each([
  ["a webhook that takes no dry run", 400, 'admission webhook "a.example.com" does not support dry run'],
  ["a server that is busy", 503, "the server is currently unable to handle the request"],
  ["a kind that takes no patch", 405, "the server does not allow this method on the requested resource"],
])("%s leaves the object uncompared", async (_, code, message) => {
  expect(await compared({ rendered: live }, json(live), refusal(code, message))).toEqual({
    before: live,
    uncompared: message,
  });
});

test.each([
  ["a webhook that denies it", 403, 'admission webhook "a.example.com" denied the request: no'],
  ["a quota", 403, 'pods "a" is forbidden: exceeded quota: q'],
  ["a webhook that does not answer", 500, "Internal error occurred: failed calling webhook"],
])("%s is a problem", async (_, code, message) => {
  expect(await compared({ rendered: live }, json(live), refusal(code, message))).toEqual({
    before: live,
    problem: message,
  });
});

test.each([
  ["no JSON", "<html>Conflict</html>"],
  ["JSON without a status", "null"],
])("a conflict of which a proxy tells with %s is a problem", async (_, body) => {
  const conflict: Answer = (response) => response.writeHead(409, { "content-type": "text/html" }).end(body);
  expect(await compared({ rendered: live }, json(live), conflict)).toEqual({ before: live, problem: "HTTP 409" });
});

test("an object that is deleted in the meantime is new", async () => {
  expect(await compared({ rendered: live }, json(live), status(404))).toEqual({ after: live });
});

test("an object that a controller writes between reading and asking is read again", async () => {
  const of = (resourceVersion: string, by: string) => ({
    ...live,
    metadata: { ...live.metadata, resourceVersion, by },
  });
  const written = of("2", "controller");
  const answers = [json(of("1", "helm")), json(written), json(written), json(written)];
  expect(await compared({ rendered: live }, ...answers)).toEqual({ before: written, after: written });
});

test("one that is written all the time is compared as it was last", async () => {
  let version = 0;
  const busy: Answer = (response, request) =>
    json({ ...live, metadata: { ...live.metadata, resourceVersion: `${version++}` } })(response, request);
  const { before, after } = (await compared({ rendered: live }, busy)) ?? {};
  expect([before?.metadata.resourceVersion, after?.metadata.resourceVersion]).toEqual(["4", "5"]);
});

test("a login that the server does not know is no matter of the object", async () => {
  await expect(compared({ rendered: live }, json(live), status(401))).rejects.toThrow("does not know this login");
});
