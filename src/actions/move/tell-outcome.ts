import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { writeReportFile } from "../../adapters/report-file.ts";
import type { EntryRun } from "../../journal/schema.ts";
import type { PhaseOutcome } from "../../move/outcome.ts";
import { moveReport, reportText } from "../../move/report/move-report.ts";
import { moveSummary } from "../../playbook/report/move-summary.ts";

/** Outputs, job summary and report of a phase. Fails the step where one of its services failed. */
export async function tellOutcome(outcome: PhaseOutcome, run: EntryRun, io: ActionsIo): Promise<void> {
  const report = moveReport(outcome, { at: new Date().toISOString(), run, hide: io.hidden });
  const path = await writeReportFile(`k8s-migrate-${outcome.phase}.json`, reportText(report));
  io.output("plan-hash", outcome.planHash);
  io.output("ready-at", report.readyAt ?? "");
  io.output("state", outcome.state);
  io.output("next", outcome.next);
  io.output("report", path);
  await io.summary(moveSummary(report));
  const failed = outcome.services.find(({ failure }) => failure !== undefined);
  if (failed === undefined) return;
  const ways = [
    outcome.next === "" ? "" : `To go on: ${outcome.next}`,
    outcome.back === "" ? "" : `To go back: ${outcome.back}`,
  ].filter((way) => way !== "");
  io.fail([`${failed.service}: ${failed.failure}`, ...ways].join("\n"));
}
