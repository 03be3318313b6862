import type { V1Pod } from "@kubernetes/client-node";

export const PROBE_CONTAINER = "curl";
const AUTHORITIES = "k8s-migrate.dev/authorities";
const FOLDER = "/etc/k8s-migrate";
/** Where the pod has the authorities, in PEM. */
export const AUTHORITIES_FILE = `${FOLDER}/authorities.pem`;

/** Whose pods they are: one run at a time works for a service of an environment. */
export type PodOwner = { environment: string; service: string };

export type ProbePod = {
  namespace: string;
  name: string;
  owner: PodOwner;
  image: string;
  command: string[];
  /** In PEM. */
  authorities: string[];
  /** From when its node takes it until it has to be over. */
  deadlineSeconds: number;
};

/** What finds an owner's pods. */
export function probePodLabels({ environment, service }: PodOwner): Record<string, string> {
  return {
    "app.kubernetes.io/managed-by": "k8s-migrate",
    "app.kubernetes.io/component": "probe",
    "k8s-migrate.dev/environment": labelValue(environment),
    "k8s-migrate.dev/service": labelValue(service),
  };
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
function labelValue(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9._-]/g, "-")
    .slice(0, 63)
    .replaceAll(/^[._-]+|[._-]+$/g, "");
}

/**
 * A pod that runs one command and ends. It keeps to the strictest of the profiles that a namespace may hold its pods to:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function probePod({ namespace, name, owner, image, command, authorities, deadlineSeconds }: ProbePod): V1Pod {
  const volume = { name: "authorities", readOnly: true, mountPath: FOLDER };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      namespace,
      name,
      labels: {
        ...probePodLabels(owner),
        // A proxy beside it would ask in its place, and never end: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
        "sidecar.istio.io/inject": "false",
      },
      annotations: {
        // https://linkerd.io/2/features/proxy-injection/
        "linkerd.io/inject": "disabled",
        ...(authorities.length > 0 ? { [AUTHORITIES]: authorities.join("\n") } : {}),
      },
    },
    spec: {
      restartPolicy: "Never",
      activeDeadlineSeconds: deadlineSeconds,
      terminationGracePeriodSeconds: 1,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      // An image may name its user, which a kubelet does not take for "not root": it wants the number.
      securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
      containers: [
        {
          name: PROBE_CONTAINER,
          image,
          command,
          resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { cpu: "100m", memory: "64Mi" } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
          },
          ...(authorities.length > 0 ? { volumeMounts: [volume] } : {}),
        },
      ],
      ...(authorities.length > 0 ? { volumes: [authoritiesVolume()] } : {}),
    },
  };
}

/** Certificates are no secrets, and an annotation goes with its pod: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
function authoritiesVolume() {
  const fieldRef = { fieldPath: `metadata.annotations['${AUTHORITIES}']` };
  return { name: "authorities", downwardAPI: { items: [{ path: "authorities.pem", fieldRef }] } };
}
