import { cutTo, oneLine } from "../../move/report/one-line.ts";
import { code } from "./markdown.ts";

const CHARACTERS = 300;
/** Not an underscore within a word, which has no meaning there: addresses would no longer be links. */
const MARKDOWN = /[\\`*[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Words for a cell of `table`, as they are: names in them may hold what has a meaning in Markdown. At most 300 characters. */
export function cellWords(text: string): string {
  return cutTo(CHARACTERS, oneLine(text)).replace(MARKDOWN, "\\$&");
}

/** Words for a line outside of tables. */
export function lineWords(text: string): string {
  return html(cellWords(text));
}

/** Words within an HTML element. */
export function elementWords(text: string): string {
  return html(cutTo(CHARACTERS, oneLine(text)));
}

/** A value as code, for a line or a cell. */
export function codeWords(text: string): string {
  return code(cutTo(CHARACTERS, oneLine(text)));
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
