import { formatDuration } from "../duration/duration.ts";
import type { ProbeFailure } from "./answer.ts";
import type { ProbeRequest } from "./request.ts";

/** How far a request has come. */
export type ProbePhase = "connect" | "handshake" | "answer" | "body";

/** `k8s-orders.us-west-2.elb.amazonaws.com:443` */
export function placeText({ address, port }: Pick<ProbeRequest, "address" | "port">): string {
  return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}

export function timedOut(request: ProbeRequest, phase: ProbePhase): ProbeFailure {
  const within = `within ${formatDuration(request.timeoutMs)}`;
  const what = {
    connect: `takes no connection ${within}`,
    handshake: `does not end the TLS handshake ${within}`,
    answer: `does not answer ${within}`,
    body: `begins to answer, and does not end ${within}`,
  };
  return { kind: "timed-out", problem: `${placeText(request)} ${what[phase]}` };
}

export const STOPPED: ProbeFailure = { kind: "stopped", problem: "it was stopped" };

/**
 * A failed connection in words, by what Node says of it.
 * https://nodejs.org/api/errors.html#common-system-errors
 */
export function connectionFailure(
  request: ProbeRequest,
  phase: ProbePhase,
  { code = "", message }: { code?: string | undefined; message: string },
): ProbeFailure {
  const at = placeText(request);
  if (code === "ECONNREFUSED") return { kind: "refused", problem: `${at} refuses the connection` };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") {
    const unsure = code === "EAI_AGAIN" ? ": DNS does not answer" : "";
    return { kind: "name-not-found", problem: `DNS gives no address for ${request.address}${unsure}` };
  }
  if (code === "ETIMEDOUT") return timedOut(request, phase);
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH" || code === "EADDRNOTAVAIL") {
    return { kind: "unreachable", problem: `there is no way to ${at} from here (${code})` };
  }
  if (code === "ECONNRESET" || code === "EPIPE") return { kind: "reset", problem: `${at} ${broken(phase)}` };
  if (code.startsWith("HPE_")) return { kind: "not-http", problem: `${at} does not speak HTTP there: ${message}` };
  if (phase === "handshake" || code.startsWith("ERR_SSL_"))
    return handshakeFailure(at, request.host, { code, message });
  return { kind: "other", problem: `${at}: ${message}` };
}

function broken(phase: ProbePhase): string {
  if (phase === "body") return "breaks off in the middle of its answer";
  return `ends the connection ${phase === "answer" ? "before it answers" : "in the TLS handshake"}`;
}

function handshakeFailure(at: string, host: string, said: { code: string; message: string }): ProbeFailure {
  // What OpenSSL makes of an answer that is no TLS.
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(said.code)) {
    return { kind: "tls", problem: `${at} does not speak TLS there` };
  }
  // `40EC…:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:…`
  const reason = /:SSL routines:[^:]*:([^:]+)/.exec(said.message)?.[1] ?? said.message;
  return { kind: "tls", problem: `${at} refuses the TLS handshake for ${host}: ${reason}` };
}
