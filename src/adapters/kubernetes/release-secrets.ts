import type { V1ObjectMeta, V1Secret } from "@kubernetes/client-node";
import { OutsideError } from "../../errors.ts";
import type { Releases } from "../../ports/releases.ts";
import type { DeployRecord } from "../../release/deploy-record.ts";
import type { Release, Revision } from "../../release/release.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { asStatus, decodeRelease, withManifest } from "./release-payload.ts";

const RECORD_TYPE = "k8s-migrate.dev/deploy-record.v1";
/** Metadata without data: a history of 100 revisions may hold 100 MB of manifests. */
const METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

/**
 * Releases as Helm's default storage driver keeps them: a Secret a revision, with the state in its labels.
 * https://helm.sh/docs/topics/advanced/#storage-backends
 */
export function releaseSecrets({ core }: KubernetesClient): Releases {
  return { history, read, rewriteManifest, writeRecord, readRecord };

  async function history(release: string, namespace: string): Promise<Revision[]> {
    const { setHeaderOptions } = await import("@kubernetes/client-node");
    try {
      const secrets = await core.listNamespacedSecret(
        { namespace, labelSelector: `owner=helm,name=${release}` },
        setHeaderOptions("Accept", METADATA_ONLY),
      );
      // The API server writes an empty list of metadata as null.
      return (secrets.items ?? [])
        .flatMap(({ metadata }) => asRevision(release, metadata) ?? [])
        .toSorted((a, b) => a.revision - b.revision);
    } catch (error) {
      throw apiError(`list the revisions of ${release} in namespace ${namespace}`, error);
    }
  }

  async function read(release: string, namespace: string, revision: number): Promise<Release | undefined> {
    const secret = await readSecret(namespace, releaseSecretName(release, revision));
    if (secret?.data?.release === undefined) return undefined;
    return { ...decodeRelease(secret.data.release), changedAt: changedAt(secret.metadata) };
  }

  async function rewriteManifest({ name, namespace, revision, manifest: expected }: Release, manifest: string) {
    const operation = `rewrite the manifest of revision ${revision} of ${name} in namespace ${namespace}`;
    const changed = (reason: string) => new OutsideError({ system: "Helm", operation, reason });
    const secret = await readSecret(namespace, releaseSecretName(name, revision));
    if (secret?.data?.release === undefined) throw changed("it is gone");
    const release = withManifest(secret.data.release, { expected, manifest });
    if (release === undefined) throw changed("somebody has changed it since it was read");
    // By the resource version that was read.
    const { type, metadata, data } = secret;
    const body = { ...(type ? { type } : {}), ...(metadata ? { metadata } : {}), data: { ...data, release } };
    try {
      await core.replaceNamespacedSecret({ namespace, name: releaseSecretName(name, revision), body });
    } catch (error) {
      throw apiError(operation, error);
    }
  }

  async function writeRecord(record: DeployRecord): Promise<void> {
    const { release, namespace, revision } = record;
    const operation = `record the deploy of ${release} revision ${revision} in namespace ${namespace}`;
    try {
      const owner = await core.readNamespacedSecret({ namespace, name: releaseSecretName(release, revision) });
      const secret = {
        namespace,
        body: {
          type: RECORD_TYPE,
          metadata: {
            name: recordName(release, revision),
            labels: { "app.kubernetes.io/managed-by": "k8s-migrate", "k8s-migrate.dev/release": release },
            // Helm prunes old revisions and removes all on uninstall: the garbage collector then takes the record too.
            ownerReferences: [
              { apiVersion: "v1", kind: "Secret", name: owner.metadata?.name ?? "", uid: owner.metadata?.uid ?? "" },
            ],
          },
          stringData: { record: JSON.stringify(record) },
        },
      };
      await core.createNamespacedSecret(secret).catch(async (error: unknown) => {
        if (apiStatus(error) !== 409) throw error;
        // Of an uninstalled release of this name. A new object: the collector may be about to delete the old one.
        await deleteRecord(namespace, secret.body.metadata.name);
        await core.createNamespacedSecret(secret);
      });
    } catch (error) {
      throw apiError(operation, error);
    }
  }

  async function deleteRecord(namespace: string, name: string): Promise<void> {
    try {
      await core.deleteNamespacedSecret({ namespace, name });
    } catch (error) {
      if (apiStatus(error) !== 404) throw error;
    }
  }

  async function readRecord(release: string, namespace: string, revision: number): Promise<DeployRecord | undefined> {
    const secret = await readSecret(namespace, recordName(release, revision));
    return secret?.data?.record === undefined
      ? undefined
      : (JSON.parse(Buffer.from(secret.data.record, "base64").toString()) as DeployRecord);
  }

  async function readSecret(namespace: string, name: string): Promise<V1Secret | undefined> {
    try {
      return await core.readNamespacedSecret({ namespace, name });
    } catch (error) {
      if (apiStatus(error) === 404) return undefined;
      throw apiError(`read Secret ${name} in namespace ${namespace}`, error);
    }
  }
}

function releaseSecretName(release: string, revision: number): string {
  return `sh.helm.release.v1.${release}.v${revision}`;
}

function recordName(release: string, revision: number): string {
  return `k8s-migrate.${release}.v${revision}`;
}

/** A revision by the metadata of its Secret; `undefined` for a Secret that has the labels, but is not Helm's, such as a copy. */
function asRevision(release: string, metadata: V1ObjectMeta | undefined): Revision | undefined {
  const { name, labels = {} } = metadata ?? {};
  const revision = Number(labels.version);
  if (name !== releaseSecretName(release, revision)) return undefined;
  return { revision, status: asStatus(labels.status), changedAt: changedAt(metadata) };
}

/**
 * By Helm's own clock, in the label that it sets when it makes a revision: so for those that are pending. Its next write takes
 * that label away, and what it has in `modifiedAt` then may be the time of an earlier revision, whose labels it takes over.
 * https://github.com/helm/helm/blob/main/pkg/storage/driver/secrets.go
 */
function changedAt({ labels, creationTimestamp, managedFields = [] }: V1ObjectMeta = {}): string {
  const created = Number(labels?.createdAt);
  if (created > 0) return new Date(created * 1000).toISOString();
  const written = [creationTimestamp, ...managedFields.map(({ time }) => time)].map((time) =>
    time === undefined ? 0 : new Date(time).getTime(),
  );
  return new Date(Math.max(...written)).toISOString();
}
