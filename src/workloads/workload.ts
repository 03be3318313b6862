/** A live Deployment, StatefulSet, DaemonSet or Job. */
export type Workload = {
  kind: string;
  namespace: string;
  name: string;
  /** Pods ready (a Job: succeeded). */
  ready: number;
  /** Pods wanted (a Job: completions). */
  wanted: number;
  images: RunningImage[];
};

export type RunningImage = {
  /** `kind/name` of the workload */
  workload: string;
  container: string;
  /** As the pod template names it. */
  image: string;
  /** `sha256:…` as the node pulled it; empty while no pod runs it. */
  digest: string;
};

export type CronJob = {
  namespace: string;
  name: string;
  schedule: string;
  /** IANA name; empty when the cluster's own zone decides. */
  timeZone: string;
  suspend: boolean;
  /** RFC 3339, or empty when it never ran. */
  lastScheduleTime: string;
};

/** A line for each workload whose ready count is another than before. `before` maps `namespace/kind/name` to `ready/wanted`, and is updated. */
export function progressLines(workloads: readonly Workload[], before: Map<string, string>): string[] {
  const lines: string[] = [];
  for (const { kind, namespace, name, ready, wanted } of workloads) {
    const key = `${namespace}/${kind}/${name}`;
    const now = `${ready}/${wanted}`;
    if (before.get(key) === now) continue;
    before.set(key, now);
    lines.push(`${kind} ${name}: ${now} ${kind === "Job" ? "succeeded" : "ready"}`);
  }
  return lines;
}

/** The digest in an `imageID` such as `docker.io/library/nginx@sha256:…`; empty where there is none. */
export function digestOf(imageId: string): string {
  return /sha256:[0-9a-f]{64}$/.exec(imageId)?.[0] ?? "";
}
