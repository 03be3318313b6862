import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sandbox } from "./sandbox.ts";

const execute = promisify(execFile);

export type HelmMajor = "3" | "4";
/** For `describe.each`: what the action does with Helm is shown for both. */
export const helms: HelmMajor[] = ["3", "4"];

/** A cluster of the sandbox as its administrator sees it, by other programs than the product's: tests end by reading it. */
export type ClusterView = {
  name: string;
  kubeconfig: string;
  /** @returns stdout; throws with stderr when kubectl fails */
  kubectl(...args: string[]): Promise<string>;
  /** `kubectl get`, parsed; undefined when it is not there. */
  get<T = KubeObject>(...args: string[]): Promise<T | undefined>;
  /** The items of `kubectl get`. */
  list<T = KubeObject>(...args: string[]): Promise<T[]>;
  /** @returns stdout; throws with stderr when Helm fails */
  helm(major: HelmMajor, ...args: string[]): Promise<string>;
  /** The same with `--output json`, parsed. */
  helmJson<T>(major: HelmMajor, ...args: string[]): Promise<T>;
  /** `helm history` of a release, oldest first, such as "1 superseded". */
  history(major: HelmMajor, release: string, namespace: string): Promise<string[]>;
};

export type KubeObject = {
  kind: string;
  type?: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { kind: string; name: string; uid: string }[];
  };
  data?: Record<string, string>;
};

/** Opens that cluster of the sandbox, "shop" or "shop-staging". */
export async function clusterView(name = "shop"): Promise<ClusterView> {
  const { clusters, tools } = await sandbox();
  const kubeconfig = clusters[name]?.adminKubeconfig;
  if (kubeconfig === undefined) throw new Error(`The sandbox has no cluster ${name}.`);
  const run = async (program: string, args: string[]) =>
    (await execute(program, ["--kubeconfig", kubeconfig, ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;
  const kubectl = (...args: string[]) => run(tools.kubectl, args);
  const helm = (major: HelmMajor, ...args: string[]) => run(major === "3" ? tools.helm3 : tools.helm4, args);
  const get = async <T>(...args: string[]): Promise<T | undefined> => {
    const text = await kubectl("get", ...args, "--ignore-not-found", "--output", "json");
    return text === "" ? undefined : (JSON.parse(text) as T);
  };
  const helmJson = async <T>(major: HelmMajor, ...args: string[]) =>
    JSON.parse(await helm(major, ...args, "--output", "json")) as T;
  return {
    name,
    kubeconfig,
    kubectl,
    get,
    helm,
    helmJson,
    async list<T>(...args: string[]) {
      return (await get<{ items: T[] }>(...args))?.items ?? [];
    },
    async history(major: HelmMajor, release: string, namespace: string) {
      const revisions = await helmJson<{ revision: number; status: string }[]>(
        ...([major, "history", release, "--namespace", namespace] as const),
      );
      return revisions.map(({ revision, status }) => `${revision} ${status}`);
    },
  };
}
