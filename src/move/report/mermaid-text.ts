/**
 * What has a meaning in some place of a diagram, or is HTML. Mermaid shows the numbered form as the character:
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
const SPECIAL = /[#:;%{}<>"&\\`$]/g;

/**
 * A text that stands as it is in a Mermaid diagram, whatever it holds.
 * @param line one line, that does not begin a line of the diagram: it may be a keyword of Mermaid's
 */
export function mermaidText(line: string): string {
  return line.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`);
}
