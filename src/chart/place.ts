/** A line of a file in the user's repository. */
export type Place = { file: string; line?: number };

/** The first line of these files that holds the text. */
export function placeOfText(files: readonly { path: string; content: string }[], text: string): Place | undefined {
  if (text === "") return undefined;
  for (const { path, content } of files) {
    const at = content.split("\n").findIndex((line) => line.includes(text) && !line.trimStart().startsWith("#"));
    if (at >= 0) return { file: path, line: at + 1 };
  }
  return undefined;
}

/** The template that made an object, as Helm notes it above each document: `# Source: chart/templates/web.yaml`. Relative to the chart's folder. */
export function templateOf(manifest: string, { kind, name }: { kind: string; name: string }): string | undefined {
  const has = (document: string, key: string, value: string) =>
    new RegExp(`^\\s*${key}:\\s*["']?${value.replace(/[^\w-]/g, "\\$&")}["']?\\s*$`, "m").test(document);
  const document = manifest
    .split(/^---\s*$/m)
    .find((each) => has(each, "kind", kind) && has(each, "name", name) && each.includes("# Source: "));
  return /^# Source: [^/]+\/(.+)$/m.exec(document ?? "")?.[1];
}

/**
 * The template that Helm's message names, relative to the chart's folder: `service/templates/web.yaml:12:3` of a template
 * that does not render, `parse error on service/templates/web.yaml` of one that is no YAML.
 */
export function templateInMessage(message: string): Place | undefined {
  const found = /(?:^|[\s("])[\w.-]+\/(templates\/[\w./-]+?\.(?:ya?ml|tpl|txt))(?::(\d+))?/m.exec(message);
  if (!found?.[1]) return undefined;
  return { file: found[1], ...(found[2] ? { line: Number(found[2]) } : {}) };
}
