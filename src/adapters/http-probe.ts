import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Probes } from "../ports/probes.ts";
import { BODY_LIMIT, type ProbeAnswer, type ProbeFailure } from "../probe/answer.ts";
import { connectionFailure, type ProbePhase, placeText, STOPPED, timedOut } from "../probe/failures.ts";
import type { ProbeRequest } from "../probe/request.ts";
import { KnownFailure, openConnection, secure } from "./http-probe/connection.ts";

/**
 * Probes from this machine, by HTTP/1.1. Goes through HTTPS_PROXY or HTTP_PROXY where these are set and NO_PROXY lists neither the
 * address nor the host: then nothing else leads out of the runner.
 *
 * @param options.ca authorities in PEM that are trusted in place of Node's own and NODE_EXTRA_CA_CERTS
 */
export function httpProbes({ ca }: { ca?: string[] } = {}): Probes {
  return {
    async ask(request, stop) {
      const limit = AbortSignal.timeout(request.timeoutMs);
      const signal = stop === undefined ? limit : AbortSignal.any([limit, stop]);
      const progress: { phase: ProbePhase; sockets: Socket[] } = { phase: "connect", sockets: [] };
      try {
        signal.throwIfAborted();
        let socket = await openConnection(request, signal);
        progress.sockets.push(socket);
        if (request.scheme === "https") {
          progress.phase = "handshake";
          socket = await secure(socket, request, { ca, signal });
          progress.sockets.push(socket);
        }
        progress.phase = "answer";
        const response = await answerOn(socket, request, signal);
        progress.phase = "body";
        return await read(response, request.headers);
      } catch (error) {
        if (stop?.aborted) return STOPPED;
        return limit.aborted ? timedOut(request, progress.phase) : failureOf(request, progress.phase, error);
      } finally {
        for (const socket of progress.sockets.toReversed()) socket.destroy();
      }
    },
  };
}

async function answerOn(socket: Socket, request: ProbeRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { scheme, host, port, path } = request;
  // Ended between two of our turns: nobody would hear of it any more.
  if (socket.destroyed) throw Object.assign(new Error("the connection is closed"), { code: "ECONNRESET" });
  // What is written in the file may have other letters than a request may.
  const { pathname, search } = new URL(`http://host${path}`);
  const usual = port === (scheme === "https" ? 443 : 80);
  const sent = httpRequest({
    // Instead of an agent, which would open a connection to the host itself.
    createConnection: () => socket,
    path: pathname + search,
    signal,
    headers: {
      host: usual ? host : placeText({ address: host, port }),
      "user-agent": "k8s-migrate",
      accept: "*/*",
      // A packed body could not be searched.
      "accept-encoding": "identity",
    },
  });
  sent.on("error", () => undefined).end();
  const [response] = (await once(sent, "response", { signal })) as [IncomingMessage];
  return response;
}

async function read(response: IncomingMessage, names: readonly string[]): Promise<ProbeAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > BODY_LIMIT) break;
  }
  const wanted = names.map((name) => name.toLowerCase());
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    value === undefined || !wanted.includes(name) ? [] : [[name, [value].flat().join(", ")] as const],
  );
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString("utf8"),
    bodyIsCut: size > BODY_LIMIT,
  };
}

function failureOf(request: ProbeRequest, phase: ProbePhase, error: unknown): ProbeFailure {
  if (error instanceof KnownFailure) return error.failure;
  // A name with several addresses, none of which took the connection.
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const { code, message } = first as NodeJS.ErrnoException;
  return connectionFailure(request, phase, { code, message });
}
