import { expect, test } from "@jest/globals";
import { objectsOf } from "../../../src/workloads/objects.ts";
import { digestOf, progressLines, type Workload } from "../../../src/workloads/workload.ts";

test("objects of a manifest: those that are watched, in their own namespace or the release's", () => {
  const manifest = `---
# Source: service/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: orders
---
# Source: service/templates/deployment.yaml
kind: "Deployment"
apiVersion: apps/v1
metadata:
  name: orders
spec:
  template:
    spec:
      containers: [{name: web, args: ["--- not a separator"]}]
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly
  namespace: jobs
---
`;
  expect(objectsOf(manifest, "commerce")).toEqual([
    { apiVersion: "apps/v1", kind: "Deployment", namespace: "commerce", name: "orders" },
    { apiVersion: "batch/v1", kind: "CronJob", namespace: "jobs", name: "nightly" },
  ]);
  expect(objectsOf("", "commerce")).toEqual([]);
});

test("progress is said once for each change", () => {
  const seen = new Map<string, string>();
  const workload: Workload = { kind: "Deployment", namespace: "n", name: "web", ready: 0, wanted: 2, images: [] };
  const job: Workload = { ...workload, kind: "Job", name: "migrate", wanted: 1 };
  expect(progressLines([workload, job], seen)).toEqual(["Deployment web: 0/2 ready", "Job migrate: 0/1 succeeded"]);
  expect(progressLines([workload, job], seen)).toEqual([]);
  expect(progressLines([{ ...workload, ready: 1 }, job], seen)).toEqual(["Deployment web: 1/2 ready"]);
});

test("digests end an image id", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  expect(digestOf(`docker.io/library/nginx@${digest}`)).toBe(digest);
  expect(digestOf(digest)).toBe(digest);
  expect(digestOf("docker.io/library/nginx:1")).toBe("");
});
