/**
 * What Helm 3 and 4, or the API server through them, say when something of an earlier deploy is in the way. Each was seen
 * from Helm 3.17 and 4.1, or stands in their source: https://github.com/helm/helm/tree/main/pkg/action
 */
const LEFT_IN_THE_WAY = [
  /has no deployed releases/,
  /cannot be imported into the current release: invalid ownership metadata/,
  /already exists/,
  /field is immutable/,
  /Forbidden: updates to \w+ spec for fields other than/,
  /Apply failed with \d+ conflicts?/,
];

/**
 * Whether Helm gave up waiting, for workloads or hooks, or was stopped: what the cluster says about them then tells more than
 * Helm does. Any other message is a refusal, of Helm or of the API server, and tells itself what is wrong.
 */
export function isAboutWaiting(message: string): boolean {
  return /timed out waiting|context deadline exceeded(?! \(Client\.Timeout)|context canceled|not ready\. status: |hooks? failed|failed (pre|post)-[\w-]+: .*\bjob \S+ failed|was told to stop|was ended by SIG/.test(
    message,
  );
}

/**
 * Whether a rollback stopped at an object that the revision it leaves does not have and the cluster still does, since the
 * upgrade to that revision was cut off before it deleted what it drops. Helm 3 and 4:
 * https://github.com/helm/helm/blob/v3.17.3/pkg/kube/client.go and https://github.com/helm/helm/blob/v4.1.4/pkg/kube/client.go
 */
export function stumblesOverDropped(message: string): boolean {
  return /original object \S+ with the name "[^"]*" not found|no \S+ with the name "[^"]*" found/.test(message);
}

/** Whether Helm refused since something else is at work on the release: https://github.com/helm/helm/issues/8987 */
export function isAnotherAtWork(message: string): boolean {
  return /another operation \(install\/upgrade\/rollback\) is in progress/.test(message);
}

/** Whether Helm was stopped by what an earlier deploy of the release has left in the cluster. */
export function leftIsInTheWay(message: string): boolean {
  return LEFT_IN_THE_WAY.some((pattern) => pattern.test(message));
}

/** Whether the cluster does not know a kind that the chart renders, such as one of a CRD that the chart itself brings. */
export function lacksKinds(message: string): boolean {
  return /no matches for kind "/.test(message);
}
