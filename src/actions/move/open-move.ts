import { join } from "node:path";
import { awsRunningImages } from "../../adapters/aws/running-images.ts";
import { s3Journals } from "../../adapters/aws/s3-journals.ts";
import { s3Leases } from "../../adapters/aws/s3-leases.ts";
import { awsSession } from "../../adapters/aws/session.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { awsIdToken } from "../../adapters/github/id-token.ts";
import { type KubernetesClient, loadKubernetesClient, openCluster } from "../../adapters/kubernetes/client.ts";
import { clusterJournals } from "../../adapters/kubernetes/journals.ts";
import { clusterLeases } from "../../adapters/kubernetes/leases.ts";
import { clusterObjects } from "../../adapters/kubernetes/live-objects.ts";
import { releaseSecrets } from "../../adapters/kubernetes/release-secrets.ts";
import { clusterCronJobs } from "../../adapters/kubernetes/suspend-flags.ts";
import type { Environment, Service } from "../../migration-file/migration.ts";
import type { JournalStore } from "../../playbook/journal/read-journal.ts";
import { type ReleaseDeployParts, releaseDeploys } from "../../playbook/move/release-deploys.ts";
import type { Step } from "../../playbook/move/step.ts";
import { deploySuspended } from "../../playbook/steps/deploy-suspended.ts";
import { logInToEks } from "../cluster-login.ts";
import { openDns } from "./open-dns.ts";

export type OpenMove = {
  store: JournalStore;
  /** Of all phases, in the order in which they go to the new side. */
  steps: Step[];
};

/** Credentials for a side, by the role that the file says. */
export type Sessions = (side: string, login: { region: string; roleToAssume: string }) => ReturnType<typeof awsSession>;

/** A cluster as a deploy needs it. */
export type OpenCluster = { client: KubernetesClient; kubeconfig: string };

export type MoveParts = {
  environment: Environment;
  /** Those of this run. */
  services: readonly Service[];
  /** Private, for what the logins leave. */
  folder: string;
  /** What a deploy needs, where there will be one. */
  prepare?: (cluster: OpenCluster) => ReleaseDeployParts["prepare"];
};

/** Logs in to both sides, and puts together what the phases work with. */
export async function openMove(
  { environment, services, folder, prepare }: MoveParts,
  io: ActionsIo,
): Promise<OpenMove> {
  const { ecs, eks, state } = environment;
  const target = {
    kind: "eks",
    cluster: eks.cluster,
    region: eks.region,
    roleToAssume: eks.roleToAssume,
    kubeContext: "",
  } as const;
  const [login] = await Promise.all([logInToEks(target, folder, io), loadKubernetesClient()]);
  const client = await openCluster(login);
  const session: Sessions = (side, { region, roleToAssume }) => {
    const idToken = awsIdToken(process.env);
    return awsSession({
      region,
      roleToAssume,
      ...(idToken ? { idToken } : {}),
      cacheFile: join(folder, `${side}-session.json`),
      onSecrets: io.hide,
    });
  };
  const store: JournalStore =
    state.kind === "cluster"
      ? { journals: clusterJournals(client), leases: clusterLeases(client) }
      : s3Store({ bucket: state.bucket, region: state.region, credentials: session("state", state) });
  const images = awsRunningImages(
    { region: ecs.region, credentials: session("ecs", ecs) },
    services.filter(({ image }) => image.from === "ecs").map((each) => each.ecs),
  );
  const deploys = releaseDeploys({
    prepare: prepare?.({ client, kubeconfig: login.kubeconfig }) ?? noDeploy,
    releases: releaseSecrets(client),
    cronJobs: clusterCronJobs(client),
    live: clusterObjects(client),
  });
  const dns = openDns(environment, { client, session }, io);
  return { store, steps: [...dns.lower, deploySuspended({ deploys, images }), dns.probe, dns.switchDns] };
}

function noDeploy(): Promise<never> {
  throw new Error("nothing is deployed here");
}

function s3Store(place: Parameters<typeof s3Journals>[0]): JournalStore {
  return { journals: s3Journals(place), leases: s3Leases(place) };
}
