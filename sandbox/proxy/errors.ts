import { randomUUID } from "node:crypto";
import type { Call } from "./call.ts";

/** An error as a system answers it. */
export type WireError = { status: number; code: string; message: string };

/** What goes wrong, in the words of whichever system is asked. */
export type ErrorKind = "throttled" | "server-error" | "expired-token" | "access-denied" | "conflict";

const JSON_TARGET = ["ecs", "events", "application-autoscaling"];
const REST_JSON = ["eks", "scheduler"];

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html and the same pages of the other services;
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const OF_SERVICE: Record<string, Partial<Record<ErrorKind, [status: number, code: string]>>> = {
  kubernetes: {
    throttled: [429, "TooManyRequests"],
    "server-error": [500, "InternalError"],
    "expired-token": [401, "Unauthorized"],
    "access-denied": [403, "Forbidden"],
    conflict: [409, "Conflict"],
  },
  s3: {
    throttled: [503, "SlowDown"],
    "server-error": [500, "InternalError"],
    "expired-token": [400, "ExpiredToken"],
    conflict: [409, "ConditionalRequestConflict"],
  },
  route53: { "server-error": [503, "ServiceUnavailable"], conflict: [400, "PriorRequestNotComplete"] },
  ecs: { "server-error": [500, "ServerException"] },
  events: { "server-error": [500, "InternalException"], conflict: [400, "ConcurrentModificationException"] },
  scheduler: {
    throttled: [429, "ThrottlingException"],
    "server-error": [500, "InternalServerException"],
    conflict: [409, "ConflictException"],
  },
  eks: { "server-error": [500, "ServerException"], conflict: [409, "ResourceInUseException"] },
  "application-autoscaling": {
    "server-error": [500, "InternalServiceException"],
    conflict: [400, "ConcurrentUpdateException"],
  },
};

const MESSAGES: Record<Exclude<ErrorKind, "access-denied">, string> = {
  throttled: "Rate exceeded",
  "server-error": "An internal error occurred.",
  "expired-token": "The security token included in the request is expired",
  conflict: "A conflicting operation is in progress against this resource.",
};

/** That kind of error as the service of this call answers it. */
export function errorOf(call: Call, kind: ErrorKind): WireError {
  const { service } = call;
  const isJson = JSON_TARGET.includes(service) || REST_JSON.includes(service);
  const suffix = isJson ? "Exception" : "";
  const common: Record<ErrorKind, [number, string]> = {
    throttled: [400, `Throttling${suffix}`],
    "server-error": [500, "InternalFailure"],
    "expired-token": [JSON_TARGET.includes(service) ? 400 : 403, `ExpiredToken${suffix}`],
    "access-denied": [JSON_TARGET.includes(service) ? 400 : 403, `AccessDenied${suffix}`],
    conflict: [409, `Conflict${suffix}`],
  };
  const [status, code] = OF_SERVICE[service]?.[kind] ?? common[kind];
  return { status, code, message: kind === "access-denied" ? denial(call) : MESSAGES[kind] };
}

function denial({ service, operation, resource }: Call): string {
  if (service === "kubernetes") return `${resource} is forbidden: the user cannot ${operation} it`;
  return `The user is not authorized to perform: ${service}:${operation}`;
}

/** The error in the service's own protocol. */
export function wire({ service }: Call, error: WireError): { headers: Record<string, string>; body: string } {
  const { status, code, message } = error;
  const requestId = randomUUID();
  if (service === "kubernetes") {
    const body = { kind: "Status", apiVersion: "v1", status: "Failure", message, reason: code, code: status };
    const retry = status === 429 ? { "retry-after": "1" } : {};
    return { headers: { "content-type": "application/json", ...retry }, body: JSON.stringify(body) };
  }
  if (JSON_TARGET.includes(service) || REST_JSON.includes(service)) {
    const type = JSON_TARGET.includes(service) ? "application/x-amz-json-1.1" : "application/json";
    const headers = { "content-type": type, "x-amzn-errortype": code, "x-amzn-requestid": requestId };
    return { headers, body: JSON.stringify({ __type: code, message, Message: message }) };
  }
  const tags = `<Code>${code}</Code><Message>${escaped(message)}</Message>`;
  const id = `<RequestId>${requestId}</RequestId>`;
  const type = status >= 500 ? "Receiver" : "Sender";
  const body =
    service === "s3"
      ? `<Error>${tags}${id}</Error>`
      : `<ErrorResponse><Error><Type>${type}</Type>${tags}</Error>${id}</ErrorResponse>`;
  return { headers: { "content-type": "text/xml", "x-amzn-requestid": requestId }, body };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
