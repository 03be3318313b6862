import { fileURLToPath } from "node:url";

/** This checkout: the suite that workflows run, and the examples. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** The GitHub repository that the examples are written for, with the ids that its tokens carry. */
export const shop = { name: "casaone/shop", ownerId: 101, repositoryId: 1001 };

/** The cluster, the namespace and the AWS account that the examples are written for. */
export const written = { cluster: "shop", namespace: "commerce", accountId: "111122223333" };

/**
 * The subject of the OIDC tokens that a job of that repository gets, in an environment or on the branch main. It has the
 * form of repositories made since July 2026: https://docs.github.com/actions/reference/security/oidc
 */
export function subjectOf(environment: string | undefined): string {
  const [owner, repository] = shop.name.split("/");
  const scope = environment ? `environment:${environment}` : "ref:refs/heads/main";
  return `repo:${owner}@${shop.ownerId}/${repository}@${shop.repositoryId}:${scope}`;
}
