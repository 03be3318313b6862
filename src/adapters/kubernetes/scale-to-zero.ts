import { apiError, isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

/** Scales Deployments to zero, by their scale: no other field is written. */
export async function scaleToZero(
  { apps }: KubernetesClient,
  deployments: readonly { namespace: string; name: string }[],
): Promise<void> {
  const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
  for (const { namespace, name } of deployments) {
    try {
      await apps.patchNamespacedDeploymentScale(
        { namespace, name, body: { spec: { replicas: 0 } }, fieldManager: "k8s-migrate" },
        setHeaderOptions("Content-Type", PatchStrategy.MergePatch),
      );
    } catch (error) {
      if (!isGone(error)) throw apiError(`scale Deployment ${name} in namespace ${namespace} to zero`, error);
    }
  }
}
