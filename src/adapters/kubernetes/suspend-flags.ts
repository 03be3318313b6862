import type { V1CronJob, V1ManagedFieldsEntry } from "@kubernetes/client-node";
import type { CronJobs } from "../../ports/cron-jobs.ts";
import { apiError, apiStatus, isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

/** An empty list would change nothing: https://kubernetes.io/docs/reference/using-api/server-side-apply/#clearing-managedfields */
const NONE = [{}];

type Named = { namespace: string; name: string };

/** The suspend flags of a real cluster. */
export function clusterCronJobs({ batch }: KubernetesClient): CronJobs {
  return {
    async suspendStates(cronJobs) {
      const found = await Promise.all(
        cronJobs.map(async ({ namespace, name }) => {
          const live = await read({ namespace, name });
          return live === undefined ? [] : [{ namespace, name, suspend: live.spec?.suspend ?? false }];
        }),
      );
      return found.flat();
    },
    async giveUpSuspend(cronJobs) {
      await Promise.all(cronJobs.map(giveUp));
    },
    async suspend(cronJobs) {
      await Promise.all(cronJobs.map(suspend));
    },
  };

  async function read({ namespace, name }: Named): Promise<V1CronJob | undefined> {
    try {
      return await batch.readNamespacedCronJob({ namespace, name });
    } catch (error) {
      if (isGone(error)) return undefined;
      throw apiError(`read CronJob ${name} in namespace ${namespace}`, error);
    }
  }

  /** By a manager of our own: the next deploy takes the flag back from it. */
  async function suspend({ namespace, name }: Named): Promise<void> {
    const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
    try {
      await batch.patchNamespacedCronJob(
        { namespace, name, body: { spec: { suspend: true } }, fieldManager: "k8s-migrate" },
        setHeaderOptions("Content-Type", PatchStrategy.MergePatch),
      );
    } catch (error) {
      if (!isGone(error)) throw apiError(`suspend CronJob ${name} in namespace ${namespace}`, error);
    }
  }

  /** Again when something else wrote in between. */
  async function giveUp(cronJob: Named): Promise<void> {
    const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
    for (let tries = 1; ; tries++) {
      const { metadata } = (await read(cronJob)) ?? {};
      const managedFields = metadata?.managedFields ?? [];
      const left = managedFields.flatMap((entry) => (isHelm(entry) ? entry : withoutSuspend(entry)));
      const isSame =
        left.length === managedFields.length && left.every((entry, index) => entry === managedFields[index]);
      if (metadata === undefined || isSame) return;
      const body = {
        metadata: { resourceVersion: metadata.resourceVersion, managedFields: left.length === 0 ? NONE : left },
      };
      try {
        await batch.patchNamespacedCronJob(
          { ...cronJob, body },
          setHeaderOptions("Content-Type", PatchStrategy.MergePatch),
        );
        return;
      } catch (error) {
        if (apiStatus(error) === 409 && tries < 5) continue;
        throw apiError(
          `give up the ownership of spec.suspend of CronJob ${cronJob.name} in namespace ${cronJob.namespace}`,
          error,
        );
      }
    }
  }
}

/** Helm 4's own entry. What Helm 3 or a patch by that name wrote is another one, and in its way too. */
function isHelm({ manager, operation }: V1ManagedFieldsEntry): boolean {
  return manager === "helm" && operation === "Apply";
}

/** https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management */
function withoutSuspend(entry: V1ManagedFieldsEntry): V1ManagedFieldsEntry | [] {
  const { "f:spec": spec, ...others } = (entry.fieldsV1 ?? {}) as { "f:spec"?: Record<string, unknown> };
  if (spec === undefined || !("f:suspend" in spec)) return entry;
  const { "f:suspend": _, ...rest } = spec;
  const fields = Object.keys(rest).length === 0 ? others : { ...others, "f:spec": rest };
  return Object.keys(fields).length === 0 ? [] : Object.assign(structuredClone(entry), { fieldsV1: fields });
}
