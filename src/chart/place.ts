/** A line of a file in the user's repository. */
export type Place = { file: string; line?: number };

type TextFile = { path: string; content: string };

/**
 * The line of these files of values that says which image it is: the first with the whole of it, else the first that is its
 * tag (`tag: "1"`, `imageTag: 1`), or has its name and its tag.
 */
export function placeOfImage(files: readonly TextFile[], image: string): Place | undefined {
  // Digests are left to the whole image and to lines of their own.
  const [named = "", digest = ""] = image.split("@");
  const [, name, tag] = /^(?:.*\/)?([^/:]+)(?::([^/:]+))?$/.exec(named) ?? [];
  if (name === undefined) return undefined;
  const whole = word(image);
  const found = firstLine(files, (line) => whole.test(line)) ?? firstLine(files, (line) => word(digest).test(line));
  if (found !== undefined || tag === undefined) return found;
  const tagLine = new RegExp(`tag["']?\\s*:\\s*["']?${literal(tag)}["']?\\s*(?:[,}]|$)`, "i");
  const nameAsValue = new RegExp(`${word(name).source}(?!["']?:(?:\\s|$))`);
  return firstLine(files, (line) => tagLine.test(line) || (nameAsValue.test(line) && word(tag).test(line)));
}

/** The first line of which that is true, comments aside. */
function firstLine(files: readonly TextFile[], isIt: (line: string) => boolean): Place | undefined {
  for (const { path, content } of files) {
    const lines = content.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, ""));
    const at = lines.findIndex(isIt);
    if (at >= 0) return { file: path, line: at + 1 };
  }
  return undefined;
}

/** Finds a text that is not a part of a longer word; an empty one nowhere. */
function word(text: string): RegExp {
  return text === "" ? /(?!)/ : new RegExp(`(?<![\\w.-])${literal(text)}(?![\\w.-])`);
}

function literal(text: string): string {
  return text.replace(/[^\w-]/g, "\\$&");
}

/** The template that made an object, as Helm notes it above each document: `# Source: chart/templates/web.yaml`. Relative to the chart's folder. */
export function templateOf(manifest: string, { kind, name }: { kind: string; name: string }): string | undefined {
  // No `\s`: it goes over the ends of lines, and many blank ones then take seconds.
  const has = (document: string, key: string, value: string) =>
    new RegExp(`^[ \\t]*${key}:[ \\t]*["']?${literal(value)}["']?[ \\t]*$`, "m").test(document);
  const document = manifest
    .split(/^---[ \t]*$/m)
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
