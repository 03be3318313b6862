import { fewAtATime } from "../../few-at-a-time.ts";
import type { Compared, Pair } from "../../plan/compared.ts";
import type { KubeObject } from "../../plan/kube-object.ts";
import { helmPatch } from "../../plan/patches.ts";
import type { DryRunOptions, ServerDryRun } from "../../ports/server-dry-run.ts";
import { isGone } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";
import { type Place, type PlainObjects, placeOf, plainObjects } from "./plain-objects.ts";
import { refusalOf } from "./server-dry-run/refusal.ts";

const AT_ONCE = 10;
const TRIES = 3;

/** Asks a real cluster what a deploy would change. */
export function clusterDryRun(client: KubernetesClient): ServerDryRun {
  const api = plainObjects(client);
  return { compare: (pairs, options) => fewAtATime(pairs, AT_ONCE, (pair) => compare(api, pair, options)) };
}

/** Controllers write too: what they write between the two questions would look like a change of the deploy's. */
async function compare(api: PlainObjects, pair: Pair, options: DryRunOptions): Promise<Compared> {
  for (let tried = 1; ; tried++) {
    const found = await compareOnce(api, pair, options);
    const { before, after } = found;
    // A dry run makes no new version.
    const isOfOneVersion = before?.metadata.resourceVersion === after?.metadata.resourceVersion;
    if (tried === TRIES || before === undefined || after === undefined || isOfOneVersion) return found;
  }
}

async function compareOnce(api: PlainObjects, pair: Pair, options: DryRunOptions): Promise<Compared> {
  const object = pair.rendered ?? pair.original;
  if (object === undefined) return {};
  const { kind, metadata } = object;
  const operation = `ask what would change of ${kind} ${metadata.name}`;
  let place: Place | undefined;
  let before: KubeObject | undefined;
  try {
    place = await placeOf(api, object, options.namespace);
    before = place && (await api.read(place));
  } catch (error) {
    if (!isGone(error)) return uncompared(operation, error);
  }
  const rendered = pair.rendered && inPlace(pair.rendered, place);
  if (place === undefined || before === undefined) return rendered ? { after: rendered } : {};
  if (rendered === undefined) return { before };
  const live = { place, before, rendered };
  try {
    return options.serverSide ? await applied(api, live, operation) : await patched(api, live, pair.original);
  } catch (error) {
    // Deleted in the meantime.
    return isGone(error) ? { after: rendered } : { before, ...refusalOf(operation, error) };
  }
}

type Live = { place: Place; before: KubeObject; rendered: KubeObject };

function inPlace(object: KubeObject, place: Place | undefined): KubeObject {
  if (!place?.kind.namespaced) return object;
  return { ...object, metadata: { ...object.metadata, namespace: place.namespace } };
}

/** What Helm 4 does: https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go */
async function applied(api: PlainObjects, { place, before, rendered }: Live, operation: string): Promise<Compared> {
  const apply = (force: boolean) =>
    api.patch(place, { form: "application/apply-patch+yaml", body: rendered, force, dryRun: true });
  try {
    return { before, after: await apply(false) };
  } catch (error) {
    const refusal = refusalOf(operation, error);
    if (!("conflicts" in refusal)) throw error;
    try {
      return { before, after: await apply(true), ...refusal };
    } catch (another) {
      if (isGone(another)) throw another;
      const more = refusalOf(operation, another);
      return { before, problem: [refusal.problem, ...("problem" in more ? [more.problem] : [])].join("; ") };
    }
  }
}

/** What Helm 3 does, and Helm 4 for releases of Helm 3. */
async function patched(
  api: PlainObjects,
  { place, before, rendered }: Live,
  original: KubeObject | undefined,
): Promise<Compared> {
  const patch = helmPatch({ original, rendered, live: before });
  return { before, after: patch ? await api.patch(place, { ...patch, dryRun: true }) : before };
}

function uncompared(operation: string, error: unknown): Compared {
  const refusal = refusalOf(operation, error);
  return { uncompared: "uncompared" in refusal ? refusal.uncompared : refusal.problem };
}
