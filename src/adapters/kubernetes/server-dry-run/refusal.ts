import { apiError, apiStatus } from "../api-errors.ts";

/** Why the API server did not do what was asked. */
export type Refusal = { problem: string; conflicts?: string[] } | { uncompared: string };

/** What says more of the way to the cluster, or of its load, than of the object. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** @throws OutsideError where the server does not answer, or does not know the login */
export function refusalOf(operation: string, error: unknown): Refusal {
  const status = apiStatus(error);
  const failure = apiError(operation, error);
  if (status === undefined || status === 401) throw failure;
  const { reason } = failure.failure;
  const isForbidden = status === 403 && /\bcannot (get|patch) resource\b/.test(reason);
  // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#side-effects
  const cannotDry = status === 405 || reason.includes("does not support dry run");
  if (isForbidden || cannotDry || PASSING.has(status)) return { uncompared: reason };
  const conflicts = status === 409 ? conflictsOf(error) : [];
  return { problem: reason, ...(conflicts.length > 0 ? { conflicts } : {}) };
}

/** The fields that other managers own: https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts */
function conflictsOf(error: unknown): string[] {
  const { body } = error as { body?: unknown };
  const status = (typeof body === "string" ? parsed(body) : body) as
    | { details?: { causes?: { reason?: string; field?: string }[] } }
    | null
    | undefined;
  return (status?.details?.causes ?? [])
    .filter(({ reason }) => reason === "FieldManagerConflict")
    .map(({ field = "" }) => field);
}

/** A proxy before the API server may answer with a page of its own. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
