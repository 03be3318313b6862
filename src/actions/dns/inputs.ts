import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { UserError } from "../../errors.ts";
import { booleanInput, choiceInput } from "../deploy/input-forms.ts";
import { type MoveInputs, readMoveInputs } from "../move/move-inputs.ts";

const COMMANDS = ["plan", "lower-ttl", "switch", "verify", "restore"] as const;
const READING: readonly string[] = ["plan", "verify"] satisfies readonly DnsCommand[];

export type DnsCommand = (typeof COMMANDS)[number];

export type DnsInputs = MoveInputs & {
  command: DnsCommand;
  /** For `switch`: also before the old TTL has run out. */
  skipWait: boolean;
};

/** Reads all inputs of `dns`. Fails with one `UserError` that lists every problem. */
export function readDnsInputs(io: ActionsIo): DnsInputs {
  const problems: string[] = [];
  const command = choiceInput(io, "command", { choices: COMMANDS, problems });
  const inputs = { command, ...readMoveInputs(io, problems), skipWait: booleanInput(io, "skip-wait", problems) };
  const given = io.input("command");
  if (READING.includes(given) && inputs.planHash !== "") {
    problems.push(`plan-hash: not used with ${given}, which changes nothing; leave it out`);
  }
  if (inputs.skipWait && given === command && command !== "switch") {
    problems.push(`skip-wait: not used with ${command}, which waits for nothing; leave it out`);
  }
  const error = UserError.fromProblems("Inputs of dns:", problems);
  if (error) throw error;
  return inputs;
}
