import { clusterView, type HelmMajor } from "../cluster-view.ts";
import { deploy } from "../deploy.ts";
import { newNamespace } from "../namespaces.ts";
import { sandbox } from "../sandbox.ts";
import type { Scene } from "./states.ts";

/** A scene in a new namespace of the cluster "shop". */
export async function newScene(helm: HelmMajor): Promise<Scene> {
  const [{ tools }, cluster] = await Promise.all([sandbox(), clusterView()]);
  const namespace = newNamespace();
  await cluster.kubectl("create", "namespace", namespace);
  return {
    helm,
    namespace,
    cluster,
    helmPath: helm === "3" ? tools.helm3 : tools.helm4,
    deploy: (inputs = {}, options = {}) => deploy(helm, { namespace, chart: "charts/web", ...inputs }, options),
  };
}
