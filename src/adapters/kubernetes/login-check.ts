import { apiError } from "./api-errors.ts";
import type { KubernetesClient } from "./client.ts";

/**
 * The name by which the cluster knows this login. Every login that authenticates may ask:
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#self-subject-review
 */
export async function loggedInAs({ authentication, server }: KubernetesClient): Promise<string> {
  try {
    const review = await authentication.createSelfSubjectReview({ body: {} });
    return review.status?.userInfo?.username ?? "an unnamed user";
  } catch (error) {
    throw apiError(`log in to ${server}`, error);
  }
}
