/** Helm leaves an object where this annotation says "keep": https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
const RESOURCE_POLICY = "helm.sh/resource-policy";

type Annotated = { metadata?: { annotations?: Record<string, string> } };

/** Whether Helm leaves an object where it is when its release goes. */
export function isKept({ metadata }: Annotated): boolean {
  return metadata?.annotations?.[RESOURCE_POLICY] === "keep";
}

/** Whether an object belongs to that release: https://helm.sh/docs/topics/advanced/#adopting-resources */
export function belongsTo(
  { metadata }: Annotated,
  { release, namespace }: { release: string; namespace: string },
): boolean {
  const annotations = metadata?.annotations ?? {};
  return (
    annotations["meta.helm.sh/release-name"] === release && annotations["meta.helm.sh/release-namespace"] === namespace
  );
}
