import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type OptAnswer,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from "dns-packet";
import type { Rcode, Reply } from "./resolve.ts";

/** https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1 */
const RCODES: Record<Rcode, number> = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
/** Of a client that says nothing: https://www.rfc-editor.org/rfc/rfc1035#section-4.2.1 */
const UDP_BYTES = 512;
const OWN_UDP_BYTES = 1232;

export type Query = { name: string; type: string; answer(reply: Reply): Buffer };

/**
 * Reads a query.
 *
 * @param over over UDP an answer that is too long for the client is left out and marked: the client asks again over TCP
 * @param isResolver what the answer says of its sender
 * @returns undefined for what is no query
 */
export function readQuery(bytes: Buffer, over: "udp" | "tcp", isResolver: boolean): Query | undefined {
  let packet: ReturnType<typeof decode>;
  try {
    packet = decode(bytes);
  } catch {
    return undefined;
  }
  const [question] = packet.questions ?? [];
  if (packet.type !== "query" || !question) return undefined;
  const opt = packet.additionals?.find((each): each is OptAnswer => each.type === "OPT");
  const most = over === "tcp" ? 65_535 : Math.max(opt?.udpPayloadSize ?? 0, UDP_BYTES);
  const always = ((packet.flags ?? 0) & RECURSION_DESIRED) | (isResolver ? RECURSION_AVAILABLE : 0);
  const answer = ({ rcode, isAuthoritative, answers, authorities }: Reply): Buffer => {
    const flags = always | RCODES[rcode] | (isAuthoritative && !isResolver ? AUTHORITATIVE_ANSWER : 0);
    const head = { id: packet.id ?? 0, type: "response" as const, questions: [question] };
    const additionals: Answer[] = opt ? [ownOpt] : [];
    const whole = encode({ ...head, flags, answers, authorities, additionals });
    return whole.length <= most ? whole : encode({ ...head, flags: flags | TRUNCATED_RESPONSE, additionals });
  };
  return { name: question.name, type: question.type, answer };
}

const ownOpt: OptAnswer = {
  type: "OPT",
  name: ".",
  udpPayloadSize: OWN_UDP_BYTES,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};
