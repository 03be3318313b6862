import { readFile } from "node:fs/promises";
import type { Aws } from "./clients.ts";

/** A time at which a rule or a schedule started its task in ECS, or tried to. */
export type Start = {
  /** ARN of the rule or schedule. */
  source: string;
  /** The time for which it was due, as the schedule's clock has it. ISO 8601, UTC. */
  tick: string;
  account: string;
  region: string;
  /** As in the task: `events-rule/<name>` or `chronos-schedule/<name>`, cut at 36 characters. */
  startedBy: string;
  cluster: string;
  taskDefinition: string;
  overrides: Record<string, unknown>;
  /** ARNs. Empty where ECS refused: `error` then says why. */
  tasks: string[];
  error?: string;
};

/** What the rules and schedules of this account have started so far, in order. */
export async function scheduledStarts({ startsFile, accountId }: Aws): Promise<Start[]> {
  const text = await readFile(startsFile, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Start).filter(({ account }) => account === accountId);
}
