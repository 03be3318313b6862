import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect, isIPv6 } from "node:net";
import type { DecodedPacket } from "dns-packet";
import type { DnsServer } from "../../ports/name-servers.ts";
import { answerTo, type Query } from "./message.ts";

/** Nothing came back, or nothing leads there. */
export class Unanswered extends Error {}

/**
 * Asks over UDP.
 * @param signal ends it; it rejects with the signal's reason then
 */
export async function askByUdp(server: DnsServer, query: Query, signal: AbortSignal): Promise<DecodedPacket> {
  // One of its own for each try: so the port it comes from is as hard to guess as the id.
  const socket = createSocket(isIPv6(server.address) ? "udp6" : "udp4");
  try {
    return await new Promise<DecodedPacket>((resolve, reject) => {
      const fail = (error: Error) => reject(new Unanswered(error.message, { cause: error }));
      signal.throwIfAborted();
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      socket.on("error", fail);
      socket.on("message", (bytes) => {
        const answer = answerTo(query, bytes);
        // Anything else is not from who was asked, or comes late: the answer may follow.
        if (answer) resolve(answer);
      });
      // Connected it gets only what that server sends, and learns that nothing listens there.
      socket.once("connect", () => {
        socket.send(query.bytes, (error) => {
          if (error) fail(error);
        });
      });
      socket.connect(server.port, server.address);
    });
  } finally {
    socket.close();
  }
}

/** Asks over TCP: https://www.rfc-editor.org/rfc/rfc7766. `signal` as above. */
export async function askByTcp(server: DnsServer, query: Query, signal: AbortSignal): Promise<DecodedPacket> {
  const socket = connect({ host: server.address, port: server.port });
  // What fails is told by who waits.
  socket.on("error", () => undefined);
  signal.addEventListener("abort", () => socket.destroy(), { once: true });
  try {
    await once(socket, "connect", { signal });
    socket.write(query.stream);
    let bytes = Buffer.alloc(0);
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes = Buffer.concat([bytes, chunk]);
      const length = bytes.length < 2 ? undefined : bytes.readUInt16BE(0);
      if (length === undefined || bytes.length < length + 2) continue;
      const answer = answerTo(query, bytes.subarray(2, length + 2));
      if (answer) return answer;
      throw new Unanswered("what came back answers another question");
    }
    throw new Unanswered("the connection was closed before the answer");
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Unanswered) throw error;
    throw new Unanswered((error as Error).message || (error as NodeJS.ErrnoException).code, { cause: error });
  } finally {
    socket.destroy();
  }
}
