/** Whether Helm leaves a file or folder out of a chart. Its path is relative to the chart's folder, with `/`. */
export type Ignored = (path: string, isFolder: boolean) => boolean;

type Rule = { matches: (path: string) => boolean; negated: boolean; foldersOnly: boolean };

/** Helm's own, behind those of the file: hidden files of editors. */
const DEFAULT = "templates/.?*";

/**
 * The rules in the text of a .helmignore, as Helm goes by them. `!` leaves out all that it does not name, since Helm stops at the
 * first rule that leaves a file out. What Helm cannot read is no rule here: Helm refuses the chart for it.
 * https://helm.sh/docs/chart_template_guide/helm_ignore_file/, https://github.com/helm/helm/blob/v4.1.4/pkg/ignore/rules.go
 */
export function helmIgnore(text: string): Ignored {
  const lines = [...text.replace(/^\uFEFF/, "").split(/\r?\n/), DEFAULT];
  const rules = lines.flatMap((line) => readRule(line.trim()) ?? []);
  return (path, isFolder) =>
    rules.some(({ matches, negated, foldersOnly }) => (matches(path) && (isFolder || !foldersOnly)) !== negated);
}

function readRule(line: string): Rule | undefined {
  if (line === "" || line.startsWith("#")) return undefined;
  const negated = line.startsWith("!");
  const foldersOnly = line.endsWith("/");
  const glob = line.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
  const pattern = asPattern(glob.replace(/^\//, ""));
  if (pattern === undefined) return undefined;
  const matches = (path: string): boolean =>
    pattern.test(glob.includes("/") ? path : path.slice(path.lastIndexOf("/") + 1));
  return { matches, negated, foldersOnly };
}

/** A glob of Go: https://pkg.go.dev/path/filepath#Match. Unlike a shell's its `*` takes a leading dot, and it has no braces. */
function asPattern(glob: string): RegExp | undefined {
  if (glob.includes("**")) return undefined;
  const parts = [...glob.matchAll(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|[^\\[]/gu)];
  if (parts.map(([part]) => part).join("") !== glob) return undefined;
  const source = parts.map(([part, escaped, not, among]) => {
    if (among !== undefined)
      return `[${not}${among.replace(/\\(.)|[^-]/gu, (one, it?: string) => literal(it ?? one))}]`;
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : literal(escaped ?? part);
  });
  try {
    return new RegExp(`^${source.join("")}$`, "u");
  } catch {
    // A range the wrong way round.
    return undefined;
  }
}

function literal(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
