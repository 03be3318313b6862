import dns from "node:dns";
import type { DnsAnswer, DnsFailure, DnsQuestion } from "../../dns/answer.ts";
import type { DnsServer, NameServers } from "../../ports/name-servers.ts";
import { placeText } from "../../probe/failures.ts";
import { askByTcp, askByUdp, Unanswered } from "./exchange.ts";
import { dnsAnswer, newQuery } from "./message.ts";

export type NameServerOptions = {
  /** Left out: those of the machine, of which the next is asked when one does not answer. */
  resolver?: DnsServer;
  /** How long an answer may take; over TCP once more as long. */
  timeoutMs?: number;
  /** How often a question is repeated. */
  retries?: number;
};

type Asked = { server: DnsServer; question: DnsQuestion; recursive: boolean };

const STOPPED: DnsFailure = { kind: "other", problem: "it was stopped" };

/** Questions from this machine, over UDP, and over TCP where the answer is too long for it. */
export function nameServers({ resolver, timeoutMs = 2000, retries = 2 }: NameServerOptions = {}): NameServers {
  async function ask(asked: Asked, stop: AbortSignal | undefined): Promise<DnsAnswer | DnsFailure> {
    let failure: DnsFailure = STOPPED;
    for (let tries = 0; tries <= retries; tries++) {
      if (stop?.aborted) return STOPPED;
      const found = await askOnce(asked, { timeoutMs, stop });
      if (!("kind" in found)) return found;
      // Nothing that comes back later says more than what came back once.
      if (failure.kind !== "other" || failure === STOPPED) failure = found;
    }
    return stop?.aborted ? STOPPED : failure;
  }
  return {
    ask: (server, question, stop) => ask({ server, question, recursive: false }, stop),
    async resolve(question, stop) {
      let failure: DnsFailure = { kind: "other", problem: "the machine has no resolver: name one" };
      for (const server of resolver === undefined ? dns.getServers().map(serverOf) : [resolver]) {
        const found = await ask({ server, question, recursive: true }, stop);
        if (!("kind" in found) || stop?.aborted) return found;
        failure = found;
      }
      return failure;
    },
  };
}

type Limits = { timeoutMs: number; stop: AbortSignal | undefined };

async function askOnce({ server, question, recursive }: Asked, limits: Limits): Promise<DnsAnswer | DnsFailure> {
  const who = placeText(server);
  let byUdp = false;
  try {
    const query = newQuery(question, recursive);
    const short = await limited(limits, (signal) => askByUdp(server, query, signal));
    byUdp = true;
    if (!short.flag_tc) return dnsAnswer(short);
    return dnsAnswer(await limited(limits, (signal) => askByTcp(server, query, signal)));
  } catch (error) {
    if (limits.stop?.aborted) return STOPPED;
    const { message } = error as Error;
    if (byUdp) return { kind: "other", problem: `${who} has more to say than fits UDP, and over TCP: ${message}` };
    if (error instanceof Unanswered) return { kind: "blocked", problem: `${who} gives no answer: ${message}` };
    return { kind: "other", problem: `${who} cannot be asked for ${question.type} ${question.name}: ${message}` };
  }
}

async function limited<T>({ timeoutMs, stop }: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await work(stop === undefined ? limit : AbortSignal.any([limit, stop]));
  } catch (error) {
    if (limit.aborted) throw new Unanswered(`nothing came back within ${timeoutMs / 1000} s`);
    throw error;
  }
}

/** `9.9.9.9`, `2620:fe::fe`, and with a port `9.9.9.9:5353` or `[2620:fe::fe]:5353`: https://nodejs.org/api/dns.html#dnsgetservers */
function serverOf(text: string): DnsServer {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(text) ?? [];
  const address = bracketed ?? plain;
  return address === undefined ? { address: text, port: 53 } : { address, port: Number(port) };
}
