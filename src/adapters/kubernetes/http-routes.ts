import type { GatewayFacts, HttpRouteFacts, RouteCondition, RouteParent } from "../../route-target/route-facts.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

const GROUP = "gateway.networking.k8s.io";
const API = { group: GROUP, version: "v1" };

type Named = { namespace: string; name: string };
type ParentRef = {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  sectionName?: string;
  port?: number;
};
type Condition = { type: string; status: string; reason?: string; message?: string; observedGeneration?: number };

/** https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
type HttpRoute = {
  metadata: { generation?: number; deletionTimestamp?: string };
  spec?: { hostnames?: string[]; parentRefs?: ParentRef[] };
  status?: { parents?: { parentRef: ParentRef; conditions?: Condition[] }[] };
};

type Gateway = {
  spec?: { listeners?: { name: string; port: number; protocol: string; hostname?: string }[] };
  status?: { addresses?: { type?: string; value: string }[] };
};

/** An HTTPRoute with the Gateways that it names. Fails as the API does where it is not there. */
export async function readHttpRoute(
  client: KubernetesClient,
  { namespace, name }: Named,
): Promise<{ facts: HttpRouteFacts; deleted: boolean }> {
  const read = await client.custom.getNamespacedCustomObject({ ...API, plural: "httproutes", namespace, name });
  const { metadata, spec, status } = read as HttpRoute;
  // A parent may be something else than a Gateway, such as a Service in a mesh.
  const refs = (spec?.parentRefs ?? []).filter(
    ({ group = GROUP, kind = "Gateway" }) => group === GROUP && kind === "Gateway",
  );
  const parents = await Promise.all(
    refs.map(async (ref): Promise<RouteParent> => {
      const { sectionName, port } = ref;
      const told = status?.parents?.find(({ parentRef }) => sameParent(parentRef, ref, namespace));
      const gateway = await readGateway(client, { namespace: ref.namespace ?? namespace, name: ref.name });
      return {
        gateway,
        sectionName,
        port,
        conditions: told && conditionsOf(told.conditions ?? [], metadata.generation),
      };
    }),
  );
  const facts = { namespace, name, hostnames: spec?.hostnames ?? [], parents };
  return { facts, deleted: metadata.deletionTimestamp !== undefined };
}

export async function listHttpRoutes({ custom }: KubernetesClient, namespace: string) {
  const found = await custom.listNamespacedCustomObject({ ...API, plural: "httproutes", namespace });
  return found as { items: { metadata?: { name?: string } }[] };
}

async function readGateway({ custom }: KubernetesClient, { namespace, name }: Named): Promise<GatewayFacts> {
  try {
    const read = await custom.getNamespacedCustomObject({ ...API, plural: "gateways", namespace, name });
    const { spec, status } = read as Gateway;
    const listeners = (spec?.listeners ?? []).map(({ hostname = "", ...listener }) => ({ hostname, ...listener }));
    const addresses = (status?.addresses ?? [])
      // A name of the controller's own is no address: https://gateway-api.sigs.k8s.io/reference/spec/#addresstype
      .filter(({ type = "IPAddress" }) => type === "IPAddress" || type === "Hostname")
      .map(({ value }) => value);
    return { namespace, name, exists: true, addresses, listeners };
  } catch (error) {
    if (apiStatus(error) === 404) return { namespace, name, exists: false, addresses: [], listeners: [] };
    throw apiError(`read Gateway ${namespace}/${name}`, error);
  }
}

function sameParent(a: ParentRef, b: ParentRef, namespace: string): boolean {
  return (
    a.name === b.name &&
    (a.namespace ?? namespace) === (b.namespace ?? namespace) &&
    a.sectionName === b.sectionName &&
    a.port === b.port
  );
}

/** What was said of an older state of the route does not count. */
function conditionsOf(conditions: readonly Condition[], generation = 0): RouteCondition[] {
  return conditions
    .filter(({ observedGeneration = generation }) => observedGeneration >= generation)
    .map(({ type, status, reason = "", message = "" }) => ({ type, isTrue: status === "True", reason, message }));
}
