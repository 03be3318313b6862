import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { V1CronJob, V1Deployment, V1Job, V1Pod, V1PodList } from "@kubernetes/client-node";
import { type Kubectl, kubectlIn } from "./kubectl.ts";
import { cronJob, deployment, imageId, job, pod } from "./objects.ts";

jest.setTimeout(90_000);

const namespace = `pods-${randomBytes(3).toString("hex")}`;
let kubectl: Kubectl;

beforeAll(async () => {
  kubectl = await kubectlIn(namespace);
  await kubectl("create", "namespace", namespace);
  await kubectl.apply(cronJob("tick", "* * * * *")); // first, for its minute
});

afterAll(() => kubectl("delete", "namespace", namespace, "--wait=false"));

const isReady = ({ status }: V1Pod) =>
  status?.conditions?.some((each) => each.type === "Ready" && each.status === "True");
const container = ({ status }: V1Pod) => status?.containerStatuses?.[0];

test("a deployment's pods get ready, each with its own address and the image's digest", async () => {
  await kubectl.apply(deployment("web", 4));

  await kubectl.until<V1Deployment>("deployment/web", ({ status }) => status?.readyReplicas === 4);

  const { items } = JSON.parse(await kubectl("get", "pods", "--selector=app=web", "--output=json")) as V1PodList;
  expect(new Set(items.map(({ status }) => status?.podIP)).size).toBe(4);
  expect(new Set(items.map((each) => container(each)?.imageID)).size).toBe(1);
  expect(container(items[0] as V1Pod)?.imageID).toMatch(imageId);
});

test("an image that is named by its digest keeps it", async () => {
  const digest = `sha256:${"ab".repeat(32)}`;
  await kubectl("run", "pinned", `--image=nginx:1.29@${digest}`);

  const pinned = await kubectl.until<V1Pod>("pod/pinned", isReady);

  expect(container(pinned)?.imageID).toBe(`nginx@${digest}`);
});

test("a pod that runs serves its log", async () => {
  await kubectl.apply(pod("runs"));
  await kubectl.until<V1Pod>("pod/runs", isReady);

  expect(await kubectl("logs", "runs")).toBe(
    "starting web (registry.test:5000/shop/web:1.4)\nlistening on port 8080\n",
  );
  expect(await kubectl("logs", "runs", "--tail=1")).toBe("listening on port 8080\n");
  await expect(kubectl("logs", "runs", "--previous")).rejects.toThrow(
    'previous terminated container "web" in pod "runs" not found',
  );
});

test("never-ready: the container runs, the pod does not get ready, and an event says why", async () => {
  await kubectl.apply(pod("unready", { behaviour: "never-ready" }));

  const found = await kubectl.until<V1Pod>("pod/unready", ({ status }) => status?.phase === "Running");

  expect(isReady(found)).toBe(false);
  expect(container(found)).toMatchObject({ ready: false, restartCount: 0, state: { running: {} } });
  await kubectl("wait", "event", "--field-selector=involvedObject.name=unready,reason=Unhealthy", "--for=create");
  expect(await kubectl("logs", "unready")).toContain("not ready");
});

test("crash-loop: restarts are counted up, and both logs tell the error", async () => {
  await kubectl.apply(pod("crashes", { behaviour: "crash-loop" }));

  const found = await kubectl.until<V1Pod>("pod/crashes", (each) => (container(each)?.restartCount ?? 0) >= 2);

  expect(container(found)).toMatchObject({
    ready: false,
    state: { waiting: { reason: "CrashLoopBackOff" } },
    lastState: { terminated: { exitCode: 1, reason: "Error" } },
  });
  expect(await kubectl("logs", "crashes")).toContain("panic: could not connect to database");
  expect(await kubectl("logs", "crashes", "--previous")).toContain("panic: could not connect to database");
});

test("image-not-found: the pod waits for its image and has no log", async () => {
  await kubectl.apply(pod("imageless", { behaviour: "image-not-found" }));

  const isWaiting = (each: V1Pod) => container(each)?.state?.waiting?.reason === "ImagePullBackOff";
  const found = await kubectl.until<V1Pod>("pod/imageless", isWaiting);

  expect(found.status?.phase).toBe("Pending");
  expect(container(found)).toMatchObject({ imageID: "", ready: false });
  expect(container(found)?.state?.waiting?.message).toContain("registry.test:5000/shop/web:1.4");
  await expect(kubectl("logs", "imageless")).rejects.toThrow("image can't be pulled");
});

test("slow: the pod gets ready after the seconds that it names", async () => {
  await kubectl.apply(pod("slow", { behaviour: "slow", after: 3 }));

  const found = await kubectl.until<V1Pod>("pod/slow", isReady);

  const scheduled = found.status?.conditions?.find(({ type }) => type === "PodScheduled")?.lastTransitionTime;
  const seconds = (Date.parse(String(found.status?.startTime)) - Date.parse(String(scheduled))) / 1000;
  expect(seconds).toBeGreaterThanOrEqual(2); // the API's times are in whole seconds
});

test("a job completes, and one that is to fail fails with a code and a log", async () => {
  await kubectl.apply(job("good"), job("bad", { behaviour: "job-fails", after: 2 }));

  await kubectl.until<V1Job>("job/good", ({ status }) => status?.succeeded === 1 && status.completionTime);
  await kubectl.until<V1Job>("job/bad", ({ status }) => status?.conditions?.some(({ type }) => type === "Failed"));

  const { items } = JSON.parse(await kubectl("get", "pods", "--selector=job-name=bad", "--output=json")) as V1PodList;
  expect(container(items[0] as V1Pod)).toMatchObject({ ready: false, state: { terminated: { exitCode: 1 } } });
  expect(await kubectl("logs", "job/bad")).toContain("error: ");
  expect(await kubectl("logs", "job/good", "--follow")).toContain("done");
});

test("a bare pod that is not to be restarted ends, as Helm's test pods do", async () => {
  await kubectl.apply(pod("probe", {}, "Never"));

  const found = await kubectl.until<V1Pod>("pod/probe", ({ status }) => status?.phase === "Succeeded");

  expect(container(found)).toMatchObject({ ready: false, state: { terminated: { exitCode: 0, reason: "Completed" } } });
});

test("a pod that is deleted terminates for a moment before it is gone", async () => {
  await kubectl.apply(pod("leaving"));
  await kubectl.until<V1Pod>("pod/leaving", isReady);

  await kubectl("delete", "pod", "leaving", "--wait=false");

  await kubectl.until<V1Pod>("pod/leaving", ({ metadata }) => metadata?.deletionTimestamp);
  await kubectl("wait", "pod/leaving", "--for=delete");
  await expect(kubectl("get", "pod/leaving")).rejects.toThrow("not found");
});

test("a cron job starts a job at the minute", async () => {
  const found = await kubectl.until<V1CronJob>("cronjob/tick", ({ status }) => status?.lastSuccessfulTime);

  expect(new Date(String(found.status?.lastScheduleTime)).getUTCSeconds()).toBe(0);
});
