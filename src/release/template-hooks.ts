import { parseDocument } from "yaml";
import type { Hook } from "./release.ts";

/** What `helm template` gives, with its hooks apart, as Helm stores them. */
export function withoutHooks(rendered: string): { manifest: string; hooks: Hook[] } {
  const documents = rendered.split(/^---[ \t]*$/m);
  const hooks = documents.flatMap((manifest) => asHook(manifest) ?? []);
  return { manifest: documents.filter((document) => asHook(document) === undefined).join("---"), hooks };
}

type Read = { metadata?: { annotations?: Record<string, string> } } | null;

/** https://helm.sh/docs/topics/charts_hooks/ */
function asHook(manifest: string): Hook | undefined {
  if (!manifest.includes("helm.sh/hook")) return undefined;
  const document = parseDocument(manifest, { uniqueKeys: false });
  const { annotations = {} } = (document.errors.length > 0 ? {} : (document.toJS() as Read))?.metadata ?? {};
  const events = annotations["helm.sh/hook"];
  if (events === undefined) return undefined;
  const words = (text: string | undefined) => (text ?? "").split(",").flatMap((word) => word.trim() || []);
  return { events: words(events), deletePolicies: words(annotations["helm.sh/hook-delete-policy"]), manifest };
}
