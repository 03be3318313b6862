import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { KubernetesObject } from "@kubernetes/client-node";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { sandbox } from "../../support/sandbox.ts";

const execute = promisify(execFile);

export type Kubectl = {
  /** @returns stdout; throws with stderr when kubectl fails */
  (...args: string[]): Promise<string>;
  apply(...objects: KubernetesObject[]): Promise<void>;
  /** Polls the object until `test` is true of it, and returns it. */
  until<T>(object: string, test: (object: T) => unknown): Promise<T>;
};

/** kubectl as the administrator of the cluster "shop", in this namespace. */
export async function kubectlIn(namespace: string): Promise<Kubectl> {
  const { tools, clusters } = await sandbox();
  const base = ["--kubeconfig", clusters.shop?.adminKubeconfig ?? "", "--namespace", namespace];
  const kubectl = async (...args: string[]) => (await execute(tools.kubectl, [...base, ...args])).stdout;
  return Object.assign(kubectl, {
    async apply(...objects: KubernetesObject[]) {
      const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });
      const applying = execute(tools.kubectl, [...base, "apply", "--server-side", "--filename", "-"]);
      applying.child.stdin?.end(list);
      await applying;
    },
    async until<T>(object: string, test: (object: T) => unknown) {
      let last = {} as T;
      const probe = async () => {
        last = JSON.parse(await kubectl("get", object, "--output", "json")) as T;
        return Boolean(test(last));
      };
      await waitFor(`${object} to be as the test wants it`, probe, { timeoutMs: 60_000 }).catch((cause: unknown) => {
        throw new Error(`${object} never was so. Last seen: ${JSON.stringify(last)}`, { cause });
      });
      return last;
    },
  });
}
