import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";

/** Reads an input that holds YAML. Returns the problem in one line, or `undefined`. */
export function inlineValuesProblem(input: string, text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const error = document.errors[0];
  if (error) {
    const at = lines.linePos(error.pos[0]);
    return `${input}: line ${at.line}, column ${at.col}: ${error.message.split("\n")[0]?.replace(/ at line \d+.*$/, "")}`;
  }
  if (!isMap(document.contents)) return `${input}: must be a YAML map such as "image: {tag: v1}"`;
  return undefined;
}

/** Every leaf of a YAML map, as the text that it has in the file. Empty for an empty text. */
export function leaves(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Scalar(key, node) {
      if (key !== "key" && isScalar(node) && node.value !== null && node.value !== "") {
        found.push(typeof node.value === "string" ? node.value : JSON.stringify(node.value));
        // A number or date may be written in another form than it is read in: both forms are the secret.
        if (typeof node.value !== "string" && typeof node.source === "string") found.push(node.source);
      }
    },
  });
  return [...new Set(found)];
}
