import { randomInt } from "node:crypto";
import packet, { type Answer, type DecodedPacket } from "dns-packet";
import type { DnsAnswer, DnsQuestion, DnsRecord } from "../../dns/answer.ts";
import { dnsName } from "../../records/dns-name.ts";

/** A question as it is sent. */
export type Query = {
  id: number;
  question: DnsQuestion;
  bytes: Buffer;
  /** With its length before it, for TCP. */
  stream: Buffer;
};

/**
 * Fails where it is no name that DNS can hold.
 * @param recursive whether the server shall ask others for what it does not know itself
 */
export function newQuery(question: DnsQuestion, recursive: boolean): Query {
  // Whoever cannot see the question must not be able to guess it: https://www.rfc-editor.org/rfc/rfc5452#section-9.2
  const id = randomInt(0x1_0000);
  const { type } = question;
  const name = dnsName(question.name);
  // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4
  if (name.length > 253 || name.split(".").some((label) => label === "" || label.length > 63)) {
    throw new Error("DNS has no such names");
  }
  const query = {
    type: "query" as const,
    id,
    flags: recursive ? packet.RECURSION_DESIRED : 0,
    questions: [{ name, type, class: "IN" as const }],
  };
  return { id, question, bytes: packet.encode(query), stream: packet.streamEncode(query) };
}

/** The message when it answers that question; undefined for any other, and for what cannot be read. */
export function answerTo({ id, question }: Query, bytes: Buffer): DecodedPacket | undefined {
  let message: DecodedPacket;
  try {
    message = packet.decode(bytes);
  } catch {
    return undefined;
  }
  const [asked, more] = message.questions ?? [];
  const isOurs =
    asked !== undefined &&
    more === undefined &&
    asked.type === question.type &&
    dnsName(asked.name) === dnsName(question.name);
  return message.flag_qr && message.id === id && isOurs ? message : undefined;
}

export function dnsAnswer(message: DecodedPacket): DnsAnswer {
  const { rcode = "NOERROR" } = message as DecodedPacket & { rcode?: string };
  return {
    rcode,
    isAuthoritative: message.flag_aa,
    records: (message.answers ?? []).map(record),
  };
}

function record(answer: Answer): DnsRecord {
  const { ttl = 0 } = answer as { ttl?: number };
  return { name: dnsName(answer.name), type: answer.type, ttl, value: shownValue(answer) };
}

function shownValue(answer: Answer): string {
  switch (answer.type) {
    case "CNAME":
    case "DNAME":
    case "NS":
    case "PTR":
      return dnsName(answer.data);
    case "SOA": {
      const { mname, rname, serial, refresh, retry, expire, minimum } = answer.data;
      return [dnsName(mname), dnsName(rname), serial, refresh, retry, expire, minimum].join(" ");
    }
    case "TXT":
      return [answer.data].flat().map(String).join("");
    default: {
      const { data } = answer as { data?: unknown };
      return typeof data === "string" ? data : JSON.stringify(data);
    }
  }
}
