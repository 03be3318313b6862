import { createSocket, type Socket as DatagramSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import packet, { type DecodedPacket, type Packet } from "dns-packet";
import type { DnsAnswer, DnsQuestion } from "../../src/dns/answer.ts";
import type { DnsServer } from "../../src/ports/name-servers.ts";

/** What one try of a question over UDP meets. */
export type UdpTurn =
  | "answers"
  | "is silent"
  /** Sends, before the answer, what is none: with another id, to another question, or no DNS at all. */
  | "wrong id first"
  | "wrong question first"
  | "noise first"
  /** An answer from another port than the one that was asked, and none from that. */
  | "from another port"
  /** Says that the answer is too long. */
  | "cuts";

export type TcpTurn = "answers" | "is silent" | "hangs up" | "answers in pieces" | "answers another question";

export type TestDnsServer = DnsServer & {
  /** The ids of the questions that came, and by which way. */
  asked(): { id: number; over: "udp" | "tcp"; recursive: boolean }[];
  close(): Promise<void>;
};

type Behaviour = {
  /** Of the tries that come, in turn; the last one goes on. */
  udp?: UdpTurn[];
  tcp?: TcpTurn;
  answer: (question: DnsQuestion) => DnsAnswer;
};

/** A name server on loopback that does what a test says. */
export async function startDnsServer({
  udp = ["answers"],
  tcp = "answers",
  answer,
}: Behaviour): Promise<TestDnsServer> {
  const asked: { id: number; over: "udp" | "tcp"; recursive: boolean }[] = [];
  const { socket, server, port } = await onePort();
  const other = createSocket("udp4");
  const turns = [...udp];

  socket.on("message", (bytes, { port: from, address }) => {
    const query = packet.decode(bytes);
    asked.push({ id: query.id ?? 0, over: "udp", recursive: query.flag_rd });
    const turn = turns.length > 1 ? turns.shift() : turns[0];
    const send = (message: Buffer, by = socket) => by.send(message, from, address);
    const whole = packet.encode(responseOf(query, answer));
    if (turn === "is silent") return;
    if (turn === "from another port") return send(whole, other);
    if (turn === "wrong id first")
      send(packet.encode({ ...responseOf(query, lie), id: ((query.id ?? 0) + 1) & 0xffff }));
    if (turn === "wrong question first") {
      send(packet.encode({ ...responseOf(query, lie), questions: [{ name: "other.test", type: "A", class: "IN" }] }));
    }
    if (turn === "noise first") send(Buffer.from("no DNS"));
    if (turn === "cuts") {
      const { flags = 0, ...rest } = responseOf(query, answer);
      return send(packet.encode({ ...rest, flags: flags | packet.TRUNCATED_RESPONSE, answers: [] }));
    }
    return send(whole);
  });

  const sockets = new Set<Socket>();
  server.on("connection", (client: Socket) => {
    sockets.add(client);
    client.on("error", () => undefined);
    client.on("data", (bytes) => {
      const query = packet.streamDecode(bytes) as DecodedPacket;
      asked.push({ id: query.id ?? 0, over: "tcp", recursive: query.flag_rd });
      if (tcp === "is silent") return;
      if (tcp === "hangs up") {
        client.destroy();
        return;
      }
      const reply = packet.streamEncode({
        ...responseOf(query, answer),
        ...(tcp === "answers another question" ? { id: ((query.id ?? 0) + 1) & 0xffff } : {}),
      });
      if (tcp !== "answers in pieces") {
        client.end(reply);
        return;
      }
      for (const at of [0, 1, 2, 40]) client.write(reply.subarray(at, { 0: 1, 1: 2, 2: 40 }[at]));
    });
  });

  return {
    address: "127.0.0.1",
    port,
    asked: () => [...asked],
    async close() {
      for (const each of [socket, other]) each.close();
      for (const client of sockets) client.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** One that is free for UDP may be taken for TCP. */
async function onePort(): Promise<{ socket: DatagramSocket; server: Server; port: number }> {
  for (let tries = 1; ; tries++) {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const socket = createSocket("udp4");
    try {
      socket.bind(port, "127.0.0.1");
      await once(socket, "listening");
      return { socket, server, port };
    } catch (error) {
      socket.close();
      server.close();
      if (tries === 20) throw error;
    }
  }
}

function lie({ name, type }: DnsQuestion): DnsAnswer {
  return { rcode: "NOERROR", isAuthoritative: true, records: [{ name, type, ttl: 60, value: "203.0.113.66" }] };
}

function responseOf(query: DecodedPacket, answer: (question: DnsQuestion) => DnsAnswer): Packet & { rcode?: string } {
  const [question] = query.questions ?? [];
  const { rcode, isAuthoritative, records } = answer(question as DnsQuestion);
  // dns-packet knows the codes by number only where it writes.
  const code = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"].indexOf(rcode);
  return {
    type: "response",
    id: query.id ?? 0,
    flags: (isAuthoritative ? packet.AUTHORITATIVE_ANSWER : 0) | code,
    questions: query.questions ?? [],
    answers: records.map(({ name, type, ttl, value }) => ({ name, type: type as "A", ttl, data: value })),
  };
}
