import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { isPlanHash } from "../../move/plan-hash.ts";
import { booleanInput } from "../deploy/input-forms.ts";

/** What `switchover` and `rollback` have in common. */
export type MoveInputs = {
  environment: string;
  /** Empty: all of the file. */
  services: string[];
  /** Empty: where the file is by default. */
  config: string;
  dryRun: boolean;
  /** Empty: whatever there is to do. */
  planHash: string;
};

/** Adds what is wrong to `problems`. */
export function readMoveInputs(io: ActionsIo, problems: string[]): MoveInputs {
  const environment = io.input("environment");
  if (environment === "") problems.push("environment: missing; write one of the migration file, such as production");
  const planHash = io.input("plan-hash");
  const dryRun = booleanInput(io, "dry-run", problems);
  if (planHash !== "" && !isPlanHash(planHash)) {
    problems.push(
      `plan-hash: "${planHash}" is none; write the output plan-hash of a run with dry-run: true, or leave it out`,
    );
  }
  if (planHash !== "" && dryRun) {
    problems.push("plan-hash: not used with dry-run, which makes a plan; leave one of them out");
  }
  // Also on one line, as a workflow_dispatch form gives them.
  const services = io.lines("services").flatMap((line) => line.split(/[\s,]+/).filter((name) => name !== ""));
  return { environment, services: [...new Set(services)], config: io.input("config"), dryRun, planHash };
}
