import { counted } from "../../evidence/text.ts";
import { isWritingPhase, rulesOf } from "../../move/phases.ts";
import type { MoveReport, ReportedChange } from "../../move/report/report-schema.ts";
import { MOVE_STATES } from "../../move/state.ts";
import { codeWords, elementWords, lineWords } from "./move-words.ts";

const MOST_NAMES = 3;
const MOST_HELD = 20;

/** The first line: what the state is, then what this run did. */
export function moveHeading(report: MoveReport): string {
  const what = report.phase === "status" ? "" : `. ${happened(report)}`;
  return `### ${sign(report)} ${elementWords(`${report.environment}: ${stateCounts(report)}${what}`)}`;
}

/** What leads on, and what leads back. */
export function nextLines(report: MoveReport): string {
  const { next, back, readyAt, result, planHash } = report;
  const goesOn = result === "failed" ? ": goes on where this one stopped" : "";
  const takesBack = result === "failed" ? ": takes back what was done" : "";
  const isToDo = result === "planned" && planHash !== null && changesOf(report).length > 0;
  const lines = [
    isToDo
      ? `**To do this:** the same without \`dry-run\`, with ${codeWords(`plan-hash: ${planHash.split(".")[0]}`)}: it does exactly this, or refuses`
      : next === null
        ? ""
        : `**Next:** ${codeWords(next)}${goesOn}`,
    back === null ? "" : `**Back:** ${codeWords(back)}${takesBack}`,
    readyAt === null ? "" : `**Ready at:** ${readyAt}. Before that the next phase refuses`,
    ...heldLines(report),
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}

function sign({ phase, result, readyAt, reportedAt }: MoveReport): string {
  if (result === "failed") return "❌";
  if (phase === "status") return "📋";
  if (result === "planned") return "📝";
  if (isWritingPhase(phase) && rulesOf(phase).isBack) return "⏪";
  return readyAt !== null && Date.parse(readyAt) > Date.parse(reportedAt) ? "⏳" : "✅";
}

function happened(report: MoveReport): string {
  const { phase, result, services } = report;
  const all = changesOf(report);
  if (result === "failed") {
    const after = all.length === 0 ? "" : `, after ${all.filter(isMade).length} of ${counted(all.length, "change")}`;
    return `${phase} stopped at ${failedNames(report)}${after}`;
  }
  const isPlan = result === "planned";
  const changed = services.map((service) =>
    changesOf({ services: [service] }).filter((each) => isPlan || isMade(each)),
  );
  const count = changed.flat().length;
  if (count === 0) return `${phase} ${isPlan ? "has" : "found"} nothing to change`;
  const to = counted(changed.filter((changes) => changes.length > 0).length, "service");
  return `${phase} ${isPlan ? "would make" : "made"} ${counted(count, "change")} to ${to}`;
}

function failedNames({ services }: MoveReport): string {
  const failed = services.filter(({ failure, steps }) => {
    return failure !== null || steps.some(({ changes }) => changes.some(({ outcome }) => outcome === "failed"));
  });
  const names = failed.slice(0, MOST_NAMES).map(({ service }) => service);
  const more = failed.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Such as "prepared"; or "1 preparing, 3 prepared", from the least advanced on, where the services are not equally far. */
function stateCounts({ services, state: least }: MoveReport): string {
  const counts = MOVE_STATES.map((state) => ({ state, count: services.filter((each) => each.state === state).length }));
  const present = counts.filter(({ count }) => count > 0);
  if (present.length < 2) return stateWords(least);
  return present.map(({ state, count }) => `${count} ${stateWords(state)}`).join(", ");
}

function heldLines({ services, phase }: MoveReport): string[] {
  // There it is a column.
  if (phase === "status") return [];
  const held = services.flatMap(({ service, heldBy }) => (heldBy === null ? [] : [`${service}, by ${heldBy}`]));
  const more = held.length - MOST_HELD;
  return [
    ...held.slice(0, MOST_HELD).map((each) => `**Held:** ${lineWords(each)}`),
    ...(more > 0 ? [`**Held:** ${more} more services`] : []),
  ];
}

function stateWords(state: string): string {
  return state.replace("-", " ");
}

function changesOf({ services }: Pick<MoveReport, "services">): ReportedChange[] {
  return services.flatMap(({ steps }) => steps.flatMap(({ changes }) => changes));
}

function isMade({ outcome }: ReportedChange): boolean {
  return outcome === "made" || outcome === "found-made";
}
