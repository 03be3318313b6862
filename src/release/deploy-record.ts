import type { RunningImage } from "../workloads/workload.ts";

/**
 * What a deploy keeps beside its revision. A release alone cannot be deployed again elsewhere: it holds neither
 * the chart's source nor its subcharts. Promotion and the comparison of environments read this.
 */
export type DeployRecord = {
  schemaVersion: 1;
  release: string;
  namespace: string;
  revision: number;
  /** RFC 3339 */
  deployedAt: string;
  helmVersion: string;
  chart: { source: string; repository: string; name: string; version: string; appVersion: string; digest: string };
  values: {
    files: { path: string; content: string }[];
    inline: string;
    set: string[];
    setString: string[];
    /** How many leaves `secret-values` had. The values themselves are never recorded. */
    secretLeaves: number;
    /**
     * Where in the values the leaves of `secret-values` are: keys from the outside in. Absent where that is not known:
     * in older records, and where Helm took over the values of earlier revisions.
     */
    secretPaths?: string[][] | undefined;
  };
  images: RunningImage[];
  git: { repository: string; commit: string; ref: string };
  run: { url: string; actor: string };
};
