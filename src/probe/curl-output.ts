import { BODY_LIMIT, type ProbeAnswer, type ProbeFailure } from "./answer.ts";
import { connectionFailure, type ProbePhase, placeText, timedOut } from "./failures.ts";
import type { ProbeRequest } from "./request.ts";

/** The log of a container is cut at 10 MiB, its beginning first: https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-rotation */
const LOG_HOLDS = 8 * 1024 * 1024;

/**
 * What curl wrote by `curlCommand`: an answer, or why there is none; `undefined` where the text has not all of it.
 * @param options.mark the one that the command had
 * @param options.hasIpv6 whether curl ran where there is IPv6 at all: it does not tell that apart itself
 */
export function readCurlOutput(
  text: string,
  request: ProbeRequest,
  { mark, hasIpv6 }: { mark: string; hasIpv6: boolean },
): ProbeAnswer | ProbeFailure | undefined {
  const begin = text.lastIndexOf(`\n${mark} result `);
  if (begin < 0) return undefined;
  const told = new RegExp(
    String.raw`^\n${mark} result (\d+) (\d{3}) (\d+) ([\d.]+) ([\d.]+) ([^\n]*)\n${mark} headers (\{.*\})\s*\n${mark} end\n$`,
    "s",
  ).exec(text.slice(begin));
  if (told === null) return undefined;
  const [, code = "", status = "", size = "", connected, secured, message = "", headers = ""] = told;
  const exitCode = Number(code);
  if (exitCode === 0) {
    const body = text.slice(0, begin);
    return answerOf(request, { status: Number(status), size: Number(size), body, headers });
  }
  if (exitCode === COULD_NOT_CONNECT && request.address.includes(":") && !hasIpv6) {
    return connectionFailure(request, "connect", { code: "ENETUNREACH", message });
  }
  const phase = phaseOf(request, {
    connected: Number(connected) > 0,
    secured: Number(secured) > 0,
    begun: Number(status) > 0,
  });
  return failureOf(request, phase, { exitCode, message });
}

function answerOf(
  request: ProbeRequest,
  { status, size, body, headers }: { status: number; size: number; body: string; headers: string },
): ProbeAnswer | ProbeFailure {
  if (size > LOG_HOLDS) {
    return { kind: "other", problem: `${placeText(request)} answers with ${size} bytes, more than a pod's log holds` };
  }
  const parsed = parsedHeaders(headers);
  if (parsed === undefined) return { kind: "other", problem: `curl cannot tell the headers of ${placeText(request)}` };
  const wanted = request.headers.map((name) => name.toLowerCase());
  const chosen = Object.entries(parsed).filter(([name]) => wanted.includes(name));
  return {
    status,
    headers: Object.fromEntries(chosen.map(([name, values]) => [name, values.join(", ")])),
    body: Buffer.from(body).subarray(0, BODY_LIMIT).toString("utf8"),
    bodyIsCut: size > BODY_LIMIT,
  };
}

function parsedHeaders(text: string): Record<string, string[]> | undefined {
  try {
    return JSON.parse(text) as Record<string, string[]>;
  } catch {
    return undefined;
  }
}

/** curl gives 0 for the time, and for the status, of what it did not come to. */
function phaseOf(
  { scheme }: ProbeRequest,
  { connected, secured, begun }: { connected: boolean; secured: boolean; begun: boolean },
): ProbePhase {
  if (!connected) return "connect";
  if (scheme === "https" && !secured) return "handshake";
  return begun ? "body" : "answer";
}

const COULD_NOT_CONNECT = 7;

/** https://curl.se/libcurl/c/libcurl-errors.html */
function failureOf(
  request: ProbeRequest,
  phase: ProbePhase,
  { exitCode, message }: { exitCode: number; message: string },
): ProbeFailure {
  const failed = (code: string, at = phase) => connectionFailure(request, at, { code, message });
  switch (exitCode) {
    case 6:
      return failed("ENOTFOUND");
    case COULD_NOT_CONNECT:
      return failed(/no route|unreachable|assign requested/i.test(message) ? "EHOSTUNREACH" : "ECONNREFUSED");
    case 28:
      return timedOut(request, phase);
    case 1:
    case 8:
      return failed("HPE_");
    case 18:
      return failed("ECONNRESET", "body");
    case 52:
      return failed("ECONNRESET", "answer");
    case 55:
    case 56:
      return failed("ECONNRESET", phase === "connect" ? "answer" : phase);
    case 35:
      return handshakeFailure(request, message);
    case 51:
    case 60:
      return {
        kind: "certificate",
        problem: `the certificate of ${placeText(request)} ${certificateText(request, message)}`,
      };
    default:
      return {
        kind: "other",
        problem: `${placeText(request)}: ${message === "" ? `curl ends with ${exitCode}` : message}`,
      };
  }
}

function handshakeFailure(request: ProbeRequest, message: string): ProbeFailure {
  const known: [RegExp, string][] = [
    [/wrong version number|packet length too long|http request/i, "ERR_SSL_WRONG_VERSION_NUMBER"],
    [/reset by peer|SSL_ERROR_SYSCALL|unexpected eof/i, "ECONNRESET"],
  ];
  const code = known.find(([pattern]) => pattern.test(message))?.[1] ?? "";
  // `OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure`: only its end says something.
  const reason = /:SSL routines:[^:]*:(.+)/.exec(message)?.[1] ?? message;
  return connectionFailure(request, "handshake", { code, message: reason });
}

function certificateText({ host }: ProbeRequest, message: string): string {
  if (/subject name/i.test(message)) return `is not for ${host}`;
  if (/expired/i.test(message)) return "expired";
  if (/not yet valid/i.test(message)) return "is not valid yet";
  const reason = message.replace(/^SSL certificate problem: /, "");
  return `is not trusted in the cluster (${reason}). Where it is of an authority of your own, give that one's certificate in NODE_EXTRA_CA_CERTS`;
}
