import type { DnsAnswer, DnsFailure } from "../dns/answer.ts";

export function isIpv6(address: string): boolean {
  return address.includes(":");
}

/** Whether it is an address itself, not a name. */
export function isAddress(text: string): boolean {
  return isIpv6(text) || /^\d+(\.\d+){3}$/.test(text);
}

/** What DNS says of where a name is. */
export type LookUp = {
  /** IPv4 ones first; empty where there are none. */
  addresses: string[];
  /** Why it may have others, in words. */
  problem: string | undefined;
};

/** The addresses of a name, by the answers for A and for AAAA. */
export function addressesIn(answers: { a: DnsAnswer | DnsFailure; aaaa: DnsAnswer | DnsFailure }): LookUp {
  const found = [of(answers.a, "A"), of(answers.aaaa, "AAAA")];
  const problems = found.flatMap(({ problem }) => problem ?? []);
  return {
    addresses: [...new Set(found.flatMap(({ addresses }) => addresses))],
    problem: problems.length === 0 ? undefined : [...new Set(problems)].join("; "),
  };
}

function of(answer: DnsAnswer | DnsFailure, type: "A" | "AAAA"): LookUp {
  if ("problem" in answer) return { addresses: [], problem: answer.problem };
  const { rcode, records } = answer;
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN") return { addresses: [], problem: `DNS answers ${rcode}` };
  return { addresses: records.filter((each) => each.type === type).map(({ value }) => value), problem: undefined };
}
