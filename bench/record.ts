import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Replaces the section of that benchmark in the results, or adds it at the end. The other sections stay as they are. */
export function record(file: string, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const section = `${begin}\n${text}\n${end}`;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after =
    from < 0 || to < from
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, from) + section + before.slice(to + end.length);
  writeFileSync(file, after.trimStart());
}
