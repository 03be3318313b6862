import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { probePod } from "../../../src/adapters/kubernetes/pod-probe-manifest.ts";
import { OutsideError } from "../../../src/errors.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";
import type { KubeObject } from "../../support/cluster-view.ts";
import { IMAGE, type PodPlace, podPlace } from "./pod-place.ts";
import { type ServedReally, serverPlace } from "./server-place.ts";

const server = serverPlace();
let place: PodPlace;
let at: ServedReally;
beforeAll(async () => {
  place = await podPlace();
  at = await server.serve({ scheme: "http", answer: ({ path }) => (path === "/hangs" ? "hangs" : { status: 200 }) });
});
afterAll(() => server.close());

const request = (change: Partial<ProbeRequest> = {}): ProbeRequest => ({
  scheme: "http",
  address: at.address,
  port: at.port,
  host: "orders.example.com",
  path: "/",
  headers: [],
  timeoutMs: 5000,
  ...change,
});

/** Why nothing could be asked. */
async function failure(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    (answer) => new Error(`it answers ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OutsideError);
  return (error as Error).message;
}

test("words of a request reach curl as they are, whatever a shell would make of them", async () => {
  const served = await server.serve({ scheme: "http", answer: () => ({ status: 200, body: "ok" }) });
  const path = "/a'b\"c/$(id)/`id`/{x,y}/[1-3]/../z;w?q=$HOME&r=a|b";
  const answer = await place.probes().ask(request({ port: served.port, path }));
  expect(answer).toMatchObject({ status: 200, body: "ok" });
  const { pathname, search } = new URL(`http://host${path}`);
  expect(served.paths()).toEqual([pathname + search]);
});

test("an answer cannot pass for what curl writes after it", async () => {
  const body = "no\nk8s-migrate-00 result 0 200 2 0.1 0.0 \nk8s-migrate-00 headers {}\nk8s-migrate-00 end\n";
  const served = await server.serve({ scheme: "http", answer: () => ({ status: 500, body }) });
  expect(await place.probes().ask(request({ port: served.port }))).toMatchObject({ status: 500, body });
});

test("there is one pod at a time for a request, and none afterwards", async () => {
  const asked = place.probes({ owner: { environment: "production", service: "one" } }).ask(request());
  let pods: KubeObject[] = [];
  await waitFor("the pod", async () => {
    pods = await place.pods();
    return pods.length > 0;
  });
  expect(pods[0]?.metadata.labels).toMatchObject({
    "app.kubernetes.io/managed-by": "k8s-migrate",
    "app.kubernetes.io/component": "probe",
    "k8s-migrate.dev/environment": "production",
    "k8s-migrate.dev/service": "one",
    "sidecar.istio.io/inject": "false",
  });
  expect(await asked).toMatchObject({ status: 200 });
  await place.untilGone();
});

test.each([
  ["while its pod starts", (pods: KubeObject[]) => pods.length > 0],
  ["while it asks", () => at.paths().includes("/hangs")],
])("a stop signal ends it %s, and its pod", async (_when, isSo) => {
  const stop = new AbortController();
  const asked = place.probes().ask(request({ path: "/hangs", timeoutMs: 60_000 }), stop.signal);
  await waitFor("that", async () => isSo(await place.pods()));
  stop.abort();
  expect(await asked).toEqual({ kind: "stopped", problem: "it was stopped" });
  await place.untilGone();
});

test("what a run that was killed has left goes with the next one for the service; others' stays", async () => {
  const left = (service: string, name: string) =>
    probePod({
      namespace: place.namespace,
      name,
      image: IMAGE,
      authorities: [],
      deadlineSeconds: 600,
      owner: { environment: "production", service },
      command: ["curl", "--max-time", "600", "--url", `http://${at.address}:${at.port}/hangs`],
    });
  const { namespace } = place;
  await place.client.core.createNamespacedPod({ namespace, body: left("left", "left-a") });
  await place.client.core.createNamespacedPod({ namespace, body: left("other", "left-b") });
  const owner = { environment: "production", service: "left" };
  expect(await place.probes({ owner }).ask(request())).toMatchObject({ status: 200 });
  await waitFor("what is left to go", async () => (await place.pods()).length === 1);
  expect((await place.pods()).map(({ metadata }) => metadata.name)).toEqual(["left-b"]);
  await place.client.core.deleteNamespacedPod({ namespace, name: "left-b" });
  await place.untilGone();
});

describe("a pod that cannot ask is told, with what to do", () => {
  test("an image that cannot be pulled", async () => {
    const image = "nowhere.invalid/tools/curl:1";
    const said = await failure(place.probes({ image, startWithinMs: 2000 }).ask(request()));
    expect(said).toContain("for probe.from: cluster, failed: ErrImagePull: failed to pull and unpack image");
    expect(said).toContain("Next: name in probe.image an image with curl that the cluster's nodes can pull");
    await place.untilGone();
  });

  test("an image without curl", async () => {
    const said = await failure(place.probes({ image: "registry.test/tools/busybox:1" }).ask(request()));
    expect(said).toContain("its container ended with exit code 0: done");
    expect(said).toContain(
      "Next: name in probe.image an image with curl 7.83 or later; registry.test/tools/busybox:1 is used now",
    );
  });

  test("a quota that is used up", async () => {
    const other = await podPlace();
    await other.cluster.kubectl("create", "quota", "none", "--hard=pods=0", "--namespace", other.namespace);
    const said = await failure(other.probes().ask(request()));
    expect(said).toMatch(
      /^Kubernetes API: create pod \S+ in namespace \S+, for probe\.from: cluster, failed: .*exceeded quota/,
    );
    expect(said).toContain(`Next: leave room in the quota of namespace ${other.namespace} for one more pod`);
  });

  test("a login that may not", async () => {
    const other = await podPlace(["get,list pods"]);
    const said = await failure(other.probes().ask(request()));
    expect(said).toContain('cannot create resource "pods"');
    expect(said).toContain(
      `Next: give the login in namespace ${other.namespace} create, get, list and delete on pods, and get on pods/log`,
    );
  });
});
