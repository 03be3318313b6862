import type { V1Lease } from "@kubernetes/client-node";
import type { Lease, Leases } from "../../ports/leases.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

const RUN_ANNOTATION = "k8s-migrate.dev/run";
const UNSETTLED_ANNOTATION = "k8s-migrate.dev/unsettled-since";
const HEAD_ANNOTATION = "k8s-migrate.dev/journal-head";
const MANAGED_BY = { "app.kubernetes.io/managed-by": "k8s-migrate" };

/** Leases as Kubernetes' own API keeps them: https://kubernetes.io/docs/reference/kubernetes-api/coordination/lease-v1/ */
export function clusterLeases({ coordination }: KubernetesClient): Leases {
  /** The object last seen of each lease, so that a renewal is one call: what others put on it must be written again. */
  const seen = new Map<string, V1Lease>();

  return {
    async read(namespace, name) {
      try {
        const found = await get(namespace, name);
        return found && asLease(found);
      } catch (error) {
        if (apiStatus(error) === 403) return "forbidden";
        throw apiError(`read Lease ${name} in namespace ${namespace}`, error);
      }
    },
    async write(lease, expected) {
      const { namespace, name } = lease;
      try {
        return expected === undefined ? await create(lease) : await replace(lease, expected);
      } catch (error) {
        if (apiStatus(error) === 409) return "changed";
        if (apiStatus(error) === 403) return "forbidden";
        throw apiError(`write Lease ${name} in namespace ${namespace}`, error);
      }
    },
  };

  async function get(namespace: string, name: string): Promise<V1Lease | undefined> {
    try {
      return keep(await coordination.readNamespacedLease({ namespace, name }));
    } catch (error) {
      if (apiStatus(error) === 404) return undefined;
      throw error;
    }
  }

  async function create(lease: Omit<Lease, "version">): Promise<Lease> {
    const body = await written(lease, { metadata: { name: lease.name } });
    return asLease(keep(await coordination.createNamespacedLease({ namespace: lease.namespace, body })));
  }

  async function replace(lease: Omit<Lease, "version">, expected: string): Promise<Lease | "changed"> {
    const { namespace, name } = lease;
    const known = seen.get(`${namespace}/${name}`);
    const base = known?.metadata?.resourceVersion === expected ? known : await get(namespace, name);
    if (base?.metadata?.resourceVersion !== expected) return "changed";
    try {
      // The API server compares the resourceVersion that the body has.
      const body = await written(lease, base);
      return asLease(keep(await coordination.replaceNamespacedLease({ namespace, name, body })));
    } catch (error) {
      if (apiStatus(error) === 404) return "changed";
      throw error;
    }
  }

  function keep(lease: V1Lease): V1Lease {
    seen.set(`${lease.metadata?.namespace}/${lease.metadata?.name}`, lease);
    return lease;
  }
}

/** That lease put into the object; whatever else is on the object stays. */
async function written(lease: Omit<Lease, "version">, { metadata, spec }: V1Lease): Promise<V1Lease> {
  const { V1MicroTime } = await import("@kubernetes/client-node");
  const annotations = { ...metadata?.annotations };
  for (const own of [RUN_ANNOTATION, UNSETTLED_ANNOTATION, HEAD_ANNOTATION]) delete annotations[own];
  const own = {
    [RUN_ANNOTATION]: lease.runUrl,
    [UNSETTLED_ANNOTATION]: lease.unsettledSince,
    [HEAD_ANNOTATION]: lease.journalHead ?? "",
  };
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: Object.assign({}, metadata, {
      labels: { ...metadata?.labels, ...MANAGED_BY },
      annotations: Object.assign(annotations, withoutEmpty(own)),
    }),
    spec: Object.assign({}, spec, {
      holderIdentity: lease.holder,
      leaseDurationSeconds: lease.durationSeconds,
      // The API server takes six decimals and nothing else.
      acquireTime: new V1MicroTime(lease.acquiredAt),
      renewTime: new V1MicroTime(lease.renewedAt),
    }),
  };
}

function asLease({ metadata, spec }: V1Lease): Lease {
  const journalHead = metadata?.annotations?.[HEAD_ANNOTATION];
  return {
    namespace: metadata?.namespace ?? "",
    name: metadata?.name ?? "",
    holder: spec?.holderIdentity ?? "",
    runUrl: metadata?.annotations?.[RUN_ANNOTATION] ?? "",
    acquiredAt: asTime(spec?.acquireTime),
    unsettledSince: metadata?.annotations?.[UNSETTLED_ANNOTATION] ?? "",
    renewedAt: asTime(spec?.renewTime),
    durationSeconds: spec?.leaseDurationSeconds ?? 0,
    ...(journalHead === undefined ? {} : { journalHead }),
    version: metadata?.resourceVersion ?? "",
  };
}

function withoutEmpty(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}

/** The client gives a MicroTime as the text that the server sent, whatever its types say. */
function asTime(time: Date | string | undefined): string {
  return time === undefined ? "" : new Date(time).toISOString();
}
