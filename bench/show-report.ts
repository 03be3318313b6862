import { join } from "node:path";
import { load, machineFacts } from "./machine.ts";
import { record } from "./record.ts";
import { markdown, type Report } from "./report.ts";

/** Measures, prints what was found with the machine it was found on, and with `record` puts it into bench/RESULTS.md. Returns what was found. */
export async function showReport(
  options: { root: string; command: "bench" | "drill"; name: string; record: boolean },
  measure: () => Promise<Report>,
): Promise<Report> {
  const { root, command, name } = options;
  const [before, begin] = [load(), Date.now()];
  const report = await measure();
  const minutes = ((Date.now() - begin) / 60_000).toFixed(1);
  const notes = [
    `\`npm run ${command} -- ${name}\`, ${minutes} minutes`,
    ...machineFacts(root),
    `load of the machine: ${before} at the start, ${load()} at the end`,
    ...report.notes,
  ];
  const text = `## ${name}\n\n${markdown({ ...report, notes })}`;
  console.log(`\n${text}`);
  if (options.record) record(join(root, "bench/RESULTS.md"), name, text);
  return report;
}
