import { isTimeZone } from "./forms/time-zone.ts";
import { instantOf, wallClock } from "./local-time.ts";

/** Hours on days of the week. */
export type Window = {
  /** As it was written. */
  text: string;
  /** On which days it opens; 0 is Sunday. */
  days: readonly number[];
  /** Minutes since midnight, on the wall clock there. */
  from: number;
  /** The same; above 1440 when it closes on the next day. */
  to: number;
  timeZone: string;
};

/** From when on, and until right before when, the window is open. */
export type Opening = { from: Date; to: Date };

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Reads `Sun 02:00-05:00 America/Los_Angeles`. Days are a list or a range (`Mon,Wed`, `Fri-Sun`); without them it is every
 * day. When it ends at or before its start, it ends on the next day. Gives the window, or what is wrong.
 */
export function parseWindow(text: string): Window | { problem: string } {
  const words = text.trim().split(/\s+/);
  if (words.length === 2 && parseDays(words[0] ?? "") !== undefined) return { problem: "has no time zone" };
  const hasDays = words.length === 3;
  const [daysText = "", hours = "", timeZone = ""] = hasDays ? words : ["sun-sat", ...words];
  if (words.length < 2 || words.length > 3) return { problem: "is not days, hours and a time zone" };
  const days = parseDays(daysText);
  if (days === undefined) return { problem: `has "${daysText}" where days of the week are expected` };
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(hours) ?? [];
  const [from, to] = [minutes(h1, m1), minutes(h2, m2)];
  if (Number.isNaN(to) || to > 24 * 60) return { problem: `has "${hours}" where hours are expected` };
  if (from === to) return { problem: `begins and ends at the same time, where all day is 00:00-24:00` };
  if (!isTimeZone(timeZone)) return { problem: `has "${timeZone}" where a time zone is expected` };
  return { text, days, from, to: to > from ? to : to + 24 * 60, timeZone };
}

/** Whether the window is open then. */
export function isInWindow(window: Window, now: Date): boolean {
  return nextWindow(window, now).from <= now;
}

/** When the window is open next; the opening that lasts, when it is open now. */
export function nextWindow(window: Window, now: Date): Opening {
  const wall = wallClock(now.getTime(), window.timeZone);
  const today = wall - (((wall % DAY) + DAY) % DAY);
  // From yesterday, whose opening may last. A week later it opens again, but once a year its hours may be those left out.
  for (let day = -1; day <= 22; day++) {
    const midnight = today + day * DAY;
    if (!window.days.includes(new Date(midnight).getUTCDay())) continue;
    const from = instantOf(midnight + window.from * MINUTE, window.timeZone);
    const to = instantOf(midnight + window.to * MINUTE, window.timeZone);
    if (to > from && to > now.getTime()) return { from: new Date(from), to: new Date(to) };
  }
  throw new Error(`The window "${window.text}" does not open within three weeks of ${now.toISOString()}.`);
}

function minutes(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function parseDays(text: string): number[] | undefined {
  const days = text
    .toLowerCase()
    .split(",")
    .map((part) => {
      const [first, last, ...more] = part.split("-").map((word) => DAYS.indexOf(word));
      if (first === undefined || first < 0 || last === -1 || more.length > 0) return undefined;
      return Array.from({ length: (((last ?? first) - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
    });
  if (days.includes(undefined)) return undefined;
  return [...new Set(days.flatMap((each) => each ?? []))].toSorted((a, b) => a - b);
}
