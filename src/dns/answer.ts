/** What is asked of a name server. */
export type DnsQuestion = { name: string; type: "A" | "AAAA" | "CNAME" | "NS" | "SOA" | "TXT" };

export type DnsRecord = {
  /** In lower case, without the last dot. */
  name: string;
  type: string;
  /** In seconds. */
  ttl: number;
  /** An address; of a CNAME or NS a name in lower case without the last dot. */
  value: string;
};

export type DnsAnswer = {
  /** `NOERROR`, `NXDOMAIN`, `REFUSED`, … */
  rcode: string;
  /** Whether the server itself has the zone. */
  isAuthoritative: boolean;
  /** In its order: what was asked for comes after the CNAMEs that lead to it. */
  records: DnsRecord[];
};

/** Why there is no answer: in words. `blocked`: nothing came back at all, or nothing leads there. */
export type DnsFailure = { kind: "blocked" | "other"; problem: string };
