import { type Documents, documentsOf, type ReadTexts } from "../../plan/documents.ts";
import { asHelmSends } from "../../plan/helm-marks.ts";
import type { Plan } from "../../plan/plan.ts";
import { plannedHooks } from "../../plan/planned-hooks.ts";
import { type Hide, pairsOf, plannedObject } from "../../plan/planned-objects.ts";
import type { ServerDryRun } from "../../ports/server-dry-run.ts";
import type { Hook, Release } from "../../release/release.ts";

export type PlanRequest = {
  release: string;
  namespace: string;
  /** The revision that is deployed, else the newest; undefined when there is none. */
  original: Pick<Release, "manifest" | "hooks"> | undefined;
  /** What the chart gives now. */
  rendered: { manifest: string; hooks: readonly Pick<Hook, "manifest">[] };
  /** Whether Helm will apply the objects on the server, or patch them itself. */
  serverSide: boolean;
  /** Whether Helm will take over fields that somebody else manages. */
  forced?: boolean;
};

/**
 * What a deploy would change, as the cluster itself says. Writes nothing.
 * @param ports.hidden takes secrets out of a text: of Secrets no value is shown in any case
 * @throws OutsideError when the cluster does not answer
 */
export async function makePlan(
  { release, namespace, original, rendered, serverSide, forced = false }: PlanRequest,
  { dryRun, hidden = (text) => text }: { dryRun: ServerDryRun; hidden?: Hide },
): Promise<Plan> {
  const known: ReadTexts = new Map();
  const objects = {
    original: documentsOf(original?.manifest ?? "", known),
    rendered: documentsOf(rendered.manifest, known),
  };
  const hooks = { original: ofHooks(original?.hooks ?? [], known), rendered: ofHooks(rendered.hooks, known) };
  const pairs = pairsOf({ original: objects.original.objects, rendered: objects.rendered.objects }, namespace);
  const sent = pairs.map((pair) =>
    pair.rendered ? { ...pair, rendered: asHelmSends(pair.rendered, { release, namespace }) } : pair,
  );
  const compared = await dryRun.compare(sent, { namespace, serverSide });

  const planned = pairs.map((pair, index) => plannedObject(pair, compared[index] ?? {}, { hide: hidden, forced }));
  const changes = [
    ...planned.flatMap(({ change }) => change ?? []),
    ...plannedHooks(
      { original: hooks.original.objects, rendered: hooks.rendered.objects },
      { namespace, hide: hidden },
    ),
  ];
  const unread = [objects.original, objects.rendered, hooks.original, hooks.rendered].flatMap((each) => each.unread);
  const notes = [
    ...planned.flatMap(({ note }) => note ?? []),
    ...[...new Set(unread)].map((place) => `${place} cannot be read as YAML, and is not compared`),
  ];
  const isUnchanged =
    notes.length === 0 && changes.every(({ action, problem }) => action === "same" && problem === undefined);
  return { changes, isUnchanged, notes };
}

function ofHooks(hooks: readonly Pick<Hook, "manifest">[], known: ReadTexts): Documents {
  const found = hooks.map(({ manifest }) => documentsOf(manifest, known));
  return { objects: found.flatMap(({ objects }) => objects), unread: found.flatMap(({ unread }) => unread) };
}
