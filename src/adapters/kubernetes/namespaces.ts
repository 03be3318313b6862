import { OutsideError, UserError } from "../../errors.ts";
import type { NamespaceState, Namespaces } from "../../ports/namespaces.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

type Found = { labels: Record<string, string> } | "missing" | "forbidden";

/** Namespaces of a real cluster. */
export function clusterNamespaces({ core }: KubernetesClient): Namespaces {
  return {
    async ensure(name, { create, labels }) {
      let found = await read(name);
      if (found === "forbidden" && !(await isMissing(name))) return "unreadable";
      if (found === "forbidden" || found === "missing") {
        if (!create) throw new UserError(`namespace: ${name} does not exist. Create it, or set create-namespace: true`);
        if (await createNamespace(name, labels)) return "created";
        found = await read(name);
      }
      if (found === "forbidden" || found === "missing") return "unreadable";
      const has = found.labels;
      const wrong = Object.entries(labels).filter(([key, value]) => has[key] !== value);
      if (wrong.length === 0) return "unchanged";
      return label(name, Object.fromEntries(wrong));
    },
  };

  async function read(name: string): Promise<Found> {
    try {
      const { metadata } = await core.readNamespace({ name });
      if (metadata?.deletionTimestamp) throw beingDeleted(name);
      return { labels: metadata?.labels ?? {} };
    } catch (error) {
      if (apiStatus(error) === 404) return "missing";
      if (apiStatus(error) === 403) return "forbidden";
      throw error instanceof UserError ? error : apiError(`read namespace ${name}`, error);
    }
  }

  /**
   * Whether a namespace that this login may not read is missing: what the server says of a Secret that would be made there,
   * which Helm needs to make. False where it says nothing about that.
   */
  async function isMissing(name: string): Promise<boolean> {
    try {
      const body = { metadata: { generateName: "k8s-migrate-" } };
      await core.createNamespacedSecret({ namespace: name, body, dryRun: "All" });
      return false;
    } catch (error) {
      // The server's words, of its plugin NamespaceLifecycle: https://github.com/kubernetes/kubernetes/blob/v1.36.0/staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go
      const said = apiError(`look for namespace ${name}`, error).failure.reason;
      if (said.includes("because it is being terminated")) throw beingDeleted(name);
      return apiStatus(error) === 404 && said.includes(`namespaces "${name}" not found`);
    }
  }

  /** False when another deploy into the same new namespace was quicker: that one's labels are not ours. */
  async function createNamespace(name: string, labels: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      await core.createNamespace({ body: { metadata: { name, labels: { ...labels } } } });
      return true;
    } catch (error) {
      if (apiStatus(error) === 409) return false;
      const { failure } = apiError(`create namespace ${name}`, error);
      if (apiStatus(error) !== 403) throw new OutsideError(failure);
      const next = `let somebody who may run kubectl create namespace ${name} once, or ${failure.next}`;
      throw new OutsideError({ ...failure, next });
    }
  }

  async function label(name: string, labels: Record<string, string>): Promise<NamespaceState> {
    const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
    try {
      await core.patchNamespace(
        { name, body: { metadata: { labels } } },
        setHeaderOptions("Content-Type", PatchStrategy.MergePatch),
      );
      return "labelled";
    } catch (error) {
      if (apiStatus(error) === 403) return "unlabelled";
      throw apiError(`label namespace ${name}`, error);
    }
  }
}

/** Nothing can be made in it any more. */
function beingDeleted(name: string): UserError {
  return new UserError(
    `namespace: ${name} is being deleted. Wait until it is gone, then run again; where it stays, kubectl get namespace ${name} --output=yaml shows in its conditions what holds it`,
  );
}
