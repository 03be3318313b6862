/** A Markdown table. Cells are escaped, so that no value can break out of its column, or is HTML. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** Text as code, whatever backticks it holds. */
export function code(text: string): string {
  if (text === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** A block of text as it is, folded under a title. */
export function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${fenced(text)}\n\n</details>`;
}

/** A block of text as it is: nothing in it is escaped, so that secrets in it are found and hidden. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** What is code, or has a backslash before it, is no HTML already. */
const PLAIN_OR_NOT = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[&<]/gs;

function cell(text: string): string {
  return text
    .replace(PLAIN_OR_NOT, (found) => (found === "&" ? "&amp;" : found === "<" ? "&lt;" : found))
    .replaceAll("|", "\\|")
    .replace(/\r\n|\r|\n/g, "<br>");
}
