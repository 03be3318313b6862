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
  if (!isApiFailure(error)) {
    return "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY";
  }
  if (error.code === 401) {
    return "the cluster does not know this login: add an EKS access entry for the role (aws eks create-access-entry --cluster-name … --principal-arn …), log in again if the job's AWS session has ended, or check the kubeconfig's user";
  }
  if (error.code === 403) {
    return "the login is known, but may not do this: grant the verb above in a Role or ClusterRole, or associate an EKS access policy such as AmazonEKSEditPolicy with its access entry";
  }
  return undefined;
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
