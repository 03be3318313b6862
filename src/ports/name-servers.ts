import type { DnsAnswer, DnsFailure, DnsQuestion } from "../dns/answer.ts";

/** An address that is asked, such as `205.251.192.1`, and its port. */
export type DnsServer = { address: string; port: number };

/** Asks name servers directly. Never fails: what went wrong is in the answer. */
export type NameServers = {
  /** One question to one server, repeated when nothing comes back; over TCP where the answer is too long. */
  ask(server: DnsServer, question: DnsQuestion, stop?: AbortSignal): Promise<DnsAnswer | DnsFailure>;
  /** The same to the resolver that the user has named, else to that of the machine. */
  resolve(question: DnsQuestion, stop?: AbortSignal): Promise<DnsAnswer | DnsFailure>;
};
