// Which calls of a phase are the same in each run. Free of jest, for the drill.
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { KubeConfig } from "@kubernetes/client-node";
import { s3Client } from "../../sandbox/aws/clients.ts";
import { getText } from "../../sandbox/cluster/get-text.ts";
import type { Call } from "../../sandbox/proxy/call.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { ClusterView } from "./cluster-view.ts";
import { ECS_REGION } from "./moving-service.ts";

export type CountedCalls = {
  /** Takes the next call, once it is done; undefined for one that does not count, else its number from 1. */
  count(call: Call): Promise<number | undefined>;
  /** Those that counted, such as "kubernetes create /api/v1/namespaces". */
  calls(): string[];
};

/**
 * Counts the calls whose number does not depend on how fast the machine is: all to AWS, and of Kubernetes the writes and the
 * reads of one object. Lists and watches are how a run waits, and its client asks now and then what the API server has.
 * Of a lock's writes the taking and the giving back count: renewals come when their time is.
 */
export function countCalls({ aws, cluster }: { aws: Sandbox["aws"]; cluster: ClusterView }): CountedCalls {
  const config = new KubeConfig();
  config.loadFromFile(cluster.kubeconfig);
  const counted: string[] = [];
  const taken = new Set<string>();
  return {
    calls: () => [...counted],
    async count(call) {
      if (!(await counts(call))) return undefined;
      const { service, operation, resource } = call;
      return counted.push(`${service} ${operation} ${resource}`);
    },
  };

  async function counts(call: Call): Promise<boolean> {
    const { service, operation, resource, write } = call;
    const [lock] = /^.*\/leases(?=\/|$)|^\/.*\/lock\.json$/.exec(resource) ?? [];
    if (lock !== undefined && write) {
      if (taken.has(lock)) return (await holderOf(call)) === "";
      taken.add(lock);
      return true;
    }
    return service !== "kubernetes" || write || (operation === "get" && isObject(resource));
  }

  async function holderOf({ service, resource }: Call): Promise<string> {
    const parts = resource.split("/");
    if (service === "s3") {
      const [, Bucket = "", ...key] = parts;
      const { Body } = await s3Client(aws, ECS_REGION).send(new GetObjectCommand({ Bucket, Key: key.join("/") }));
      const { holder } = JSON.parse((await Body?.transformToString()) ?? "{}") as { holder?: string };
      return holder ?? "";
    }
    // Not by a process of its own: each renewal waits for this, and is lost when many are under way.
    const lease = JSON.parse((await getText(config, resource)) ?? "{}") as { spec?: { holderIdentity?: string } };
    return lease.spec?.holderIdentity ?? "";
  }
}

/** Not of what an API server has: https://kubernetes.io/docs/reference/using-api/api-concepts/#api-discovery */
function isObject(path: string): boolean {
  return /^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)\/./.test(path);
}
