import { isMap, type KubeObject } from "./kube-object.ts";

/** The object as Helm sends it: with the label and annotations that name its release, which no manifest has. */
export function asHelmSends(object: KubeObject, owner: { release: string; namespace: string }): KubeObject {
  const { labels, annotations } = object.metadata;
  const metadata = {
    ...object.metadata,
    labels: { ...(isMap(labels) ? labels : {}), "app.kubernetes.io/managed-by": "Helm" },
    annotations: {
      ...(isMap(annotations) ? annotations : {}),
      "meta.helm.sh/release-name": owner.release,
      "meta.helm.sh/release-namespace": owner.namespace,
    },
  };
  return { ...object, metadata };
}

/** Whether Helm leaves the object where it is: https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
export function isLeftBehind({ metadata: { annotations } }: KubeObject): boolean {
  return isMap(annotations) && annotations["helm.sh/resource-policy"] === "keep";
}
