import type { V1Pod } from "@kubernetes/client-node";
import type { Evidence } from "../../ports/evidence.ts";
import type { KubernetesClient } from "./client.ts";
import { inOrder, readEvents } from "./evidence/events.ts";
import { logToEnd, readLogs } from "./evidence/logs.ts";
import { findWorkloads } from "./evidence/workloads.ts";

/** What a real cluster says about a release's objects. */
export function clusterEvidence(client: KubernetesClient): Evidence {
  const { core } = client;
  return {
    async states(objects) {
      return (await findWorkloads(client, objects)).map(({ facts }) => facts);
    },
    logToEnd: (container, signal) => logToEnd(core, container, signal),
    async collect(objects) {
      const all = await findWorkloads(client, objects);
      const unwell = all.filter(({ facts }) => facts.ready < facts.wanted);
      const [events, logs] = await Promise.all([
        readEvents(core, [...new Set(all.map(({ facts }) => facts.namespace))]),
        readLogs(
          core,
          unwell.map(({ facts }) => facts.pods),
        ),
      ]);
      return all.map(({ facts, pods, uids }) => ({
        ...facts,
        events: events.about(uids),
        pods: facts.pods.map((pod, index) => ({
          ...(logs.get(pod.uid) ?? pod),
          events: inOrder([...events.about([pod.uid]), ...events.aboutClaims(pod.namespace, claimsOf(pods[index]))]),
        })),
      }));
    },
  };
}

/** Names of the volume claims that the pod mounts: https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#persistentvolumeclaim-naming */
function claimsOf(pod: V1Pod | undefined): string[] {
  return (pod?.spec?.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return persistentVolumeClaim.claimName;
    return ephemeral ? `${pod?.metadata?.name}-${name}` : [];
  });
}
