// Free of jest, so that scripts/ can use it too; tests use service-account.ts or a place of test/support/messages.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClusterView } from "./cluster-view.ts";

type Account = {
  name: string;
  /** Such as "get,list leases.coordination.k8s.io", one for each kind. */
  rules: readonly string[];
  /** Where its kubeconfig goes. */
  folder: string;
};

/**
 * A login that may do nothing but what is named here, in that namespace.
 * @returns the path of its kubeconfig
 */
export async function limitedLogin(
  { kubectl }: Pick<ClusterView, "kubectl">,
  namespace: string,
  { name, rules, folder }: Account,
): Promise<string> {
  await kubectl("create", "serviceaccount", name, "--namespace", namespace);
  for (const [index, rule] of rules.entries()) {
    const [verbs = "", resource = ""] = rule.split(" ");
    const role = `${name}-${index}`;
    await kubectl("create", "role", role, "--verb", verbs, "--resource", resource, "--namespace", namespace);
    const account = `${namespace}:${name}`;
    await kubectl("create", "rolebinding", role, "--role", role, "--serviceaccount", account, "--namespace", namespace);
  }
  const token = (await kubectl("create", "token", name, "--namespace", namespace)).trim();
  const config = JSON.parse(await kubectl("config", "view", "--raw", "--output=json")) as { users: { user: object }[] };
  for (const each of config.users) each.user = { token };
  const kubeconfig = join(folder, `${name}.kubeconfig`);
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return kubeconfig;
}
