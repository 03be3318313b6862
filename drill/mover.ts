import { grantAccess, revokeAccess } from "../sandbox/aws/access.ts";
import { createRole } from "../sandbox/aws/roles.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { clusterView } from "../test/support/cluster-view.ts";
import { MOVE_ACTIONS } from "../test/support/moving-service.ts";

/** A role that may do what a move needs, and everything in the cluster. */
export async function mover({ aws, clusters }: Sandbox): Promise<{ arn: string; remove(): Promise<void> }> {
  const { shop } = clusters;
  if (!shop) throw new Error("The sandbox has no cluster shop.");
  const { kubectl } = await clusterView();
  const name = `drill-${process.pid}`;
  const arn = await createRole(aws, {
    name,
    trust: { subject: "repo:casaone/shop:*" },
    policy: [{ Effect: "Allow", Action: ["eks:DescribeCluster", ...MOVE_ACTIONS], Resource: "*" }],
  });
  await grantAccess(aws, shop, { roleArn: arn, groups: [name] });
  await kubectl("create", "clusterrolebinding", name, "--clusterrole", "cluster-admin", "--group", name);
  // All journals share it: made by the first run, it would give that one a call more.
  const journals = "k8s-migrate";
  if ((await kubectl("get", "namespace", journals, "--ignore-not-found")) === "") {
    await kubectl("create", "namespace", journals);
  }
  return {
    arn,
    async remove() {
      await kubectl("delete", "clusterrolebinding", name);
      await revokeAccess(aws, shop, arn);
    },
  };
}
