import type { V1APIResource } from "@kubernetes/client-node";
import { groupOf, type JsonMap, type KubeObject } from "../../plan/kube-object.ts";
import type { HelmPatch } from "../../plan/patches.ts";
import { isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

/** A kind as the cluster serves it. */
export type ServedKind = { group: string; version: string; plural: string; namespaced: boolean };

export type Place = { kind: ServedKind; namespace: string; name: string };

export type PatchForm = HelmPatch["form"] | "application/apply-patch+yaml";

/** Objects of whatever kind as the JSON that the API server has. */
export type PlainObjects = {
  /** @returns undefined when the cluster does not have the kind */
  kindOf(object: KubeObject): Promise<ServedKind | undefined>;
  read(place: Place): Promise<KubeObject>;
  /** What the patch has made of the object; with `dryRun` what it would make, and nothing is written. */
  patch(
    place: Place,
    patch: { form: PatchForm; body: JsonMap; force?: boolean; dryRun?: boolean },
  ): Promise<KubeObject>;
};

/** Helm's: https://github.com/helm/helm/blob/v4.1.4/cmd/helm/helm.go */
const FIELD_MANAGER = "helm";

/**
 * Goes by the client of custom objects, which takes and gives JSON as it is: the others drop each field that they do not
 * know, such as a newer cluster's and the `$patch` of a strategic merge patch.
 */
export function plainObjects(client: KubernetesClient): PlainObjects {
  const { custom } = client;
  const served = new Map<string, Promise<V1APIResource[]>>();
  return {
    async kindOf(object) {
      const { apiVersion, kind } = object;
      const resources = served.get(apiVersion) ?? resourcesOf(client, apiVersion);
      served.set(apiVersion, resources);
      let found: V1APIResource | undefined;
      try {
        // A name with a slash is a part of another kind, such as `deployments/scale`.
        found = (await resources).find((each) => each.kind === kind && !each.name.includes("/"));
      } finally {
        // What is missing may come, with a deploy in the same run, and a failure passes.
        if (found === undefined && served.get(apiVersion) === resources) served.delete(apiVersion);
      }
      if (found === undefined) return undefined;
      return { ...partsOf(apiVersion), plural: found.name, namespaced: found.namespaced };
    },
    async read(place) {
      const options = await callOptions();
      const found = place.kind.namespaced
        ? custom.getNamespacedCustomObject(parametersOf(place), options)
        : custom.getClusterCustomObject(parametersOf(place), options);
      return (await found) as KubeObject;
    },
    async patch(place, { form, body, force, dryRun }) {
      const options = await callOptions(form);
      const write = {
        ...parametersOf(place),
        body,
        fieldManager: FIELD_MANAGER,
        ...(dryRun ? { dryRun: "All" } : {}),
        ...(force === undefined ? {} : { force }),
      };
      const made = place.kind.namespaced
        ? custom.patchNamespacedCustomObject(write, options)
        : custom.patchClusterCustomObject(write, options);
      return (await made) as KubeObject;
    },
  };
}

/** @returns undefined when the cluster does not have the kind */
export async function placeOf(api: PlainObjects, object: KubeObject, namespace: string): Promise<Place | undefined> {
  const kind = await api.kindOf(object);
  const { name, namespace: own = namespace } = object.metadata;
  return kind && { kind, namespace: kind.namespaced ? own : "", name };
}

async function resourcesOf({ core, custom }: KubernetesClient, apiVersion: string): Promise<V1APIResource[]> {
  const { group, version } = partsOf(apiVersion);
  try {
    const list = await (group === "" ? core.getAPIResources() : custom.getAPIResources({ group, version }));
    return list.resources;
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function partsOf(apiVersion: string): { group: string; version: string } {
  const group = groupOf({ apiVersion });
  return { group, version: group === "" ? apiVersion : apiVersion.slice(group.length + 1) };
}

function parametersOf({ kind: { group, version, plural }, namespace, name }: Place) {
  return { group, version, plural, namespace, name };
}

/** The client has no options for these: a middleware does it, and borrows what only the client itself can make. */
async function callOptions(contentType?: PatchForm) {
  const { setHeaderOptions } = await import("@kubernetes/client-node");
  const options = contentType
    ? setHeaderOptions("Content-Type", contentType)
    : setHeaderOptions("Accept", "application/json");
  const middleware = options.middleware?.map((each) => ({
    ...each,
    pre: (request: Parameters<typeof each.pre>[0]) => {
      // The core group has a path of its own.
      request.setUrl(request.getUrl().replace("/apis//", "/api/"));
      return each.pre(request);
    },
  }));
  return { ...options, ...(middleware ? { middleware } : {}) };
}
