import { isDeepStrictEqual } from "node:util";
import { documentsOf } from "../../plan/documents.ts";
import { type KubeObject, keyOf } from "../../plan/kube-object.ts";
import type { Helm, RollbackRequest } from "../../ports/helm.ts";
import type { LiveObjects } from "../../ports/live-objects.ts";
import type { Log } from "../../ports/log.ts";
import type { Releases } from "../../ports/releases.ts";
import type { Release } from "../../release/release.ts";
import { attempt } from "./attempt.ts";

type Ports = { helm: Pick<Helm, "major">; releases: Releases; live: LiveObjects; log: Log };

/**
 * Takes away fields that these revisions have set and the target of a rollback has not, where Helm itself would leave them.
 * On the server side nothing is left: the API server knows which fields Helm has set.
 */
export async function takeBackFields(
  request: RollbackRequest,
  unseen: readonly Release[],
  { helm, releases, live, log }: Ports,
): Promise<void> {
  const { release, namespace, revision } = request;
  if (unseen.length === 0) return;
  const target = await releases.read(release, namespace, revision);
  if (target === undefined || (helm.major === 4 && target.serverSide)) return;
  const wanted = new Map(documentsOf(target.manifest).objects.map((object) => [keyOf(object, namespace), object]));
  for (const { revision: left, manifest } of unseen) {
    const pairs = documentsOf(manifest).objects.flatMap((original) => {
      const rendered = wanted.get(keyOf(original, namespace));
      return rendered === undefined || isDeepStrictEqual(original, rendered) ? [] : [{ original, rendered }];
    });
    if (pairs.length === 0) continue;
    log.info(`Taking back what revision ${left} has set`);
    await attempt(`take back what revision ${left} has set`, log, () => live.takeBack(pairs, namespace));
  }
}

/** Deletes what only these revisions have: Helm does not look at them when it rolls back. */
export async function removeAdded(
  request: RollbackRequest,
  unseen: readonly Release[],
  { releases, live, log }: Ports,
): Promise<void> {
  const { release, namespace, revision } = request;
  if (unseen.length === 0) return;
  const target = await releases.read(release, namespace, revision);
  if (target === undefined) return;
  const wanted = new Set(documentsOf(target.manifest).objects.map((object) => keyOf(object, namespace)));
  for (const left of unseen) {
    const added = documentsOf(left.manifest).objects.filter((object) => !wanted.has(keyOf(object, namespace)));
    const removed = await attempt(`delete what revision ${left.revision} has added`, log, () =>
      live.removeOwned(
        added.map((object) => named(object, namespace)),
        { release, namespace },
      ),
    );
    if (removed !== undefined && removed.length > 0)
      log.info(`Deleted what revision ${left.revision} has added: ${removed.join(", ")}`);
  }
}

function named({ apiVersion, kind, metadata }: KubeObject, releaseNamespace: string) {
  return { apiVersion, kind, namespace: metadata.namespace ?? releaseNamespace, name: metadata.name };
}
