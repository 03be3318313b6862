import { resolve } from "node:path";
import type { HelmMajor } from "./cluster-view.ts";
import { clusterView } from "./cluster-view.ts";
import { type ActionOptions, type ActionRun, runAction } from "./run-action.ts";
import { sandbox } from "./sandbox.ts";

/** The folder that `deploy` starts in, as a job's checkout: it holds `charts/`. */
export const workspace = resolve("test", "fixtures");

/**
 * Runs `deploy` with that Helm as the administrator of "shop", in the workspace of the fixtures: release "orders",
 * chart "charts/settings", unless `inputs` say otherwise. An input that is "" is left out. It is killed after 90 s.
 */
export async function deploy(
  helm: HelmMajor,
  inputs: { namespace: string } & Record<string, string>,
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<ActionRun> {
  const { tools } = await sandbox();
  const { kubeconfig } = await clusterView();
  return runAction("deploy", {
    workspace,
    timeoutMs: 90_000,
    ...options,
    inputs: {
      ...(inputs.cluster === undefined ? { kubeconfig } : {}),
      "helm-version": helm === "3" ? tools.helm3 : tools.helm4,
      release: "orders",
      chart: "charts/settings",
      ...inputs,
    },
  });
}

/** Inputs that log in to the cluster "shop" by that role. */
export function byRole(role: { arn: string }): Record<string, string> {
  return { cluster: "shop", "aws-region": "us-west-2", "role-to-assume": role.arn };
}
