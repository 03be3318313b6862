import type { ChartReference } from "../chart/chart-reference.ts";

export type FetchedChart = {
  /** A folder or a packed chart on this machine. */
  path: string;
  /** `sha256:…` of the packed chart's bytes, or of a folder's files and their names. */
  digest: string;
};

export type Charts = {
  /** Brings a chart onto this machine. What is deployed is exactly what the digest was taken of. */
  fetch(reference: ChartReference): Promise<FetchedChart>;
};
