import { gunzipSync, gzipSync } from "node:zlib";
import { OutsideError } from "../../errors.ts";
import { RELEASE_STATUSES, type Release, type ReleaseStatus } from "../../release/release.ts";
import { asHook, type StoredHook } from "../helm/stored-hook.ts";

/** What Node has and TypeScript does not know yet: https://github.com/tc39/proposal-json-parse-with-source */
const withSource = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
};

/** A revision out of a Secret's data, in Helm's form: JSON, gzipped, base64, and base64 once more as all Secret data. */
export function decodeRelease(data: string): Omit<Release, "changedAt"> {
  try {
    const stored = JSON.parse(unpacked(data)) as StoredRelease;
    const { name, version, appVersion } = stored.chart.metadata;
    return {
      name: stored.name,
      namespace: stored.namespace,
      revision: stored.version,
      status: asStatus(stored.info.status),
      description: stored.info.description ?? "",
      deployedAt: stored.info.last_deployed,
      chart: { name, version, appVersion: appVersion ?? "" },
      manifest: stored.manifest ?? "",
      hooks: (stored.hooks ?? []).map(asHook),
      serverSide: stored.apply_method === "ssa",
      values: stored.config ?? {},
    };
  } catch (error) {
    throw new OutsideError({
      system: "Helm",
      operation: "read a stored release",
      reason: "its Secret is not in the form of Helm 3 and 4",
      next: "look at it with: helm history RELEASE -n NAMESPACE",
      cause: error,
    });
  }
}

type StoredRelease = {
  name: string;
  namespace: string;
  version: number;
  manifest?: string;
  /** Since Helm 4: `ssa` or `csa`. */
  apply_method?: string;
  config?: Record<string, unknown>;
  hooks?: StoredHook[];
  info: { status: string; description?: string; last_deployed: string };
  chart: { metadata: { name: string; version: string; appVersion?: string } };
};

/**
 * A Secret's data with another manifest; `undefined` when its manifest is not the expected one. Numbers stay as they are
 * written: values may hold larger ones than JavaScript can.
 */
export function withManifest(
  data: string,
  { expected, manifest }: { expected: string; manifest: string },
): string | undefined {
  const stored = withSource.parse(unpacked(data), (_key, value, { source }) =>
    typeof value === "number" ? withSource.rawJSON(source) : value,
  ) as StoredRelease;
  return (stored.manifest ?? "") === expected ? packed(JSON.stringify({ ...stored, manifest })) : undefined;
}

function unpacked(data: string): string {
  return gunzipSync(Buffer.from(Buffer.from(data, "base64").toString(), "base64")).toString();
}

function packed(json: string): string {
  const zipped = gzipSync(json, { level: 9 }).toString("base64");
  return Buffer.from(zipped).toString("base64");
}

export function asStatus(text: string | undefined): ReleaseStatus {
  return RELEASE_STATUSES.find((status) => status === text) ?? "unknown";
}
