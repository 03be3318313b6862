import type { Probe } from "../../migration-file/migration.ts";
import type { Probes } from "../../ports/probes.ts";
import type { ProbeAnswer } from "../../probe/answer.ts";
import { differences } from "../../probe/compare.ts";
import type { ProbeRequest } from "../../probe/request.ts";

/** Compares answers of the new side with what the old side answers. */
export type OldSide = {
  /** In what they differ, in words; empty where they do not, or where the old side cannot be asked from here. */
  differences(answer: ProbeAnswer, stop?: AbortSignal): Promise<string[]>;
  /** Why it cannot be asked, in words. */
  problem(): string | undefined;
};

type Parts = {
  probes: Probes;
  /** The same request, at each address of the old side. */
  requests: readonly ProbeRequest[];
  hidden: (text: string) => string;
};

/** The old side is asked when it is needed first, and again before a difference is told: its answer may have changed meanwhile. */
export function oldSide({ probes, requests, hidden }: Parts, wanted: Pick<Probe, "compare" | "status">): OldSide {
  let known: ProbeAnswer | undefined;
  let problem: string | undefined;
  /** Addresses of the new side are asked at once: all of them wait for the same answer. */
  let first: Promise<void> | undefined;

  async function ask(stop?: AbortSignal): Promise<void> {
    const failures: string[] = [];
    for (const request of requests) {
      const answer = await probes.ask(request, stop);
      if (!("problem" in answer)) {
        known = answer;
        problem = undefined;
        return;
      }
      failures.push(answer.problem);
    }
    problem = failures.join("; ") || "it has no address";
  }

  return {
    async differences(answer, stop) {
      first ??= ask(stop);
      await first;
      if (known === undefined) return [];
      if (differences({ old: known, now: answer }, wanted, hidden).length === 0) return [];
      await ask(stop);
      return differences({ old: known, now: answer }, wanted, hidden);
    },
    problem: () => (known === undefined ? problem : undefined),
  };
}
