type Input = {
  description?: string;
  required?: boolean;
  default?: string | number | boolean;
  deprecationMessage?: string;
};

/** @returns a Markdown table of the `inputs` of an action.yml */
export function inputsTable(inputs: object): string {
  const rows = (Object.entries(inputs) as [string, Input | null][]).map(([name, input]) => {
    const text = [input?.deprecationMessage && `**Deprecated:** ${input.deprecationMessage}`, input?.description];
    const value = String(input?.default ?? "");
    const standard = value === "" ? (input?.required ? "**required**" : "") : code(value);
    return [code(name), cell(text.filter(Boolean).join("\n")), standard];
  });
  return table(["Input", "What it is", "Default"], rows);
}

/** @returns a Markdown table of the `outputs` of an action.yml */
export function outputsTable(outputs: object): string {
  const rows = (Object.entries(outputs) as [string, { description?: string } | null][]).map(([name, output]) => {
    return [code(name), cell(output?.description ?? "")];
  });
  return table(["Output", "What it is"], rows);
}

/**
 * Puts the table between the lines `<!-- NAME -->` and `<!-- /NAME -->` of a README.
 * Throws, naming `path`, when the text does not hold that pair once.
 */
export function fillTable(text: string, path: string, { name, content }: { name: string; content: string }): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, inside, ...more] = text.split(begin);
  const [, after, ...rest] = (inside ?? "").split(end);
  if (before === undefined || after === undefined || more.length > 0 || rest.length > 0) {
    throw new Error(`${path}: the table of ${name} needs one line ${begin} and, below it, one line ${end}.`);
  }
  return `${before}${begin}\n${content}${end}${after}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  return [head, head.map(() => "---"), ...rows].map(line).join("");
}

/** Text in a cell: lines kept, `|` escaped (GitHub wants that within code too), `<` kept outside of code. */
function cell(text: string): string {
  return text
    .trim()
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "&lt;")))
    .join("")
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, "<br>");
}

function code(text: string): string {
  const quote = text.includes("`") ? "``" : "`";
  return `${quote}${text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ")}${quote}`;
}
