const LONGEST = 300;
const TELLING =
  /\b(error|panic|fatal|exception|traceback|failed|failure|denied|refused|cannot|can't|could not|unable)/i;
// Colours and cursor moves (https://en.wikipedia.org/wiki/ANSI_escape_code), and other control characters that are no space.
const CONTROL = /(?!\s)\p{Cc}(\[[0-9;?]*[ -/]*[@-~])?/gu;

/** Any text as one line of bounded length, without colours and without a full stop at its end. */
export function oneLine(text: string): string {
  const line = plain(text).replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Text as it is, without colours and control characters. */
export function plain(text: string): string {
  return text.replace(CONTROL, "");
}

/** The line of a log that says most about why it ended: the last one that speaks of an error, else the last one. */
export function tellingLine(log: readonly string[] | undefined): string {
  const lines = (log ?? []).map(oneLine).filter((line) => line !== "");
  return lines.findLast((line) => TELLING.test(line)) ?? lines.at(-1) ?? "";
}

/** `1 restart`, `2 restarts` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
