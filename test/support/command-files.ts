/**
 * Reads what an action wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value` lines and blocks
 * `name<<delimiter`, lines of the value, `delimiter`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files
 */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block) {
      const end = lines.indexOf(block[2] ?? "", at + 1);
      // The runner fails the step for such a file.
      if (end < 0) throw new Error(`The value of "${block[1]}" does not end: no line "${block[2]}" follows it.`);
      values[block[1] ?? ""] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else if (line.includes("=")) {
      values[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    } else if (line !== "") {
      throw new Error(`"${line}" is neither name=value nor name<<delimiter.`);
    }
  }
  return values;
}

/** @returns the texts of one command (`error`, `warning`, `add-mask` ...) in a log, as they were before escaping */
export function commandsIn(log: string, command: string): string[] {
  return [...log.matchAll(new RegExp(`^::${command}(?: [^:\\n]*)?::(.*)$`, "gm"))].map((match) =>
    (match[1] ?? "").replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%"),
  );
}
