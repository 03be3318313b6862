import { UNKNOWN_LOGIN, UNREACHED } from "../../advice/cluster-advice.ts";
import { adviceOn } from "../../advice/helm-advice.ts";
import { OutsideError } from "../../errors.ts";

type ApiFailure = { code: number; body: unknown };

/** The HTTP status of a failed API call; `undefined` when the call never got an answer. */
export function apiStatus(error: unknown): number | undefined {
  return isApiFailure(error) ? error.code : undefined;
}

/** Whether the object, or its kind, is not there. */
export function isGone(error: unknown): boolean {
  // What the client says, without a status, of a kind that a group of the cluster does not have (any more).
  const noSuchKind = error instanceof Error && error.message.startsWith("Unrecognized API version and kind");
  return noSuchKind || apiStatus(error) === 404;
}

/** Turns any failure of an API call into one that says what to do next. Where the login for it failed, it is that failure. */
export function apiError(operation: string, error: unknown): OutsideError {
  const login = causes(error).find((cause) => cause instanceof OutsideError);
  if (login !== undefined) return login;
  const next = nextStep(error);
  return new OutsideError({
    system: "Kubernetes API",
    operation,
    reason: reason(error),
    ...(next === undefined ? {} : { next }),
    cause: isApiFailure(error) ? undefined : error,
  });
}

function reason(error: unknown): string {
  if (!isApiFailure(error)) return error instanceof Error ? (causes(error).at(-1)?.message ?? "") : String(error);
  const body = typeof error.body === "string" ? parseStatus(error.body) : error.body;
  const message = (body as { message?: string } | undefined)?.message;
  return message ?? `HTTP ${error.code}`;
}

function nextStep(error: unknown): string | undefined {
  const known = adviceOn(reason(error));
  if (!isApiFailure(error)) return known ?? UNREACHED;
  if (error.code === 401) return UNKNOWN_LOGIN;
  if (error.code === 403) {
    return (
      known ??
      "the login is known, but may not do this: allow it in a Role or ClusterRole, or by an EKS access policy such as AmazonEKSEditPolicy"
    );
  }
  return known;
}

function isApiFailure(error: unknown): error is ApiFailure {
  return error instanceof Error && typeof (error as Partial<ApiFailure>).code === "number" && "body" in error;
}

function parseStatus(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The error and its causes, the root last. */
function causes(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
