import { clusterView, type HelmMajor } from "../cluster-view.ts";
import { newNamespace } from "../namespaces.ts";
import { sandbox } from "../sandbox.ts";
import { tempFolder } from "../temp-folder.ts";
import type { MessagePlace } from "./place.ts";

/** A place in a new namespace of the cluster "shop". */
export async function newPlace(helm: HelmMajor): Promise<MessagePlace> {
  const [{ tools }, cluster, folder] = await Promise.all([sandbox(), clusterView(), tempFolder()]);
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  return { helm, helmPath: helm === "3" ? tools.helm3 : tools.helm4, namespace, folder, cluster };
}
