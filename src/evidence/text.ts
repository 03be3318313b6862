const LONGEST = 300;
/** What is kept of a log, in characters; of one line alone more, so that a program that ends with one long line is heard. */
const LOG_KEPT = 16 * 1024;
const LINE_KEPT = 128 * 1024;
const LOG_LINES = 20;
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

/**
 * The last lines of a log, at most 20 and about 16 KiB, whole ones only: a part of a line may be a part of a secret, which
 * could not be found and hidden any more.
 *
 * @param cut whether the text may end in the middle of a line
 */
export function lastLines(text: string, { cut = false }: { cut?: boolean } = {}): string[] {
  if (text === "") return [];
  const all = text.replace(/\n$/, "").split("\n");
  const whole = cut ? all.slice(0, -1) : all;
  const last = whole.at(-1);
  if (last === undefined || last.length > LINE_KEPT) return ["(its last line is too long to be shown)"];
  const kept = [last];
  let size = last.length;
  for (const line of whole.slice(-LOG_LINES, -1).toReversed()) {
    size += line.length + 1;
    if (size > LOG_KEPT) break;
    kept.unshift(line);
  }
  return kept;
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
