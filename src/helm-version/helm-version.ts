export type HelmMajor = 3 | 4;

/** A version as a Helm binary tells it, without `v` and without build metadata: "4.1.4", "4.2.0-rc.1". */
export type HelmVersion = { version: string; major: number };

/**
 * Reads one version: what `helm version --template '{{.Version}}'` or `--short` prints ("v4.1.4", "v3.17.3+ge4da497"), or
 * what a user wrote. Helm built from source without version flags says only "v4.3"; that is read too, as "4.3".
 * Gives undefined for anything else.
 */
export function parseHelmVersion(text: string): HelmVersion | undefined {
  const match = /^v?((\d+)\.\d+(?:\.\d+)?(?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  return { version: match[1], major: Number(match[2]) };
}
