import { formatDuration } from "../../duration/duration.ts";
import { mermaidText } from "./mermaid-text.ts";
import { cutTo, oneLine } from "./one-line.ts";
import type { ReportedEvent, ReportedService } from "./report-schema.ts";

export type Timeline = {
  /** A Mermaid diagram. */
  diagram: string;
  /** Events that are not in it: the shortest ones. */
  leftOut: number;
};

type Outcome = ReportedEvent["outcome"];

/** More nobody reads, and GitHub draws no diagram of more than 50,000 characters. */
const MOST_BARS = 60;
const LABEL_CHARACTERS = 60;

/** Told apart without colours, too. No keyword begins with one, so that a label is never taken for one. */
const SIGNS: Readonly<Record<Outcome, string>> = { made: "●", "found-made": "○", failed: "✗", verified: "✓" };
/** https://mermaid.js.org/syntax/gantt.html#syntax */
const TAGS: Readonly<Record<Outcome, string>> = {
  made: "",
  "found-made": "done, ",
  failed: "crit, ",
  verified: "active, ",
};

/** What the signs before the labels say. */
export const TIMELINE_SIGNS = "● made, ○ found made, ✓ verified, ✗ failed";

/** What was done and when, as a Gantt chart with a section for each service; undefined where nothing was. Times are UTC. */
export function timeline(services: readonly ReportedService[]): Timeline | undefined {
  const all = services.flatMap(({ events }) => events);
  if (all.length === 0) return undefined;
  const shown = longest(all);
  const sections = services.flatMap(({ service, events }) => {
    const bars = events.filter((event) => shown.has(event)).map(bar);
    return bars.length === 0
      ? []
      : [`    section ${mermaidText(cutTo(LABEL_CHARACTERS, oneLine(service))) || "-"}`, ...bars];
  });
  const head = ["gantt", "    dateFormat YYYY-MM-DD HH:mm:ss", "    axisFormat %H:%M:%S", "    todayMarker off"];
  return { diagram: [...head, ...sections].join("\n"), leftOut: all.length - shown.size };
}

/** The longest ones, and before them those that failed. */
function longest(events: readonly ReportedEvent[]): Set<ReportedEvent> {
  const weight = (event: ReportedEvent) => (event.outcome === "failed" ? Number.POSITIVE_INFINITY : length(event));
  // Not their difference, which of two infinite ones is no number.
  const order = events.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(a) > weight(b) ? -1 : 1));
  return new Set(order.slice(0, MOST_BARS));
}

function bar(event: ReportedEvent): string {
  const { from, words, outcome } = event;
  const label = `${SIGNS[outcome]} ${mermaidText(cutTo(LABEL_CHARACTERS, oneLine(words)))} (${formatDuration(length(event))})`;
  // What took less than a second can be seen, too; and a chart without any length cannot be drawn.
  const seconds = Math.max(1, Math.round(length(event) / 1000));
  return `    ${label} :${TAGS[outcome]}${from.slice(0, 19).replace("T", " ")}, ${seconds}s`;
}

function length({ from, to }: ReportedEvent): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
