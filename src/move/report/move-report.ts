import type { PhaseOutcome, ServiceOutcome } from "../outcome.ts";
import { withoutEnvironmentValues } from "./environment-values.ts";
import { type MoveReport, REPORT_VERSION, type ReportedService } from "./report-schema.ts";
import { TOOL_VERSION } from "./tool-version.ts";

export type ReportContext = {
  /** When it is made: RFC 3339. */
  at: string;
  run: { actor: string; url: string };
  /** Takes out what must not be shown. Here, since texts are still whole: of one that is shortened the rest would not be found. */
  hide: (text: string) => string;
};

/** The report of a phase: what is told of it in JSON, and what its job summary is made from. */
export function moveReport(outcome: PhaseOutcome, context: ReportContext): MoveReport {
  return hidden(whole(outcome, context), context.hide);
}

function whole(outcome: PhaseOutcome, { at, run }: ReportContext): MoveReport {
  return {
    schemaVersion: REPORT_VERSION,
    tool: { name: "k8s-migrate", version: TOOL_VERSION },
    run: { actor: run.actor, url: run.url },
    reportedAt: utc(at),
    phase: outcome.phase,
    environment: outcome.environment,
    dryRun: outcome.dryRun,
    result: resultOf(outcome),
    state: outcome.state,
    readyAt: timeOrNull(outcome.readyAt),
    next: outcome.next || null,
    back: outcome.back || null,
    planHash: outcome.planHash || null,
    journals: outcome.journals,
    services: outcome.services.map(reported),
  };
}

/** The report as a file. */
export function reportText(report: MoveReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function resultOf({ services, dryRun }: PhaseOutcome): MoveReport["result"] {
  const hasFailed = services.some(
    ({ failure, steps }) => failure !== undefined || steps.some(({ outcomes }) => outcomes.includes("failed")),
  );
  if (hasFailed) return "failed";
  return dryRun ? "planned" : "done";
}

function reported({ service, state, readyAt, failure, heldBy, steps, events }: ServiceOutcome): ReportedService {
  return {
    service,
    state,
    readyAt: timeOrNull(readyAt),
    failure: failure ?? null,
    heldBy: heldBy || null,
    steps: steps.map(({ step, title, changes, outcomes, already, problems, warnings, verified }) => ({
      step,
      title,
      changes: changes.map(({ target, words, before, after }, index) => ({
        target,
        words,
        ...withoutEnvironmentValues({ before, after }),
        outcome: outcomes[index] ?? "not-begun",
      })),
      already: [...already],
      problems: [...problems],
      warnings: [...(warnings ?? [])],
      verified: verified || null,
    })),
    events: events.map(({ from, to, step, words, outcome }) => ({
      from: utc(from),
      to: utc(to),
      step,
      words,
      outcome,
    })),
  };
}

function timeOrNull(time: string | undefined): string | null {
  return time === undefined ? null : utc(time);
}

/** A journal may have times of another zone. */
function utc(time: string): string {
  return new Date(time).toISOString();
}

/** With all its texts gone through; the names of fields stay. */
function hidden<Value>(value: Value, hide: ReportContext["hide"]): Value;
function hidden(value: unknown, hide: ReportContext["hide"]): unknown {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => hidden(item, hide));
  if (typeof value !== "object" || value === null) return value;
  // By definition and not by assignment, for a key such as __proto__.
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, hidden(field, hide)]));
}
