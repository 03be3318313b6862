/** The Lease that a deploy of this release holds, in the release's namespace. */
export function leaseNameFor(release: string): string {
  return `k8s-migrate-${release}`;
}
