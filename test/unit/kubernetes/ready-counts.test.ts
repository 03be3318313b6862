import { expect, test } from "@jest/globals";
import type { V1StatefulSet, V1StatefulSetUpdateStrategy } from "@kubernetes/client-node";
import {
  daemonSetCount,
  deploymentCount,
  jobCount,
  statefulSetCount,
} from "../../../src/adapters/kubernetes/ready-counts.ts";

const template = { metadata: {}, spec: { containers: [] } };
const selector = {};

function statefulSet(updateStrategy: V1StatefulSetUpdateStrategy, updatedReplicas: number): V1StatefulSet {
  const status = { observedGeneration: 1, replicas: 3, updatedReplicas, readyReplicas: 3 };
  const spec = { replicas: 3, selector, template, serviceName: "db", updateStrategy };
  return { metadata: { generation: 1 }, spec, status };
}

test("old pods of a Deployment do not count, and nothing does before the controller has seen it", () => {
  const spec = { replicas: 2, selector, template };
  const status = { observedGeneration: 2, replicas: 3, updatedReplicas: 1, readyReplicas: 2 };
  expect(deploymentCount({ metadata: { generation: 2 }, spec, status })).toEqual({ ready: 0, wanted: 2 });
  const before = { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: 2 };
  expect(deploymentCount({ metadata: { generation: 1 }, spec, status: before })).toEqual({ ready: 2, wanted: 2 });
  expect(deploymentCount({ metadata: { generation: 2 }, spec, status: before })).toEqual({ ready: 0, wanted: 2 });
});

test.each([
  ["none is new", { partition: 2 }, 0, { ready: 0, wanted: 1 }],
  ["those beyond the partition are new", { partition: 2 }, 1, { ready: 1, wanted: 1 }],
  ["all are of one form", { partition: 2 }, 3, { ready: 3, wanted: 3 }],
  ["there is no partition", {}, 1, { ready: 1, wanted: 3 }],
])("pods of a StatefulSet that are to stay are not waited for: %s", (_, rollingUpdate, updated, expected) => {
  expect(statefulSetCount(statefulSet({ type: "RollingUpdate", rollingUpdate }, updated))).toEqual(expected);
});

test("pods that somebody has to delete are not waited for", () => {
  expect(statefulSetCount(statefulSet({ type: "OnDelete" }, 1))).toEqual({ ready: 1, wanted: 1 });
  const status = {
    observedGeneration: 1,
    currentNumberScheduled: 3,
    desiredNumberScheduled: 3,
    numberMisscheduled: 0,
    updatedNumberScheduled: 1,
    numberReady: 2,
  };
  const set = { metadata: { generation: 1 }, spec: { selector, template }, status };
  expect(daemonSetCount(set)).toEqual({ ready: 0, wanted: 3 });
  const onDelete = { ...set.spec, updateStrategy: { type: "OnDelete" } };
  expect(daemonSetCount({ ...set, spec: onDelete })).toEqual({ ready: 0, wanted: 1 });
});

test("a Job has succeeded no more often than it is to", () => {
  expect(jobCount({ spec: { template }, status: { succeeded: 2 } })).toEqual({ ready: 1, wanted: 1 });
  expect(jobCount({ spec: { template, completions: 3 } })).toEqual({ ready: 0, wanted: 3 });
});
