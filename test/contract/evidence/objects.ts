import type { KubernetesObject, V1PodSpec, V1PodTemplateSpec } from "@kubernetes/client-node";
import type { ManifestObject } from "../../../src/workloads/objects.ts";

type Wish = {
  behaviour?: string;
  strategy?: "OnDelete";
  after?: number;
  image?: string;
  replicas?: number;
  spec?: Partial<V1PodSpec>;
};

const API: Record<string, string> = { Job: "batch/v1", Pod: "v1" };

/** What a deploy asks about, for an object that a test has made. */
export function named(kind: string, name: string, namespace: string): ManifestObject {
  return { apiVersion: API[kind] ?? "apps/v1", kind, namespace, name };
}

export function deployment(name: string, wish: Wish = {}): KubernetesObject {
  const { replicas = 1 } = wish;
  return object("Deployment", name, { replicas, selector: selector(name), template: template(name, wish) });
}

export function daemonSet(name: string, wish: Wish = {}): KubernetesObject {
  return object("DaemonSet", name, { ...updates(wish), selector: selector(name), template: template(name, wish) });
}

export function statefulSet(name: string, wish: Wish & { storageClass?: string } = {}): KubernetesObject {
  const { replicas = 1, storageClass } = wish;
  const claim = {
    metadata: { name: "data" },
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: storageClass,
      resources: { requests: { storage: "1Gi" } },
    },
  };
  return object("StatefulSet", name, {
    replicas,
    ...updates(wish),
    serviceName: name,
    podManagementPolicy: "Parallel",
    selector: selector(name),
    template: template(name, wish),
    ...(storageClass ? { volumeClaimTemplates: [claim] } : {}),
  });
}

export function job(name: string, wish: Wish = {}): KubernetesObject {
  const spec = { ...wish.spec, restartPolicy: "Never" };
  return object("Job", name, { backoffLimit: 0, template: template(name, { ...wish, spec }) });
}

export function pod(name: string, wish: Wish = {}): KubernetesObject {
  const { metadata, spec } = template(name, { ...wish, spec: { restartPolicy: "Never", ...wish.spec } });
  return { apiVersion: "v1", kind: "Pod", metadata: Object.assign(metadata ?? {}, { name }), spec } as KubernetesObject;
}

function object(kind: string, name: string, spec: object): KubernetesObject {
  return { apiVersion: API[kind] ?? "apps/v1", kind, metadata: { name }, spec } as KubernetesObject;
}

function updates({ strategy }: Wish) {
  return strategy ? { updateStrategy: { type: strategy } } : {};
}

function selector(name: string) {
  return { matchLabels: { app: name } };
}

function template(
  name: string,
  { behaviour, after, image = "registry.test/shop/web:1", spec }: Wish,
): V1PodTemplateSpec {
  const annotations = {
    ...(behaviour ? { "k8s-migrate.dev/behaviour": behaviour } : {}),
    ...(after ? { "k8s-migrate.dev/after": String(after) } : {}),
  };
  return {
    metadata: { labels: { app: name }, annotations },
    spec: { terminationGracePeriodSeconds: 1, containers: [{ name: "web", image }], ...spec },
  };
}
