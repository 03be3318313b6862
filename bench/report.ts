import { compare, median, quantile, type Times } from "./take-turns.ts";

/** What one benchmark found: a title a table, and lines of its own. */
export type Report = {
  /** Of a drill: how often it was not as it must be. */
  failed?: number;
  notes: string[];
  tables: { title: string; header: string[]; rows: string[][] }[];
};

/** Header for `timeRows`. */
export const timeHeader = ["", "median", "quartiles", "n", "ratio", "difference"];

/** A row a lane; ratio and difference are to the first lane. */
export function timeRows(results: readonly Times[]): string[][] {
  const base = results[0]?.times ?? [];
  return results.map(({ name, times }, index) => {
    const { ratio, differenceMs } = compare(base, times);
    return [
      name,
      seconds(median(times)),
      `${seconds(quantile(times, 0.25))} - ${seconds(quantile(times, 0.75))}`,
      String(times.length),
      index === 0 ? "" : `${ratio.toFixed(2)} x`,
      index === 0 ? "" : signed(differenceMs),
    ];
  });
}

/** Milliseconds as `1.234 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}

function signed(milliseconds: number): string {
  return `${milliseconds < 0 ? "" : "+"}${seconds(milliseconds)}`;
}

/** A report as Markdown. */
export function markdown({ notes, tables }: Report): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const blocks = tables.map(({ title, header, rows }) =>
    [`### ${title}`, "", line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n"),
  );
  return [notes.map((note) => `- ${note}`).join("\n"), ...blocks].filter((block) => block !== "").join("\n\n");
}
