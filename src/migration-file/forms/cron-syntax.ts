import { parseDuration } from "../../duration/duration.ts";

type Field = { name: string; from: number; to: number; words?: readonly string[] };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FIELDS: readonly Field[] = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day of the month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12, words: MONTHS },
  { name: "day of the week", from: 0, to: 6, words: DAYS },
];
const NAMED = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/**
 * What is wrong with the schedule of a CronJob, or `undefined`. What Kubernetes takes is what this parser takes:
 * https://github.com/robfig/cron/blob/v3.0.1/parser.go
 */
export function cronProblem(schedule: string): string | undefined {
  const text = schedule.trim();
  if (/^(CRON_)?TZ=/.test(text)) return "has a time zone in it, which belongs into time-zone";
  if (/^(cron|rate|at)\(/.test(text)) return "is in the form of AWS, where Kubernetes has five fields";
  if (text.startsWith("@every ")) {
    return parseDuration(text.slice("@every ".length).trim()) === undefined
      ? "has no duration after @every"
      : undefined;
  }
  if (text.startsWith("@")) return NAMED.test(text) ? undefined : "is no schedule that Kubernetes knows by name";
  const fields = text.split(/\s+/);
  if (fields.length !== FIELDS.length) {
    return `has ${fields.length === 1 ? "1 field" : `${fields.length} fields`}, where Kubernetes has five: minute, hour, day of the month, month, day of the week`;
  }
  for (const [at, field] of FIELDS.entries()) {
    const problem = fieldProblem(fields[at] ?? "", field);
    if (problem !== undefined) return `has "${fields[at]}" as ${field.name}, but ${problem}`;
  }
  return undefined;
}

function fieldProblem(text: string, field: Field): string | undefined {
  for (const part of text.split(",")) {
    const [range = "", step, ...more] = part.split("/");
    if (more.length > 0) return `"${part}" has more than one step`;
    if (step !== undefined && !/^0*[1-9]\d*$/.test(step)) return `"${part}" has no step above zero`;
    const [from = "", to, ...others] = range.split("-");
    if (others.length > 0) return `"${range}" is no range`;
    if ((from === "*" || from === "?") && to === undefined) continue;
    const [low, high] = [numberOf(from, field), to === undefined ? undefined : numberOf(to, field)];
    const wrong = low === undefined ? from : to;
    if (low === undefined || (to !== undefined && high === undefined)) {
      return `"${wrong}" is not from ${field.from} to ${field.to}${sunday(wrong, field)}`;
    }
    if (high !== undefined && high < low) return `"${range}" ends before it begins`;
  }
  return undefined;
}

function numberOf(text: string, field: Field): number | undefined {
  const word = field.words?.indexOf(text.toLowerCase()) ?? -1;
  if (word >= 0) return word + field.from;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= field.from && value <= field.to ? value : undefined;
}

/** Other crons take 7 for Sunday. */
function sunday(text: string | undefined, field: Field): string {
  return field.words === DAYS && text === "7" ? ", and Sunday is 0" : "";
}
