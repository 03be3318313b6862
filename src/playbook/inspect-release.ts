import { OutsideError } from "../errors.ts";
import type { Lease, Leases } from "../ports/leases.ts";
import type { LiveObjects } from "../ports/live-objects.ts";
import type { Log } from "../ports/log.ts";
import type { Releases } from "../ports/releases.ts";
import type { DeployRecord } from "../release/deploy-record.ts";
import { leaseNameFor } from "../release/lease-name.ts";
import { deployedRevision, newest, type Release, type Revision } from "../release/release.ts";
import { withoutPaths } from "../values/without-paths.ts";
import { type ManifestObject, objectsOf } from "../workloads/objects.ts";
import type { RunningImage } from "../workloads/workload.ts";
import { findRecord } from "./find-record.ts";

export type InspectRequest = { release: string; namespace: string };
export type InspectPorts = { releases: Releases; live: LiveObjects; leases: Pick<Leases, "read">; log: Log };

/** What there is of a release. */
export type Inspection = {
  /** The newest revision, whatever became of it; absent when there is no release. */
  newest: Revision | undefined;
  /** The revision that serves: the newest one that is deployed, or the newest where none is. */
  serving: Release | undefined;
  /** Kept by the deploy that made the serving revision, or the one that a rollback took up again. */
  record: DeployRecord | undefined;
  /** What the serving revision's workloads run now. */
  images: RunningImage[];
  /** The user's values of the serving revision without the secret ones; absent where those cannot be told apart. */
  values: Record<string, unknown> | undefined;
  /** Held by who deploys now, or died with it; read where the newest revision is not one that serves. */
  lease: Lease | undefined;
};

const LASTING_KINDS = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

/** Reads what is deployed, and writes nothing. That there is no release is a result, not an error. */
export async function inspectRelease(request: InspectRequest, ports: InspectPorts): Promise<Inspection> {
  const { release, namespace } = request;
  const { releases } = ports;
  const history = await releases.history(release, namespace);
  const last = newest(history);
  const shown = deployedRevision(history) ?? last;
  if (last === undefined || shown === undefined) {
    return {
      newest: undefined,
      serving: undefined,
      record: undefined,
      images: [],
      values: undefined,
      lease: undefined,
    };
  }
  const serving = await releases.read(release, namespace, shown.revision);
  if (serving === undefined) throw goneSince(request, shown);
  const [record, images, lease] = await Promise.all([
    recordOf(serving, ports),
    runningImages(serving, ports),
    last.revision === shown.revision && last.status === "deployed" ? undefined : heldLease(request, ports),
  ]);
  return { newest: last, serving, record, images, values: plainValues(serving, record, ports.log), lease };
}

function goneSince({ release, namespace }: InspectRequest, { revision }: Revision): OutsideError {
  return new OutsideError({
    system: "Helm",
    operation: `read revision ${revision} of ${release} in namespace ${namespace}`,
    reason: "it was removed while it was read, by an uninstall or a deploy",
    next: "run this step again once that has ended",
  });
}

async function recordOf(serving: Release, ports: InspectPorts): Promise<DeployRecord | undefined> {
  const record = await findRecord(serving, ports);
  if (record === undefined) {
    ports.log.warn(
      `Revision ${serving.revision} of ${serving.name} has no deploy record: another tool made it, its deploy did not end well, or the revision that a rollback went back to is pruned. chart-digest, git-sha and values-file are empty`,
    );
  }
  return record;
}

async function runningImages(serving: Release, { live, log }: InspectPorts): Promise<RunningImage[]> {
  const objects = objectsOf(serving.manifest, serving.namespace);
  const workloads = await live.workloads(objects);
  const found = new Set(workloads.map(nameOf));
  const missing = objects.filter((object) => LASTING_KINDS.has(object.kind) && !found.has(nameOf(object)));
  if (missing.length > 0 && serving.status !== "uninstalled") {
    log.warn(
      `images: without ${missing.map(({ kind, name }) => `${kind} ${name}`).join(", ")}: not in the cluster, or this login may not list them`,
    );
  }
  return workloads.flatMap((workload) => workload.images);
}

function nameOf({ kind, namespace, name }: Pick<ManifestObject, "kind" | "namespace" | "name">): string {
  return `${namespace}/${kind}/${name}`;
}

async function heldLease({ release, namespace }: InspectRequest, { leases }: InspectPorts): Promise<Lease | undefined> {
  const lease = await leases.read(namespace, leaseNameFor(release));
  return lease === undefined || lease === "forbidden" || lease.holder === "" ? undefined : lease;
}

/** The whole values hold secrets: without knowing where, nothing of them is given. */
function plainValues(
  { name, revision, values }: Release,
  record: DeployRecord | undefined,
  log: Log,
): Record<string, unknown> | undefined {
  if (record === undefined) return undefined;
  const { secretPaths, secretLeaves } = record.values;
  const plain = secretPaths === undefined ? undefined : withoutPaths(values, secretPaths);
  if (plain === undefined) {
    const why = secretPaths === undefined ? "the record does not say where" : "they are not where the record says";
    log.warn(
      `values-file: empty, since the secrets among the values of ${name} revision ${revision} cannot be told apart (${why}; there are ${secretLeaves}). The next deploy of it, without --reuse-values, is good for one`,
    );
  }
  return plain;
}
