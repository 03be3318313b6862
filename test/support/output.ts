import type { ChildProcess } from "node:child_process";
import type { ActionOptions } from "./action-process.ts";

export type OnOutput = {
  onStart: NonNullable<ActionOptions["onStart"]>;
  /**
   * Waits for the work. For when the action has ended.
   * @throws what the work threw, or that the text never came
   */
  done(): Promise<void>;
};

/** Does `work` once, when the running action has written that text to its log. */
export function onOutput(text: string, work: (child: ChildProcess) => Promise<void>): OnOutput {
  let seen = "";
  let working: Promise<void> | undefined;
  return {
    onStart(child) {
      child.stdout?.on("data", (chunk: string) => {
        seen += chunk;
        if (working !== undefined || !seen.includes(text)) return;
        working = work(child);
        // It is told by `done`, which is called later.
        working.catch(() => undefined);
      });
    },
    async done() {
      if (working === undefined) throw new Error(`The action never wrote "${text}" to its log, but:\n${seen}`);
      await working;
    },
  };
}
