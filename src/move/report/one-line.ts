import { plain } from "../../evidence/text.ts";

/** Any text as one line: without control characters, and without those that turn the direction of what stands after them. */
export function oneLine(text: string): string {
  return plain(text.toWellFormed())
    .replace(/\p{Bidi_Control}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** At most that many characters. None of them is cut in two. */
export function cutTo(characters: number, text: string): string {
  const all = charactersOf(text);
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join("")}…`;
}

/** As Unicode counts them, not the halves that an emoji has in a JavaScript text. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}
