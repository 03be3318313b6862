import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect, isIP, type Socket } from "node:net";
import { checkServerIdentity, type TLSSocket, connect as tlsConnect } from "node:tls";
import type { ProbeFailure } from "../../probe/answer.ts";
import { type CertificateFacts, certificateFailure } from "../../probe/certificate-failure.ts";
import { placeText } from "../../probe/failures.ts";
import type { ProbeRequest } from "../../probe/request.ts";
import { proxyFor } from "../proxy.ts";

/** A failure that is known in words already. */
export class KnownFailure extends Error {
  readonly failure: ProbeFailure;

  constructor(failure: ProbeFailure) {
    super(failure.problem);
    this.failure = failure;
  }
}

/**
 * The proxy by which the address is reached; `undefined` for a direct connection. NO_PROXY may list the address, the name that has
 * it, or the host: who reaches the host without a proxy today does so after the switch too.
 */
function proxyOf({ scheme, address, addressOf = address, port, host }: ProbeRequest): string | undefined {
  const proxies = [address, addressOf, host].map((place) =>
    proxyFor(`${scheme}://${placeText({ address: place, port })}`),
  );
  return proxies.includes(undefined) ? undefined : proxies[0];
}

/** Connects, without a word to the server yet. The caller ends the socket. */
export async function openConnection(request: ProbeRequest, signal: AbortSignal): Promise<Socket> {
  const proxy = proxyOf(request);
  if (proxy !== undefined) return openTunnel(request, new URL(proxy), signal);
  const socket = connect({ host: request.address, port: request.port });
  return ready(socket, "connect", signal);
}

/**
 * A tunnel for plain HTTP too: a proxy that is asked in the usual way goes where the Host header says, which is the old side.
 * https://www.rfc-editor.org/rfc/rfc9110#name-connect
 */
async function openTunnel(request: ProbeRequest, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const at = placeText(request);
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const connecting = (proxy.protocol === "https:" ? httpsRequest : httpRequest)({
    host: proxy.hostname.replace(/^\[|\]$/g, ""),
    method: "CONNECT",
    path: at,
    agent: false,
    signal,
    ...(proxy.port === "" ? {} : { port: proxy.port }),
    headers: {
      host: at,
      ...(login === ":" ? {} : { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` }),
    },
  });
  const through = `the proxy ${proxy.host}, by which ${at} is reached,`;
  connecting.on("error", () => undefined).end();
  try {
    const [answer, socket, head] = (await once(connecting, "connect", { signal })) as [IncomingMessage, Socket, Buffer];
    socket.on("error", () => undefined);
    if (answer.statusCode !== 200) {
      socket.destroy();
      const next = `let it through, or list ${request.address} in NO_PROXY where the runner reaches it without`;
      throw new KnownFailure({ kind: "proxy", problem: `${through} answers ${answer.statusCode}: ${next}` });
    }
    if (head.length > 0) socket.unshift(head);
    return socket;
  } catch (error) {
    connecting.destroy();
    if (error instanceof KnownFailure || signal.aborted) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new KnownFailure({ kind: "proxy", problem: `${through} cannot be used: ${message || code}` });
  }
}

/** Speaks TLS on it, and lets nothing through to a server whose certificate is wrong. */
export async function secure(
  socket: Socket,
  request: ProbeRequest,
  { ca, signal }: { ca: string[] | undefined; signal: AbortSignal },
): Promise<TLSSocket> {
  const { host } = request;
  const secured = tlsConnect({
    socket,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca }),
    ALPNProtocols: ["http/1.1"],
    // Else Node ends the connection before anybody can see what the certificate is. It is checked below, and nothing is sent before.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  await ready(secured, "secureConnect", signal);
  const failure = certificateFailure(request, certificateFacts(secured, host));
  if (failure === undefined) return secured;
  secured.destroy();
  throw new KnownFailure(failure);
}

function certificateFacts(secured: TLSSocket, host: string): CertificateFacts {
  const certificate = secured.getPeerCertificate();
  const { subjectaltname = "", issuer, valid_from: from, valid_to: to } = certificate;
  return {
    names: subjectaltname.split(", ").flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []),
    issuer: text(issuer?.CN) || text(issuer?.O),
    validFrom: time(from),
    validTo: time(to),
    // A text, whatever its type says: https://nodejs.org/api/tls.html#tlssocketauthorizationerror
    chainProblem: secured.authorized ? undefined : String(secured.authorizationError),
    isForHost: checkServerIdentity(host, certificate) === undefined,
  };
}

function text(name: string | string[] | undefined): string {
  return Array.isArray(name) ? name.join(" ") : (name ?? "");
}

/** As a certificate has it, `Nov 25 12:00:00 2026 GMT`, as RFC 3339. */
function time(given: string): string {
  const date = new Date(given);
  return Number.isNaN(date.getTime()) ? given : date.toISOString().replace(".000", "");
}

async function ready<Kind extends Socket>(socket: Kind, event: string, signal: AbortSignal): Promise<Kind> {
  // What fails later is told by who reads.
  socket.on("error", () => undefined);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
