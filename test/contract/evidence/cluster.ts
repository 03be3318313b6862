import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterEvidence } from "../../../src/adapters/kubernetes/evidence.ts";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { findings } from "../../../src/evidence/findings.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import type { ManifestObject } from "../../../src/workloads/objects.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { type Kubectl, kubectlIn } from "../sandbox/kubectl.ts";

let opened: Promise<Evidence> | undefined;

/** As the administrator of the cluster "shop". */
export async function adminEvidence(): Promise<Evidence> {
  opened ??= clusterView().then(async ({ kubeconfig }) =>
    clusterEvidence(await openCluster({ kubeconfig, context: "" })),
  );
  return opened;
}

/** `since`: when it was made, by the cluster's clock. */
export async function freshNamespace(
  ...labels: string[]
): Promise<{ namespace: string; kubectl: Kubectl; since: string }> {
  const namespace = newNamespace();
  const kubectl = await kubectlIn(namespace);
  await kubectl("create", "namespace", namespace);
  if (labels.length > 0) await kubectl("label", "namespace", namespace, ...labels);
  const since = await kubectl("get", "namespace", namespace, "--output=jsonpath={.metadata.creationTimestamp}");
  return { namespace, kubectl, since };
}

/** Waits until `is` is true of what the cluster says about the object. */
export async function until(object: ManifestObject, is: (facts: ObjectFacts) => boolean): Promise<ObjectFacts> {
  let last: ObjectFacts | undefined;
  await waitFor(
    `${object.kind} ${object.name} to be as the test wants it`,
    async () => {
      [last] = await (await adminEvidence()).states([object]);
      return last !== undefined && is(last);
    },
    { timeoutMs: 60_000 },
  ).catch((cause: unknown) => {
    throw new Error(`It never was so. Last seen: ${JSON.stringify(last)}`, { cause });
  });
  return last as ObjectFacts;
}

export const waits =
  (reason: string, restarts = 0) =>
  ({ pods }: ObjectFacts) =>
    pods.length > 0 &&
    pods.every(({ containers }) =>
      containers.some(({ state, restarts: count }) => state.reason === reason && count >= restarts),
    );
export const runs = ({ pods }: ObjectFacts) => pods.length > 0 && pods.every(({ phase }) => phase === "Running");
export const isReady = ({ ready, wanted, pods }: ObjectFacts) => ready === wanted && pods.length === wanted;
export const finds = (kind: string) => (facts: ObjectFacts) => findings([facts])[0]?.kind === kind;
export const failed = ({ conditions }: ObjectFacts) => conditions.some(({ type }) => type === "Failed");
