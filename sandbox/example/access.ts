import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { grantAccess } from "../aws/access.ts";
import { createRole, type Statement } from "../aws/roles.ts";
import type { Sandbox } from "../sandbox.ts";
import { adminOf, clusterOf } from "./admin.ts";
import { checkout, written } from "./files.ts";

/** An object of rbac.yaml, as far as tests change it. */
export type AccessObject = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  roleRef?: { apiGroup: string; kind: string; name: string };
  subjects?: { apiGroup: string; kind: string; name: string }[];
  rules?: { apiGroups: string[]; resources: string[]; verbs: string[]; resourceNames?: string[] }[];
};

/**
 * Does what docs/eks-access.md asks of a user, with the files of examples/eks-access/: the role and whom it trusts, its
 * permission, its access entry, and the namespace with the RBAC of its group.
 *
 * @param options.namespace takes the place of `commerce`, also in the names of the role and of the group
 * @param options.environment the GitHub environment that the role trusts, in the place of `production`
 * @param options.change changes the objects of rbac.yaml, for tests of what each of them is for
 * @returns the role's ARN
 */
export async function grantExampleAccess(
  sandbox: Sandbox,
  options: {
    namespace: string;
    cluster?: string;
    environment?: string;
    change?: (objects: AccessObject[]) => AccessObject[];
  },
): Promise<string> {
  const { namespace, environment = "production", change = (objects) => objects } = options;
  const cluster = clusterOf(sandbox, options.cluster ?? written.cluster);
  const name = `deploy-${namespace}`;
  const read = async (file: string) => {
    const text = await readFile(join(checkout, "examples/eks-access", file), "utf8");
    return text.replaceAll(written.namespace, namespace).replaceAll(written.accountId, sandbox.aws.accountId);
  };
  const permissions = JSON.parse(await read("permissions.json")) as { Statement: Statement[] };
  const roleArn = await createRole(sandbox.aws, {
    name,
    trust: {
      document: JSON.parse(
        (await read("trust-policy.json")).replace("environment:production", `environment:${environment}`),
      ),
    },
    policy: permissions.Statement,
  });
  await grantAccess(sandbox.aws, cluster, { roleArn, groups: [name] });
  const objects = parseAllDocuments(await read("rbac.yaml")).map((document) => document.toJS() as AccessObject);
  await adminOf(sandbox, cluster.name).apply(change(objects));
  return roleArn;
}
