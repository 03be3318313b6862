import { awsErrorName, awsReason } from "./aws-errors.ts";
import { httpStatus } from "./s3-errors.ts";

/**
 * What a failed call to AWS tells about the request.
 * - `put-off`: AWS does not do it now, but may when it is asked again.
 * - `unsent`: it never got there.
 * - `lost`: there was no answer, or none that says whether it was done.
 * - `refused`: it was not done: AWS says so, or there was no login to ask with.
 */
export type CallFailure = "put-off" | "unsent" | "lost" | "refused";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html and API_ChangeResourceRecordSets.html there */
const PUT_OFF = new Set(["Throttling", "ThrottlingException", "TooManyRequestsException", "PriorRequestNotComplete"]);

const UNREACHED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);
/** They come before the request. */
const LOGIN_ERRORS = new Set(["UserError", "OutsideError", "CredentialsProviderError"]);

/** @param error as the SDK throws it, when it does not repeat anything itself */
export function callFailure(error: unknown): CallFailure {
  if (LOGIN_ERRORS.has(awsErrorName(error))) return "refused";
  const status = httpStatus(error);
  if (PUT_OFF.has(awsErrorName(error)) || status === 429 || wasSkewed(error)) return "put-off";
  if (status === undefined) return wasUnsent(error) ? "unsent" : "lost";
  // An answer of success that cannot be read is one that got lost on its way.
  return status >= 500 || status < 400 ? "lost" : "refused";
}

/** The SDK has just learnt how wrong this machine's clock is: it signs the next request by the right time. */
function wasSkewed(error: unknown): boolean {
  return (error as { $metadata?: { clockSkewCorrected?: boolean } }).$metadata?.clockSkewCorrected === true;
}

function wasUnsent(error: unknown): boolean {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  // Node tries several addresses of a name, and tells of all of them in one error.
  if (UNREACHED.has(code) || syscall === "connect" || error instanceof AggregateError) return true;
  // https://github.com/smithy-lang/smithy-typescript/blob/main/packages/node-http-handler/src/set-connection-timeout.ts
  return /\b(?:connect|getaddrinfo) E[A-Z]|did not establish a connection/.test(awsReason(error));
}
