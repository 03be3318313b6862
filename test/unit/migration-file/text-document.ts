import type { getLanguageService } from "yaml-language-server";

type TextDocument = Parameters<ReturnType<typeof getLanguageService>["doValidation"]>[0];

let versions = 0;

/** A text as editors hand it to a language server. Lines and characters count from 0. */
export function textDocument(uri: string, text: string): TextDocument {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  type Position = { line: number; character: number };
  const offsetAt = ({ line, character }: Position) => Math.min((starts[line] ?? text.length) + character, text.length);
  const positionAt = (offset: number): Position => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
  const getText = (range?: { start: Position; end: Position }) => {
    return range === undefined ? text : text.slice(offsetAt(range.start), offsetAt(range.end));
  };
  // The server also calls what is not in the type of its documents.
  const internal = { getLineOffsets: () => starts };
  const document = {
    uri,
    languageId: "yaml",
    version: ++versions,
    lineCount: starts.length,
    getText,
    offsetAt,
    positionAt,
    ...internal,
  };
  return document as unknown as TextDocument;
}
