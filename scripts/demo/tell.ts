/** Seconds as people read them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Prints text, each line with an indent. */
export function tell(text: string): void {
  console.log(text.trimEnd().replace(/^(?=.)/gm, "  "));
}

/** A numbered step of the story: prints its title, does the work, prints how long it took. */
export function storyteller(): <T>(title: string, work: () => Promise<T>) => Promise<T> {
  let number = 0;
  return async (title, work) => {
    console.log(`\n${++number}. ${title}`);
    const begin = performance.now();
    const result = await work();
    tell(`(${seconds(performance.now() - begin)})`);
    return result;
  };
}

/** What act says of its own doings, or again: outputs and the summary are shown once the job is over. */
const ASIDE = /^(⭐ Run (Set up job|Complete job|Post )|✅|⚙|🏁|exit status|Error: Job )/u;

/**
 * A line of a workflow's log as the demo shows it: steps by name, and what they say indented below.
 *
 * @param line as `runWorkflow` tells it: `[workflow/job]   | text`
 * @returns undefined for a line that is left out
 */
export function logLine(line: string): string | undefined {
  const text = line.replace(/^\[[^\]]+\]\s*/, "");
  const error = /::error(?: [^:]*)?::(.*)/s.exec(text)?.[1];
  if (error !== undefined) return `  error: ${error.replaceAll("%0A", "\n  ").replaceAll("%25", "%")}`;
  if (text.startsWith("| ")) return `  ${text.slice(2)}`;
  if (ASIDE.test(text)) return undefined;
  return text.replace(/^⭐ Run Main /u, "> ").replace(/^❌\s+Failure - \w+ (.*?)(?: \[[^\]]*\])?$/u, "failed: $1");
}
