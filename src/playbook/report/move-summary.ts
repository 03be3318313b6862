import type { MoveReport } from "../../move/report/report-schema.ts";
import { TIMELINE_SIGNS, timeline } from "../../move/report/timeline.ts";
import { cutBytes } from "./fitting.ts";
import { fenced, table } from "./markdown.ts";
import { changesSection, valuesSection } from "./move-changes.ts";
import { moveHeading, nextLines } from "./move-heading.ts";
import { cellWords, codeWords, elementWords } from "./move-words.ts";

const MOST_SERVICES = 200;
const WORDS_BYTES = 20 * 1024;

/**
 * The job summary of a phase, as Markdown: what the state is, what leads on and back, what was done, and when. Far below the 1 MiB
 * that GitHub takes, however many services there are.
 */
export function moveSummary(report: MoveReport): string {
  const parts = [
    moveHeading(report),
    nextLines(report),
    block(failures(report)),
    problemsSection(report),
    warningsSection(report),
    servicesSection(report),
    changesSection(report),
    timelineSection(report),
    valuesSection(report),
    aboutSection(report),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/**
 * The job summary of a phase that has no report: it was refused, or an error came before anything was done.
 * @param what the phase, in words: "prepare in production"
 */
export function notRunSummary(what: string, { error, refused }: { error: string; refused: boolean }): string {
  const title = refused ? `⏸️ ${what} was refused: nothing was changed` : `❌ ${what} was not done`;
  return `### ${elementWords(title)}\n\n${block(error)}\n`;
}

function failures({ services }: MoveReport): string {
  return services.flatMap(({ service, failure }) => (failure === null ? [] : [`${service}: ${failure}`])).join("\n\n");
}

function problemsSection({ services }: MoveReport): string {
  const lines = services.flatMap(({ service, steps }) =>
    steps.flatMap(({ problems }) => problems.map((problem) => `${service}: ${problem}`)),
  );
  return lines.length === 0 ? "" : `#### What stands against it\n\n${block(lines.join("\n"))}`;
}

function warningsSection({ services }: MoveReport): string {
  const lines = services.flatMap(({ service, steps }) =>
    steps.flatMap(({ warnings }) => warnings.map((warning) => `${service}: ${warning}`)),
  );
  return lines.length === 0 ? "" : `#### Mind\n\n${block(lines.join("\n"))}`;
}

function servicesSection({ phase, services }: MoveReport): string {
  if (phase !== "status" || services.length === 0) return "";
  const rows = services.slice(0, MOST_SERVICES).map(({ service, state, readyAt, heldBy }) => {
    return [service, state.replace("-", " "), readyAt ?? "", heldBy ?? ""].map(cellWords);
  });
  const left = services.length - rows.length;
  const more = left > 0 ? `\n\nand ${left} more services: the JSON report has all.` : "";
  return `#### Services\n\n${table(["Service", "State", "Ready at", "Held by"], rows)}${more}`;
}

function timelineSection({ services }: MoveReport): string {
  const made = timeline(services);
  if (made === undefined) return "";
  const { diagram, leftOut } = made;
  const note = leftOut === 0 ? "" : ` Only the longest: ${leftOut} shorter ones are in the JSON report.`;
  return `#### Timeline (UTC)\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${TIMELINE_SIGNS}.${note}`;
}

function aboutSection({ journals, planHash, run, tool, reportedAt }: MoveReport): string {
  const rows = [
    ["Journals", codeWords(journals)],
    // All of it is in the JSON report: the rest only tells what changed since.
    ["Plan hash", codeWords(planHash?.split(".")[0] ?? "")],
    ["Run", run.url === "" ? "" : cellWords(run.url)],
    ["Started by", cellWords(run.actor)],
    ["Reported at", reportedAt],
    ["Made by", cellWords(`${tool.name} ${tool.version}`)],
  ].filter(([, value]) => value !== "");
  return `<details><summary>About this run</summary>\n\n${table(["What", "Value"], rows)}\n\n</details>`;
}

function block(text: string): string {
  return text === "" ? "" : fenced(cutBytes(text, WORDS_BYTES));
}
