import { sameName } from "../migration-file/forms/names.ts";

/** By what a rule takes the requests for a host: its name, a wildcard, or because it takes all. */
export type HostFit = "exact" | "wildcard" | "any";

/**
 * How many labels a `*` stands for: one in an Ingress (https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards),
 * one or more in the Gateway API (https://gateway-api.sigs.k8s.io/concepts/hostnames).
 */
export type WildcardLabels = "one" | "some";

/**
 * The closest of these patterns that fits the host; `undefined` where none does.
 * @param host may be a wildcard itself: then only what takes all of it fits
 * @param patterns an empty one takes every host
 */
export function hostFit(host: string, patterns: readonly string[], labels: WildcardLabels): HostFit | undefined {
  const fits = patterns.map((pattern) => fitOf(sameName(host), sameName(pattern), labels));
  return (["exact", "wildcard", "any"] as const).find((fit) => fits.includes(fit));
}

function fitOf(host: string, pattern: string, labels: WildcardLabels): HostFit | undefined {
  if (pattern === "") return "any";
  if (host === pattern) return pattern.startsWith("*.") ? "wildcard" : "exact";
  if (!pattern.startsWith("*.") || !host.endsWith(pattern.slice(1))) return undefined;
  const more = host.slice(0, -pattern.slice(1).length);
  if (more === "") return undefined;
  return labels === "some" || !more.includes(".") ? "wildcard" : undefined;
}
