import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clusterView } from "./cluster-view.ts";
import { tempFolder } from "./temp-folder.ts";

/**
 * A login that may do nothing but what is named here, in that namespace.
 * @param rules such as "get,list leases.coordination.k8s.io", one for each kind
 * @returns the path of its kubeconfig
 */
export async function serviceAccount(namespace: string, name: string, rules: readonly string[]): Promise<string> {
  const { kubectl } = await clusterView();
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
  const kubeconfig = join(await tempFolder(), "kubeconfig");
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return kubeconfig;
}
