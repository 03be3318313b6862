import { UserError } from "../../errors.ts";
import type { NamespaceState, Namespaces } from "../../ports/namespaces.ts";
import { apiError, apiStatus } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

/** Namespaces of a real cluster. */
export function clusterNamespaces({ core }: KubernetesClient): Namespaces {
  return {
    async ensure(name, { create, labels }) {
      let found = await readLabels(name);
      if (found === "missing") {
        if (!create) throw new UserError(`namespace: ${name} does not exist. Create it, or set create-namespace: true`);
        if (await createNamespace(name, labels)) return "created";
        found = await readLabels(name);
      }
      if (found === "forbidden" || found === "missing") return "unreadable";
      const has = found;
      const wrong = Object.entries(labels).filter(([key, value]) => has[key] !== value);
      if (wrong.length === 0) return "unchanged";
      return label(name, Object.fromEntries(wrong));
    },
  };

  async function readLabels(name: string): Promise<Record<string, string> | "missing" | "forbidden"> {
    try {
      return (await core.readNamespace({ name })).metadata?.labels ?? {};
    } catch (error) {
      if (apiStatus(error) === 404) return "missing";
      if (apiStatus(error) === 403) return "forbidden";
      throw apiError(`read namespace ${name}`, error);
    }
  }

  /** False when another deploy into the same new namespace was quicker: that one's labels are not ours. */
  async function createNamespace(name: string, labels: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      await core.createNamespace({ body: { metadata: { name, labels: { ...labels } } } });
      return true;
    } catch (error) {
      if (apiStatus(error) === 409) return false;
      throw apiError(`create namespace ${name}`, error);
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
