import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { YAML_AS_HELM } from "./yaml-as-helm.ts";

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

/**
 * The same for `secret-values`. The problem quotes nothing of the text; and it is one when YAML takes part of a secret for
 * something else: `*pass` for an alias, `&pass` for an anchor, `!pass` for a tag.
 */
export function secretValuesProblem(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (document.errors[0] ?? document.warnings[0])?.pos[0] ?? swallowed(document);
  if (at !== undefined) {
    return `secret-values: line ${lines.linePos(at).line} is not plain YAML; write secrets as \${{ toJSON(secrets.NAME) }}, so that YAML gives no meaning to their characters`;
  }
  return inlineValuesProblem("secret-values", text);
}

/** Where an alias has no anchor, or an anchor no alias. */
function swallowed(document: Document.Parsed): number | undefined {
  const anchors = new Map<string, number>();
  let lost: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) lost ??= alias.range?.[0];
      anchors.delete(alias.source);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node.range?.[0] ?? 0);
    },
  });
  return lost ?? anchors.values().next().value;
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

/**
 * Where the leaves of a YAML map are, as Helm reads it: keys from the outside in. Empty and null leaves count. A list is one
 * leaf, since Helm replaces lists whole; an empty map is none, since Helm merges it with what is there. Empty for an empty text.
 */
export function leafPaths(text: string): string[][] {
  // Helm reads YAML 1.1, where `on` is a boolean and `<<` merges.
  const document = parseDocument(text, YAML_AS_HELM);
  return pathsBelow(document.toJS({ mapAsMap: true }) as unknown);
}

function pathsBelow(value: unknown): string[][] {
  if (!(value instanceof Map)) return [];
  return [...(value as Map<unknown, unknown>)].flatMap(([key, below]) => {
    if (!(below instanceof Map)) return [[String(key)]];
    return pathsBelow(below).map((path) => [String(key), ...path]);
  });
}
