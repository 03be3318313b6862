import * as core from "@actions/core";
import type { Place } from "../../chart/place.ts";
import type { Log } from "../../ports/log.ts";
import { redact } from "../../values/secrets.ts";

/**
 * The runner's side of an action: inputs, outputs, log, summary. Whatever text goes out loses the secrets registered
 * here first, since the runner masks its log, but not a summary or an output.
 */
export type ActionsIo = {
  /** Trimmed; empty when not given. */
  input(name: string): string;
  /** As it was written: the indentation of YAML is part of it. */
  text(name: string): string;
  /** Lines that are not blank, trimmed. */
  lines(name: string): string[];
  output(name: string, value: string): void;
  /** Adds Markdown to the job summary, where the runner offers one. */
  summary(markdown: string): Promise<void>;
  /** Keeps a value for the post step. */
  keep(name: string, value: string): void;
  kept(name: string): string;
  exportVariable(name: string, value: string): void;
  /** Registers texts that must never be shown. */
  hide(secrets: readonly string[]): void;
  hidden(text: string): string;
  /** Fails the step. With a place GitHub shows the message at that line of the repository's file. */
  fail(message: string, place?: Place): void;
  log: Log;
};

export function actionsIo(): ActionsIo {
  const secrets: string[] = [];
  const hidden = (text: string): string => redact(text, secrets);
  return {
    input: (name) => core.getInput(name),
    text: (name) => core.getInput(name, { trimWhitespace: false }),
    lines: (name) => core.getMultilineInput(name),
    output: (name, value) => core.setOutput(name, hidden(value)),
    async summary(markdown) {
      if (!process.env.GITHUB_STEP_SUMMARY) return;
      await core.summary.addRaw(hidden(markdown), true).write();
    },
    keep: (name, value) => core.saveState(name, value),
    kept: (name) => core.getState(name),
    exportVariable: (name, value) => core.exportVariable(name, value),
    hide(texts) {
      for (const text of texts) core.setSecret(text);
      secrets.push(...texts);
    },
    hidden,
    fail(message, place) {
      if (place === undefined) return core.setFailed(hidden(message));
      process.exitCode = core.ExitCode.Failure;
      core.error(hidden(message), { file: place.file, ...(place.line === undefined ? {} : { startLine: place.line }) });
    },
    log: {
      info: (line) => core.info(hidden(line)),
      debug: (line) => core.debug(hidden(line)),
      warn: (line) => core.warning(hidden(line)),
      group: (title, work) => core.group(hidden(title), work),
    },
  };
}
