/** An object as a manifest or the API server has it. */
export type KubeObject = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; [field: string]: unknown };
  [field: string]: unknown;
};

export type JsonMap = Record<string, unknown>;

export function isMap(value: unknown): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `apps` of `apps/v1`; empty for the core group. */
export function groupOf({ apiVersion }: Pick<KubeObject, "apiVersion">): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

/** Two objects with the same key are the same to Helm, also where one of them is written in another version of its API. */
export function keyOf(object: KubeObject, releaseNamespace: string): string {
  const { name, namespace = releaseNamespace } = object.metadata;
  return JSON.stringify([groupOf(object), object.kind, namespace, name]);
}
