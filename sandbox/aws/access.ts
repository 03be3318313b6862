import {
  CreateAccessEntryCommand,
  DeleteAccessEntryCommand,
  ResourceInUseException,
  UpdateAccessEntryCommand,
} from "@aws-sdk/client-eks";
import type { Cluster } from "../sandbox.ts";
import { type Aws, eksClient } from "./clients.ts";

/**
 * Gives a role access to the cluster, by an EKS access entry: its sessions then belong to these Kubernetes groups.
 * What the groups may do is for RBAC to say. The API server remembers an older answer for up to 10 s.
 */
export async function grantAccess(
  aws: Aws,
  cluster: Pick<Cluster, "name" | "region">,
  grant: { roleArn: string; groups: string[] },
): Promise<void> {
  const client = eksClient(aws, cluster.region);
  const entry = { clusterName: cluster.name, principalArn: grant.roleArn, kubernetesGroups: grant.groups };
  try {
    await client.send(new CreateAccessEntryCommand(entry));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    await client.send(new UpdateAccessEntryCommand(entry));
  }
}

/** Takes a role's access to the cluster away. */
export async function revokeAccess(
  aws: Aws,
  cluster: Pick<Cluster, "name" | "region">,
  roleArn: string,
): Promise<void> {
  const entry = { clusterName: cluster.name, principalArn: roleArn };
  await eksClient(aws, cluster.region).send(new DeleteAccessEntryCommand(entry));
}
