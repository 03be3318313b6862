import { OutsideError } from "../../../src/errors.ts";
import type { ErrorRate, ErrorRates } from "../../../src/ports/error-rates.ts";
import { type OnCall, told } from "./on-call.ts";

/** What a load balancer has counted in a minute. */
export type Counted = {
  at: Date;
  requests: number;
  /** Answers of 5xx by the load balancer itself, and by its targets. */
  balancerErrors?: number;
  targetErrors?: number;
};

export type MemoryErrorRates = ErrorRates & {
  /** Counts in CloudWatch. */
  count(loadBalancer: string, ...minutes: Counted[]): void;
  /** What a URL answers from now on; `fails`: nothing that can be read. */
  answer(url: string, rate: ErrorRate | undefined | "fails"): void;
};

/** Error rates in memory: test/contract/error-rates holds them to the behaviour of CloudWatch and of URLs. */
export function memoryErrorRates({ onCall }: { onCall?: OnCall } = {}): MemoryErrorRates {
  const counted = new Map<string, Counted[]>();
  const answers = new Map<string, ErrorRate | undefined | "fails">();
  const port: ErrorRates = {
    async read(source, { from, to }) {
      if (source.kind === "url") {
        if (!answers.has(source.url)) throw new Error(`fake error rates: the test has put nothing at ${source.url}`);
        const answer = answers.get(source.url);
        if (answer !== "fails") return answer && { ...answer };
        throw new OutsideError({ system: "Error rate", operation: "GET the URL", reason: "it answers 500" });
      }
      const minutes = (counted.get(source.loadBalancer) ?? []).filter(({ at }) => at >= from && at < to);
      const sum = (of: (minute: Counted) => number | undefined) =>
        minutes.reduce((all, minute) => all + (of(minute) ?? 0), 0);
      const failed = sum((minute) => minute.balancerErrors) + sum((minute) => minute.targetErrors);
      const requests = Math.max(
        sum((minute) => minute.requests),
        failed,
      );
      return requests === 0 ? undefined : { rate: failed / requests, requests };
    },
  };
  return {
    ...told("errorRates", port, onCall),
    count: (balancer, ...minutes) => void counted.set(balancer, [...(counted.get(balancer) ?? []), ...minutes]),
    answer: (url, rate) => void answers.set(url, rate),
  };
}
