import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export type Protocol = "udp" | "tcp";
/** Gives the bytes to answer with; undefined for no answer at all. */
export type AnswerBytes = (query: Buffer, over: Protocol) => Promise<Buffer | undefined>;

/** Listens for DNS at one address, over UDP and TCP. Rejects when the port is taken for either. */
export async function listen(at: { address: string; port: number }, answer: AnswerBytes): Promise<void> {
  const udp = createSocket("udp4");
  udp.on("message", (query, { address, port }) => {
    void answer(query, "udp").then((bytes) => bytes && udp.send(bytes, port, address));
  });
  const tcp = createServer((socket) => serve(socket, answer));
  udp.bind({ ...at, exclusive: true });
  tcp.listen({ host: at.address, port: at.port, exclusive: true });
  await Promise.all([once(udp, "listening"), once(tcp, "listening")]);
}

/** Over TCP a message comes after its length in two bytes: https://www.rfc-editor.org/rfc/rfc1035#section-4.2.2 */
function serve(socket: Socket, answer: AnswerBytes): void {
  let rest = Buffer.alloc(0);
  socket.on("error", () => undefined); // a client that has gone
  socket.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const end = 2 + rest.readUInt16BE(0);
      void answer(rest.subarray(2, end), "tcp").then((answered) => answered && socket.write(framed(answered)));
      rest = rest.subarray(end);
    }
  });
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
