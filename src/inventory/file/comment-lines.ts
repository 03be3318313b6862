import type { Remark } from "../remark.ts";

/** How wide a comment is at most, without the indentation of its place. */
const WIDTH = 110;

/** Remarks as the lines of a comment, for the YAML library, which puts the # before. Nothing for none. */
export function commentLines(remarks: readonly Remark[]): string[] {
  return remarks.flatMap(({ open, text, fill }) => [
    ...wrapped(open ? `QUESTION: ${text}` : text),
    ...(fill === undefined ? [] : [fill]),
  ]);
}

export function asComment(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => ` ${line}`).join("\n");
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
