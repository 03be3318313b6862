import { readFileSync } from "node:fs";

/** They go with the pod, in an annotation: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/ */
const LIMIT_BYTES = 200 * 1024;

/**
 * The certificates in the file of NODE_EXTRA_CA_CERTS, in PEM, and nothing else of it; none where there is no such file, as Node has
 * it, or where they are too many for a pod. https://nodejs.org/api/cli.html#node_extra_ca_certsfile
 */
export function extraAuthorities(file = process.env.NODE_EXTRA_CA_CERTS ?? ""): string[] {
  const found = textOf(file).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.join("\n").length > LIMIT_BYTES ? [] : found;
}

function textOf(file: string): string {
  if (file === "") return "";
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
