import type { Advice } from "./advice.ts";

/** `web/templates/settings.yaml:4:25` of Helm 4 and `template: web/templates/settings.yaml:4:25:` of Helm 3. */
const PLACE = String.raw`(?<![\w./-])([\w.-]+(?:\/[\w.-]+)+):(\d+)(?::\d+)?`;

/** A chart's templates: https://github.com/helm/helm/blob/v4.1.4/pkg/engine/engine.go and https://pkg.go.dev/text/template */
export const templateAdvice: readonly Advice[] = [
  {
    pattern: /at <([^>]+)>:\s*nil pointer evaluating .*?\.(\w+)\s*$/m,
    next: (found) => {
      const [, expression = "", field] = found;
      const path = /^\.Values\.([\w.]+)$/.exec(expression)?.[1];
      return path?.endsWith(`.${field}`)
        ? `set ${path} in the values: ${placeBefore(found)} reads it`
        : `set in the values what ${placeBefore(found)} reads by ${expression}, or let the template do without it`;
    },
  },
  {
    pattern: /execution error at \(([^():]+):(\d+)(?::\d+)?\): /,
    next: ([, file, line]) => `set in the values what the chart asks for in ${file}, line ${line}`,
  },
  {
    pattern: /no template "([^"]+)" associated with template/,
    next: ([, name]) =>
      `define the template ${name} in a .tpl file of the chart, or add the chart that has it to its dependencies`,
  },
  {
    pattern: new RegExp(`\\(${PLACE}\\): function "([^"]+)" not defined`),
    next: ([, file, line, name]) =>
      `correct the function ${name} in ${file}, line ${line}: this Helm has none of that name`,
  },
  {
    pattern: new RegExp(`parse error at \\(${PLACE}\\)`),
    next: ([, file, line]) => `correct the template ${file}, line ${line}`,
  },
  {
    pattern: /YAML parse error on ([\w./-]+):(?:.*yaml: line (\d+))?/,
    next: ([, file, line]) =>
      `look at what ${file} renders${line ? `, at line ${line} of it` : ""} (helm template --debug): mostly an indentation, or a text without quotes`,
  },
  {
    pattern: /unable to build kubernetes objects from release manifest: error parsing/,
    next: () => "look at what the chart renders (helm template --debug): a document of it is not YAML",
  },
  {
    pattern: /executing "[^"]+" at <([^>]+)>(?![\s\S]*executing ")/,
    // Helm's lookup asks the cluster: what is wrong is told by what the cluster says.
    next: (found) =>
      found.input.includes("error calling lookup: ")
        ? undefined
        : `correct ${found[1]} in ${placeBefore(found)}, or the value that it reads`,
  },
];

/** The last one that is named before it. */
function placeBefore({ input, index }: RegExpExecArray): string {
  const [, file, line] = [...input.slice(0, index).matchAll(new RegExp(PLACE, "g"))].at(-1) ?? [];
  return file === undefined ? "a template" : `${file}, line ${line}`;
}
