import type { KubernetesObject, V1PodSpec, V1PodTemplateSpec } from "@kubernetes/client-node";

const image = "registry.test:5000/shop/web:1.4";

/** The digest that the sandbox derives from an image that names none. */
export const imageId = /^registry\.test:5000\/shop\/web@sha256:[0-9a-f]{64}$/;

type Behaviour = { behaviour?: string; after?: number };

function annotationsOf({ behaviour, after }: Behaviour): Record<string, string> {
  return {
    ...(behaviour ? { "k8s-migrate.dev/behaviour": behaviour } : {}),
    ...(after ? { "k8s-migrate.dev/after": String(after) } : {}),
  };
}

function specOf(restartPolicy: string): V1PodSpec {
  return { restartPolicy, containers: [{ name: "web", image }] };
}

function template(behaviour: Behaviour, restartPolicy: string): V1PodTemplateSpec {
  return { metadata: { annotations: annotationsOf(behaviour) }, spec: specOf(restartPolicy) };
}

/** A pod that is to run for ever, unless the restart policy says otherwise. */
export function pod(name: string, behaviour: Behaviour = {}, restartPolicy = "Always"): KubernetesObject {
  const metadata = { name, annotations: annotationsOf(behaviour) };
  return { apiVersion: "v1", kind: "Pod", metadata, spec: specOf(restartPolicy) } as KubernetesObject;
}

export function deployment(name: string, replicas: number): KubernetesObject {
  const labels = { app: name };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: specOf("Always") } },
  } as KubernetesObject;
}

export function job(name: string, behaviour: Behaviour = {}): KubernetesObject {
  const spec = { backoffLimit: 0, template: template(behaviour, "Never") };
  return { apiVersion: "batch/v1", kind: "Job", metadata: { name }, spec } as KubernetesObject;
}

export function cronJob(name: string, schedule: string): KubernetesObject {
  const spec = { schedule, jobTemplate: { spec: { template: template({}, "Never") } } };
  return { apiVersion: "batch/v1", kind: "CronJob", metadata: { name }, spec } as KubernetesObject;
}
