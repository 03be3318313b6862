import type { DeployPorts, DeployRequest } from "./deploy-types.ts";

/** Makes sure of the namespace and its labels, and says what became of them. */
export async function prepareNamespace(
  request: Pick<DeployRequest, "namespace" | "createNamespace" | "namespaceLabels">,
  { namespaces, log }: Pick<DeployPorts, "namespaces" | "log">,
): Promise<void> {
  const { namespace, createNamespace, namespaceLabels } = request;
  const state = await namespaces.ensure(namespace, { create: createNamespace, labels: namespaceLabels });
  if (state === "created") log.info(`Created namespace ${namespace}`);
  if (state === "labelled")
    log.info(`Set labels on namespace ${namespace}: ${Object.keys(namespaceLabels).join(", ")}`);
  if (state === "unlabelled") {
    log.warn(`namespace-labels: not set, since this login may not change namespace ${namespace}`);
  }
  if (state === "unreadable" && Object.keys(namespaceLabels).length > 0) {
    log.warn(`namespace-labels: not set, since this login may not read namespace ${namespace}`);
  }
}
