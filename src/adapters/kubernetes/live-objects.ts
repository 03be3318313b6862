import type { V1Ingress } from "@kubernetes/client-node";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { KubernetesClient } from "./client.ts";
import { ofKind } from "./listing.ts";
import { clusterWorkloads } from "./live-workloads.ts";
import { removeOwned } from "./remove-owned.ts";
import { removeRuns } from "./remove-runs.ts";
import { scaleToZero } from "./scale-to-zero.ts";
import { takeBack } from "./take-back.ts";
import { untilGone } from "./until-gone.ts";
import { volumeClaims } from "./volume-claims.ts";

type HttpRoute = { metadata?: { name?: string }; spec?: { hostnames?: string[] } };

/** The live state of a release's objects in a real cluster. */
export function clusterObjects(client: KubernetesClient): LiveObjects {
  const { batch, networking, custom } = client;
  return {
    ...clusterWorkloads(client),
    async cronJobs(objects) {
      const found = await ofKind(objects, "CronJob", (namespace) => batch.listNamespacedCronJob({ namespace }));
      return found.map(({ object, live }) => ({
        namespace: object.namespace,
        name: object.name,
        schedule: live.spec?.schedule ?? "",
        timeZone: live.spec?.timeZone ?? "",
        suspend: live.spec?.suspend ?? false,
        lastScheduleTime: live.status?.lastScheduleTime?.toISOString() ?? "",
      }));
    },
    async urls(objects) {
      const routes = { group: "gateway.networking.k8s.io", version: "v1", plural: "httproutes" };
      const [ingresses, httpRoutes] = await Promise.all([
        ofKind(objects, "Ingress", (namespace) => networking.listNamespacedIngress({ namespace })),
        ofKind<HttpRoute>(objects, "HTTPRoute", (namespace) =>
          custom.listNamespacedCustomObject({ ...routes, namespace }),
        ),
      ]);
      const found = [
        ...ingresses.flatMap(({ live }) => ingressUrls(live)),
        ...httpRoutes.flatMap(({ live }) => (live.spec?.hostnames ?? []).map((host) => `https://${host}/`)),
      ];
      return [...new Set(found)];
    },
    volumeClaims: (objects) => volumeClaims(client, objects),
    removeRuns: (objects, signal) => removeRuns(client, objects, signal),
    untilGone: (objects, timeoutMs, signal) => untilGone(client, objects, { timeoutMs, signal }),
    scaleToZero: (deployments) => scaleToZero(client, deployments),
    takeBack: (pairs, namespace) => takeBack(client, pairs, namespace),
    removeOwned: (objects, owner) => removeOwned(client, objects, owner),
  };
}

function ingressUrls({ spec }: V1Ingress): string[] {
  const secured = new Set(spec?.tls?.flatMap((tls) => tls.hosts ?? []));
  return (spec?.rules ?? []).flatMap(({ host, http }) => {
    if (host === undefined) return [];
    return `${secured.has(host) ? "https" : "http"}://${host}${http?.paths[0]?.path ?? "/"}`;
  });
}
