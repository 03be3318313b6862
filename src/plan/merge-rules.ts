import { groupOf, type KubeObject } from "./kube-object.ts";

/**
 * How a strategic merge patch treats a field, where it is not the usual way: maps merge, lists are replaced.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 */
export type MergeRule = {
  /** Of a list that merges: the field by which items are the same; empty where items are plain values. */
  key?: string;
  /** Fields that the new value lacks go. */
  retainKeys?: true;
  /** Replaced as a whole, though it is a map. */
  replace?: true;
  /** Of a map, or of each item of a list. */
  fields?: Readonly<Record<string, MergeRule>>;
};

/** Groups whose kinds Helm knows, and patches strategically; all others it takes for custom resources. */
const HELM_KNOWS: ReadonlySet<string> = new Set([
  "",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apps",
  "authentication.k8s.io",
  "authorization.k8s.io",
  "autoscaling",
  "batch",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
  "extensions",
  "flowcontrol.apiserver.k8s.io",
  "internal.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
  "resource.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
  "storagemigration.k8s.io",
]);

const metadata: MergeRule = { fields: { finalizers: { key: "" }, ownerReferences: { key: "uid" } } };

const container: MergeRule = {
  key: "name",
  fields: {
    env: { key: "name" },
    ports: { key: "containerPort" },
    volumeMounts: { key: "mountPath" },
    volumeDevices: { key: "devicePath" },
  },
};

/** A volume may have a claim's template in it. */
const volumes: MergeRule = {
  key: "name",
  retainKeys: true,
  fields: { ephemeral: { fields: { volumeClaimTemplate: { fields: { metadata } } } } },
};

const podSpec: MergeRule = {
  fields: {
    containers: container,
    initContainers: container,
    ephemeralContainers: container,
    volumes,
    imagePullSecrets: { key: "name" },
    hostAliases: { key: "ip" },
    topologySpreadConstraints: { key: "topologyKey" },
    schedulingGates: { key: "name" },
    resourceClaims: { key: "name", retainKeys: true },
  },
};

const podTemplate: MergeRule = { fields: { metadata, spec: podSpec } };
const templated: MergeRule = { fields: { template: podTemplate } };
const matchConditions: MergeRule = { key: "name" };
const webhooks: MergeRule = { key: "name", fields: { matchConditions } };

/** By `group/kind`. */
const KINDS: Readonly<Record<string, MergeRule["fields"]>> = {
  "/Pod": { spec: podSpec },
  "/PodTemplate": { template: podTemplate },
  "/ReplicationController": { spec: templated },
  "/Service": { spec: { fields: { ports: { key: "port" } } } },
  "/ServiceAccount": { secrets: { key: "name" } },
  "/Node": { spec: { fields: { podCIDRs: { key: "" } } } },
  "apps/Deployment": { spec: { fields: { strategy: { retainKeys: true }, template: podTemplate } } },
  "apps/StatefulSet": { spec: templated },
  "apps/DaemonSet": { spec: templated },
  "apps/ReplicaSet": { spec: templated },
  "batch/Job": { spec: templated },
  "batch/CronJob": { spec: { fields: { jobTemplate: { fields: { metadata, spec: templated } } } } },
  "policy/PodDisruptionBudget": { spec: { fields: { selector: { replace: true } } } },
  "resource.k8s.io/ResourceClaimTemplate": { spec: { fields: { metadata } } },
  "storage.k8s.io/CSINode": { spec: { fields: { drivers: { key: "name" } } } },
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": { webhooks },
  "admissionregistration.k8s.io/MutatingWebhookConfiguration": { webhooks },
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy": {
    spec: { fields: { matchConditions, variables: { key: "name" } } },
  },
  "admissionregistration.k8s.io/MutatingAdmissionPolicy": { spec: { fields: { matchConditions } } },
};

/** @returns undefined for a kind that takes no strategic merge patch: a custom resource */
export function mergeRuleOf(object: Pick<KubeObject, "apiVersion" | "kind">): MergeRule | undefined {
  const group = groupOf(object);
  if (!HELM_KNOWS.has(group)) return undefined;
  return { fields: { metadata, ...KINDS[`${group}/${object.kind}`] } };
}
