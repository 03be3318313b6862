import { workspace } from "./deploy.ts";
import type { Scene } from "./release-states/states.ts";
import { type ActionOptions, type ActionRun, runAction } from "./run-action.ts";

/** Runs `rollback-release` for the scene's release "orders", as the administrator of "shop". It is killed after two minutes. */
export async function rollBack(
  { helmPath, namespace, cluster: { kubeconfig } }: Scene,
  inputs: Record<string, string> = {},
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<ActionRun> {
  return runAction("actions/rollback-release", {
    workspace,
    ...options,
    inputs: { kubeconfig, "helm-version": helmPath, release: "orders", namespace, ...inputs },
  });
}

/** The image that the Deployment "orders" is to run, by its last part, and how many of its pods are ready and of that form. */
export async function serving({ cluster, namespace }: Scene): Promise<string> {
  type Deployment = {
    spec: { template: { spec: { containers: { image: string }[] } } };
    status: { readyReplicas?: number; updatedReplicas?: number };
  };
  const found = await cluster.get<Deployment>("deployment/orders", "-n", namespace);
  const image = found?.spec.template.spec.containers[0]?.image ?? "";
  return `${image.replace(/.*:/, "")}, ${found?.status.readyReplicas ?? 0}/${found?.status.updatedReplicas ?? 0} ready`;
}

/** Values for that version of the image. */
export function version(tag: string): string {
  return `image: registry.test/shop/web:${tag}`;
}
