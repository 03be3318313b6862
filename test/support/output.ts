import type { ChildProcess } from "node:child_process";
import type { ActionOptions } from "./action-process.ts";

/**
 * For `onStart`: does `work` once, when the running action has written that text to its log. It must end before the action
 * does, or what it did was not during the run.
 */
export function onOutput(
  text: string,
  work: (child: ChildProcess) => Promise<void>,
): NonNullable<ActionOptions["onStart"]> {
  return (child: ChildProcess) => {
    let seen = "";
    let started = false;
    child.stdout?.on("data", (chunk: string) => {
      seen += chunk;
      if (started || !seen.includes(text)) return;
      started = true;
      void work(child);
    });
  };
}
