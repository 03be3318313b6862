import { clusterView } from "./cluster-view.ts";
import { limitedLogin } from "./limited-login.ts";
import { tempFolder } from "./temp-folder.ts";

/**
 * A login that may do nothing but what is named here, in that namespace.
 * @param rules such as "get,list leases.coordination.k8s.io", one for each kind
 * @returns the path of its kubeconfig
 */
export async function serviceAccount(namespace: string, name: string, rules: readonly string[]): Promise<string> {
  return limitedLogin(await clusterView(), namespace, { name, rules, folder: await tempFolder() });
}
