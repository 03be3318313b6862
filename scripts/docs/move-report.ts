import { reportJsonSchema } from "../../src/move/report/json-schema.ts";
import { moveReport, reportText } from "../../src/move/report/move-report.ts";
import { moveSummary } from "../../src/playbook/report/move-summary.ts";
import { fillTable } from "../tables.ts";
import { EXAMPLE } from "./move-report-example.ts";

/** @returns the published JSON Schema of the report, as text */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
}

/** @returns docs/move-report.md, which is at `path`, with its examples */
export function withExamples(text: string, path: string): string {
  const run = { actor: "alice", url: "https://github.com/acme/shop/actions/runs/1234567890/attempts/1" };
  const report = moveReport(EXAMPLE, { at: "2026-03-01T02:02:55.000Z", run, hide: (each) => each });
  const examples = { summary: `\n${moveSummary(report)}\n`, json: `\n\`\`\`json\n${reportText(report)}\`\`\`\n\n` };
  return Object.entries(examples).reduce((so, [name, content]) => fillTable(so, path, { name, content }), text);
}
