import { changeLines, type Marks } from "../../move/report/change-lines.ts";
import { oneLine } from "../../move/report/one-line.ts";
import type { MoveReport, ReportedChange, ReportedService, ReportedStep } from "../../move/report/report-schema.ts";
import { cutBytes, fitting } from "./fitting.ts";
import { folded, table } from "./markdown.ts";
import { cellWords, codeWords, elementWords } from "./move-words.ts";

type Outcome = ReportedChange["outcome"];

/** More rows in one table nobody reads: then each service has its own, folded. */
const MOST_ROWS = 60;
const MOST_FIELDS = 5;
/** A summary may have 1 MiB: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const TABLES_BYTES = 400 * 1024;
const VALUES_BYTES = 100 * 1024;
const CHANGE_BYTES = 20 * 1024;

const HEADER = ["Step", "Change", "Before -> after", "Outcome"];
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  planned: "planned",
  made: "✅ made",
  "found-made": "✅ found made",
  failed: "❌ failed",
  "not-begun": "not begun",
};
const MARKDOWN: Marks = { field: cellWords, value: codeWords };

/** What was changed or would be, and what was so: one table, or a folded one for each service. Empty where there is nothing. */
export function changesSection({ services, phase }: Pick<MoveReport, "services" | "phase">): string {
  const rows = services.map((service) => ({ service, rows: service.steps.flatMap(stepRows) }));
  const told = rows.filter((each) => each.rows.length > 0);
  if (told.length === 0) return "";
  const count = told.reduce((sum, each) => sum + each.rows.length, 0);
  const body = count > MOST_ROWS ? foldedTables(told) : oneTable(told);
  return [phase === "status" ? "#### What is next" : "#### Changes", ...body].join("\n\n");
}

/** Such as "3 made, 1 failed". */
function outcomeCounts(service: ReportedService): string {
  const all = service.steps.flatMap(({ changes }) => changes.map(({ outcome }) => outcome));
  const kinds = (Object.keys(OUTCOMES) as Outcome[]).filter((kind) => all.includes(kind));
  return kinds.map((kind) => `${all.filter((each) => each === kind).length} ${kind.replace("-", " ")}`).join(", ");
}

type Told = { service: ReportedService; rows: string[][] };

function oneTable(told: readonly Told[]): string[] {
  const rows = told.flatMap(({ service, rows: own }) => own.map((row) => [cellWords(service.service), ...row]));
  return [table(["Service", ...HEADER], rows)];
}

function foldedTables(told: readonly Told[]): string[] {
  // Those that matter most must not be the ones that are left out.
  const [failed, others] = [told.filter(hasFailed), told.filter((each) => !hasFailed(each))];
  const blocks = [...failed, ...others].map((each) => {
    const { service, rows } = each;
    const counts = outcomeCounts(service) || "nothing to change";
    const title = elementWords(`${service.service}: ${service.state.replace("-", " ")}, ${counts}`);
    const open = hasFailed(each) ? " open" : "";
    return `<details${open}><summary>${title}</summary>\n\n${table(HEADER, rows)}\n\n</details>`;
  });
  const { shown, left } = fitting(blocks, TABLES_BYTES);
  const more = left === 1 ? "1 more service is" : `${left} more services are`;
  return [...shown, ...(left === 0 ? [] : [`${more} left out here: the JSON report has all.`])];
}

function hasFailed({ service }: Told): boolean {
  return service.failure !== null || outcomeCounts(service).includes("failed");
}

function stepRows({ step, already, changes, verified }: ReportedStep): string[][] {
  const name = cellWords(step);
  return [
    ...already.map((words) => [name, cellWords(words), "", "already so"]),
    ...changes.map((change) => {
      const { lines } = changeLines(change, MOST_FIELDS, MARKDOWN);
      return [name, cellWords(change.words), lines.join("\n"), OUTCOMES[change.outcome]];
    }),
    ...(verified === null ? [] : [[name, cellWords(verified), "", "✅ verified"]]),
  ];
}

/** The values that are shortened in the tables, folded; empty where none are. */
export function valuesSection({ services }: Pick<MoveReport, "services">): string {
  const changes = services.flatMap(({ service, steps }) =>
    steps.flatMap((step) => step.changes.map((change) => ({ service, change }))),
  );
  const blocks = changes.flatMap(({ service, change }) => {
    const { whole } = changeLines(change, MOST_FIELDS);
    if (whole.length === 0) return [];
    const lines = whole.map((line) => `  ${line}`);
    return [cutBytes([oneLine(`${service}: ${change.words}`), ...lines].join("\n"), CHANGE_BYTES)];
  });
  if (blocks.length === 0) return "";
  const { shown, left } = fitting(blocks, VALUES_BYTES);
  const more = left === 0 ? [] : [`and of ${left} more changes: the JSON report has all`];
  return folded("Values that are shortened above", [...shown, ...more].join("\n"));
}
