import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { type Answer, type DecodedPacket, decode, encode, RECURSION_DESIRED, type RecordType } from "dns-packet";

/** Asks one question over UDP, without EDNS where `udpBytes` is left out. */
export async function ask(
  server: string,
  name: string,
  type: RecordType,
  options: { udpBytes?: number; waitMs?: number } = {},
): Promise<DecodedPacket> {
  const { udpBytes, waitMs = 5000 } = options;
  const socket = createSocket("udp4");
  try {
    const [address = "", port] = server.split(":");
    socket.send(query(name, type, udpBytes), Number(port), address);
    const [bytes] = (await once(socket, "message", { signal: AbortSignal.timeout(waitMs) })) as [Buffer];
    return decode(bytes);
  } finally {
    socket.close();
  }
}

/** Asks all these questions at once over one TCP connection. */
export async function askOverTcp(server: string, names: string[], type: RecordType): Promise<DecodedPacket[]> {
  const [host = "", port] = server.split(":");
  const socket = connect({ host, port: Number(port) });
  const framed = names.flatMap((name) => {
    const bytes = query(name, type);
    return [Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes];
  });
  // In two pieces that begin and end anywhere.
  const all = Buffer.concat(framed);
  socket.write(all.subarray(0, 3));
  setTimeout(() => socket.write(all.subarray(3)), 20);
  const answers: DecodedPacket[] = [];
  let rest = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const end = 2 + rest.readUInt16BE(0);
      answers.push(decode(rest.subarray(2, end)));
      rest = rest.subarray(end);
    }
    if (answers.length === names.length) socket.destroy();
  });
  await once(socket, "close");
  return answers;
}

function query(name: string, type: RecordType, udpBytes?: number): Buffer {
  const opt = { type: "OPT", name: ".", udpPayloadSize: udpBytes ?? 0 } as Answer;
  const additionals = udpBytes === undefined ? [] : [opt];
  return encode({ type: "query", id: 7, flags: RECURSION_DESIRED, questions: [{ name, type }], additionals });
}

/** The response code of an answer: the last four bits of its flags. */
export function rcodeOf({ flags = 0 }: DecodedPacket): number {
  return flags & 15;
}

/** `name ttl type data` of each record that is an answer. */
export function linesOf({ answers = [] }: DecodedPacket): string[] {
  return answers.map((answer) => {
    const { name, type, ttl, data } = answer as { name: string; type: string; ttl: number; data: unknown };
    return [name, ttl, type, String(data)].join(" ");
  });
}
