import { join } from "node:path";
import { awsEks } from "../adapters/aws/eks.ts";
import { awsSession } from "../adapters/aws/session.ts";
import type { ActionsIo } from "../adapters/github/actions-io.ts";
import { awsIdToken } from "../adapters/github/id-token.ts";
import type { ClusterLogin } from "../adapters/kubernetes/client.ts";
import { kubeconfigFolder, SESSION_FILE } from "../adapters/kubernetes/kubeconfig.ts";
import { type Connection, connectCluster } from "../playbook/connect-cluster.ts";
import type { EksTarget, KubeconfigTarget } from "./cluster-inputs.ts";
import { siblingEntry } from "./sibling-entry.ts";

/** Logs in to EKS and writes a kubeconfig into `folder`. */
export async function logInToEks(target: EksTarget, folder: string, io: ActionsIo): Promise<Connection & ClusterLogin> {
  const { cluster, region, roleToAssume, kubeContext } = target;
  const idToken = awsIdToken(process.env);
  const credentials = awsSession({
    region,
    roleToAssume,
    ...(idToken ? { idToken } : {}),
    cacheFile: join(folder, SESSION_FILE),
    onSecrets: io.hide,
  });
  const eks = awsEks({ region, credentials, renewsByOidc: roleToAssume !== "" && idToken !== undefined });
  const kubeconfigs = kubeconfigFolder(folder, { node: process.execPath, entry: siblingEntry("eks-credential") });
  const connection = await connectCluster({ cluster, roleToAssume, kubeContext }, { eks, kubeconfigs, log: io.log });
  return { ...connection, token: () => eks.token(cluster) };
}

/** The login for a deploy: by EKS where `cluster` is given, else the user's kubeconfig as it is. */
export async function logIn(
  target: EksTarget | KubeconfigTarget,
  folder: string,
  io: ActionsIo,
): Promise<ClusterLogin> {
  if (target.kind === "eks") return logInToEks(target, folder, io);
  return { kubeconfig: target.kubeconfig, context: target.kubeContext };
}
