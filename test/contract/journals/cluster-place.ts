import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterJournals } from "../../../src/adapters/kubernetes/journals.ts";
import { clusterLeases } from "../../../src/adapters/kubernetes/leases.ts";
import { journalName } from "../../../src/journal/journal-name.ts";
import type { JournalStore } from "../../../src/playbook/journal/read-journal.ts";
import { type ApiProxy, startApiProxy } from "../../support/api-proxy.ts";
import { type ClusterView, clusterView, type KubeObject } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { serviceAccount } from "../../support/service-account.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import type { RealPlace } from "./place.ts";

export type ClusterPlace = RealPlace & {
  namespace: string;
  cluster: ClusterView;
  openBy(kubeconfig: string, namespace?: string): Promise<JournalStore>;
  object(name: string): Promise<KubeObject | undefined>;
  close(): Promise<void>;
};

/** A namespace of this process's own. */
export async function clusterPlace(): Promise<ClusterPlace> {
  const cluster = await clusterView();
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  const folder = await tempFolder();
  const proxies: ApiProxy[] = [];
  let logins = 0;

  const place: ClusterPlace = {
    name: "in a cluster",
    namespace,
    cluster,
    open: () => place.openBy(cluster.kubeconfig),
    async openBy(kubeconfig, other = namespace) {
      const client = await openCluster({ kubeconfig, context: "" });
      return { journals: clusterJournals(client, other), leases: clusterLeases(client) };
    },
    async openLosing(loss, times) {
      const proxy = await startApiProxy({
        kubeconfig: cluster.kubeconfig,
        counts: ({ path }) => path.includes("/configmaps"),
        when: loss === "answer" ? "after" : "before",
        // A failure of it breaks the connection.
        onWrite({ n }) {
          if (n <= times) throw new Error("lost");
        },
      });
      proxies.push(proxy);
      return place.openBy(proxy.kubeconfig);
    },
    async openForbidden() {
      return place.openBy(await serviceAccount(namespace, `stranger-${++logins}`, []));
    },
    async openMissing() {
      const name = `${namespace}-not-there`;
      return place.openBy(await serviceAccount(namespace, `outsider-${++logins}`, []), name);
    },
    async text(key) {
      return (await place.object(journalName(key)))?.data?.["journal.json"];
    },
    async overwrite(key, text) {
      const file = join(folder, "journal.json");
      await writeFile(file, text);
      const on = ["configmap", journalName(key), "--namespace", namespace];
      await cluster.kubectl("delete", ...on, "--ignore-not-found");
      await cluster.kubectl("create", ...on, `--from-file=journal.json=${file}`);
    },
    object: (name) => cluster.get("configmap", name, "--namespace", namespace),
    async close() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
    },
  };
  return place;
}
