import type { ActionsIo } from "../adapters/github/actions-io.ts";
import { hiddenEvidence } from "../adapters/hidden-evidence.ts";
import type { KubernetesClient } from "../adapters/kubernetes/client.ts";
import { clusterEvidence } from "../adapters/kubernetes/evidence.ts";
import { clusterLeases } from "../adapters/kubernetes/leases.ts";
import { clusterObjects } from "../adapters/kubernetes/live-objects.ts";
import { clusterNamespaces } from "../adapters/kubernetes/namespaces.ts";
import { releaseSecrets } from "../adapters/kubernetes/release-secrets.ts";
import { clusterDryRun } from "../adapters/kubernetes/server-dry-run.ts";
import { clusterCronJobs } from "../adapters/kubernetes/suspend-flags.ts";

/** All of a cluster that a deploy or a rollback of a release needs. */
export function clusterPorts(client: KubernetesClient, { hidden }: Pick<ActionsIo, "hidden">) {
  return {
    releases: releaseSecrets(client),
    leases: clusterLeases(client),
    namespaces: clusterNamespaces(client),
    live: clusterObjects(client),
    cronJobs: clusterCronJobs(client),
    dryRun: clusterDryRun(client),
    evidence: hiddenEvidence(clusterEvidence(client), hidden),
  };
}
