import type { Hook } from "../../release/release.ts";

/** A hook as Helm writes it, into its Secrets and its JSON: https://github.com/helm/helm/blob/main/pkg/release/v1/hook.go */
export type StoredHook = { events?: string[]; delete_policies?: string[]; manifest?: string };

export function asHook({ events, delete_policies, manifest }: StoredHook): Hook {
  return { events: events ?? [], deletePolicies: delete_policies ?? [], manifest: manifest ?? "" };
}
