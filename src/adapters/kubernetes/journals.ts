import { setTimeout as wait } from "node:timers/promises";
import type { V1ConfigMap, V1ObjectMeta } from "@kubernetes/client-node";
import { OutsideError } from "../../errors.ts";
import { journalName } from "../../journal/journal-name.ts";
import type { JournalKey, Journals, StoredJournal } from "../../ports/journals.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { clusterNamespaces } from "./namespaces.ts";

const JOURNAL_NAMESPACE = "k8s-migrate";

type Seen = StoredJournal & { metadata: V1ObjectMeta };

const FIELD = "journal.json";
const LABELS = { "app.kubernetes.io/managed-by": "k8s-migrate", "app.kubernetes.io/component": "journal" };
/** Of all values together: https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const LARGEST_BYTES = 1024 * 1024;
const TRIES = 4;
const FIRST_PAUSE_MS = 250;

/** Journals in a cluster, each in a ConfigMap; their locks are Leases of the same name (leases.ts). */
export function clusterJournals(client: KubernetesClient, namespace: string = JOURNAL_NAMESPACE): Journals {
  const { core } = client;
  /** Each journal as it was last seen here. */
  const seen = new Map<string, Seen>();
  return {
    place(key) {
      const name = journalName(key);
      return {
        journal: `ConfigMap ${name} in namespace ${namespace}`,
        lock: { namespace, name },
        rights: `allow get, create and update of leases and configmaps, by ${rules()} in a Role of namespace ${namespace} that is bound to the login`,
        show: `kubectl get configmap ${name} --namespace ${namespace} --output=jsonpath='{.data.journal\\.json}'`,
        remove: `kubectl delete configmap,lease ${name} --namespace ${namespace}`,
      };
    },
    async prepare() {
      const state = await clusterNamespaces(client).ensure(namespace, { create: true, labels: {} });
      if (state === "unreadable") await findOut();
    },
    async read(key) {
      const name = journalName(key);
      try {
        return await get(name);
      } catch (error) {
        throw apiError(`read ConfigMap ${name} in namespace ${namespace}`, error);
      }
    },
    async write(key, text, expected) {
      const name = journalName(key);
      const operation = `write ConfigMap ${name} in namespace ${namespace}`;
      const bytes = Buffer.byteLength(text);
      if (bytes > LARGEST_BYTES) throw tooLarge(operation, { bytes, name });
      const before = seen.get(name);
      let version = expected;
      for (let pauseMs = FIRST_PAUSE_MS, tried = 1; ; pauseMs *= 2, tried++) {
        try {
          return await (version === undefined ? create(key, text) : replace(key, text, version));
        } catch (error) {
          if (version !== undefined && apiStatus(error) === 404) return "changed";
          const failure = apiError(operation, error);
          if (!mayBeThere(error)) throw failure;
          const stored = await get(name).catch(() => {
            throw failure;
          });
          // A try of ours was done, and its answer was lost.
          if (stored?.text === text) return { version: stored.version };
          if (stored?.version !== version) {
            // Another one may put a label on it, and leave the journal as it is.
            if (stored === undefined || before?.version !== expected || before?.text !== stored.text) return "changed";
            version = stored.version;
          }
          if (tried === TRIES) throw failure;
          await wait(pauseMs);
        }
      }
    },
  };

  async function get(name: string): Promise<StoredJournal | undefined> {
    try {
      return kept(await core.readNamespacedConfigMap({ name, namespace }));
    } catch (error) {
      if (apiStatus(error) === 404) return undefined;
      throw error;
    }
  }

  async function create(key: JournalKey, text: string): Promise<StoredJournal> {
    const body = { metadata: { name: journalName(key), labels: labelsOf(key) }, data: { [FIELD]: text } };
    return kept(await core.createNamespacedConfigMap({ namespace, body }));
  }

  async function replace(key: JournalKey, text: string, expected: string): Promise<StoredJournal> {
    const name = journalName(key);
    // What others put on it is written again.
    const base = seen.get(name)?.metadata;
    // The API server compares the resourceVersion.
    const own = { name, resourceVersion: expected, labels: { ...base?.labels, ...labelsOf(key) } };
    const metadata = Object.assign({}, base, own);
    return kept(
      await core.replaceNamespacedConfigMap({ name, namespace, body: { metadata, data: { [FIELD]: text } } }),
    );
  }

  function kept({ metadata = {}, data }: V1ConfigMap): StoredJournal {
    const { name = "", resourceVersion: version = "" } = metadata;
    const text = data?.[FIELD] ?? "";
    seen.set(name, { text, version, metadata });
    return { text, version };
  }

  /** Whether a namespace is there that this login may not read. */
  async function findOut(): Promise<void> {
    try {
      const body = { metadata: { generateName: "journal-" } };
      await core.createNamespacedConfigMap({ namespace, body, dryRun: "All" });
    } catch (error) {
      const { failure } = apiError(`look for namespace ${namespace}`, error);
      if (apiStatus(error) !== 404) throw new OutsideError(failure);
      const next = `let somebody who may run kubectl create namespace ${namespace} once, or keep the journal in S3 (state.s3 in the migration file)`;
      throw new OutsideError({ ...failure, next });
    }
  }

  function tooLarge(operation: string, { bytes, name }: { bytes: number; name: string }): OutsideError {
    const copy = `kubectl get configmap ${name} --namespace ${namespace} --output=jsonpath='{.data.journal\\.json}' | aws s3 cp - s3://…/k8s-migrate/<environment>/<service>/journal.json`;
    return new OutsideError({
      system: "Kubernetes API",
      operation,
      reason: `a ConfigMap holds ${LARGEST_BYTES} bytes, and the journal would have ${bytes}`,
      next: `keep the journal in S3: set state.s3 in the migration file, and copy what there is (${copy})`,
    });
  }
}

function rules(): string {
  const verbs = `verbs: ["get", "create", "update"]`;
  return `rules: [{apiGroups: [""], resources: ["configmaps"], ${verbs}}, {apiGroups: ["coordination.k8s.io"], resources: ["leases"], ${verbs}}]`;
}

/** For `kubectl get configmap --selector`. A name that cannot be a label's value is in the document only. */
function labelsOf({ environment, service }: JournalKey): Record<string, string> {
  const own = { "k8s-migrate.dev/environment": environment, "k8s-migrate.dev/service": service };
  const valid = Object.entries(own).filter(([, value]) => /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(value));
  return { ...LABELS, ...Object.fromEntries(valid) };
}

/** Whether a write that failed so may have been done: there was no answer, or the server did not get through with it. */
function mayBeThere(error: unknown): boolean {
  const status = apiStatus(error);
  // Conflict: another one is there, or a try of ours. Not found: what was expected is gone, or the namespace is.
  return status === undefined || status >= 500 || status === 409 || status === 429;
}
