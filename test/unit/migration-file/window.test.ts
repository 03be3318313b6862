import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { wallClock } from "../../../src/migration-file/local-time.ts";
import { isInWindow, nextWindow, parseWindow, type Window } from "../../../src/migration-file/window.ts";

function windowOf(text: string): Window {
  const window = parseWindow(text);
  if ("problem" in window) throw new Error(window.problem);
  return window;
}

function opening(text: string, now: string): string {
  const { from, to } = nextWindow(windowOf(text), new Date(now));
  return `${from.toISOString().slice(0, 16)} ${to.toISOString().slice(0, 16)}`;
}

test.each([
  ["Sun 02:00-05:00 America/Los_Angeles", [0], 120, 300],
  ["mon,WED 22:00-03:00 UTC", [1, 3], 1320, 1620],
  ["Fri-Sun 00:00-24:00 UTC", [0, 5, 6], 0, 1440],
  ["02:30-04:00 Europe/Berlin", [0, 1, 2, 3, 4, 5, 6], 150, 240],
  ["Sun 22:00-00:00 UTC", [0], 1320, 1440],
])("%s", (text, days, from, to) => {
  expect(parseWindow(text)).toMatchObject({ days, from, to });
});

test.each([
  // 2026-03-04 is a Wednesday.
  ["Sun 02:00-05:00 UTC", "2026-03-04T12:00Z", "2026-03-08T02:00 2026-03-08T05:00"],
  ["Wed 02:00-05:00 UTC", "2026-03-04T04:59:59Z", "2026-03-04T02:00 2026-03-04T05:00"],
  ["Wed 02:00-05:00 UTC", "2026-03-04T05:00Z", "2026-03-11T02:00 2026-03-11T05:00"],
  ["Tue 22:00-03:00 UTC", "2026-03-04T02:59Z", "2026-03-03T22:00 2026-03-04T03:00"],
  ["Wed 22:00-03:00 UTC", "2026-03-04T02:59Z", "2026-03-04T22:00 2026-03-05T03:00"],
  ["00:00-24:00 UTC", "2026-03-04T12:00Z", "2026-03-04T00:00 2026-03-05T00:00"],
  ["Sun 02:00-05:00 Pacific/Kiritimati", "2026-03-04T12:00Z", "2026-03-07T12:00 2026-03-07T15:00"],
  // Clocks are put forward from 02:00 to 03:00 on 2026-03-08, at 10:00 UTC.
  ["Sun 02:00-05:00 America/Los_Angeles", "2026-03-08T00:00Z", "2026-03-08T10:00 2026-03-08T12:00"],
  ["Sun 01:30-02:30 America/Los_Angeles", "2026-03-08T00:00Z", "2026-03-08T09:30 2026-03-08T10:00"],
  ["Sun 02:15-02:45 America/Los_Angeles", "2026-03-08T00:00Z", "2026-03-15T09:15 2026-03-15T09:45"],
  // And back from 02:00 to 01:00 on 2026-11-01, at 09:00 UTC: 01:30 comes at 08:30 and at 09:30.
  ["Sun 01:30-03:00 America/Los_Angeles", "2026-11-01T00:00Z", "2026-11-01T08:30 2026-11-01T11:00"],
  ["Sun 00:00-01:30 America/Los_Angeles", "2026-11-01T00:00Z", "2026-11-01T07:00 2026-11-01T08:30"],
  // Half an hour: https://en.wikipedia.org/wiki/Time_in_Australia#Lord_Howe_Island
  ["Sun 02:10-04:00 Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:30 2026-10-03T17:00"],
  // Midnight itself is left out on 2026-09-06 in Chile.
  ["Sun 00:00-02:00 America/Santiago", "2026-09-05T00:00Z", "2026-09-06T04:00 2026-09-06T05:00"],
])("%s after %s opens %s", (text, now, expected) => {
  expect(opening(text, now)).toBe(expected);
});

const zones = [
  "UTC",
  "America/Los_Angeles",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Africa/Casablanca",
];
const minuteOf = fc.integer({ min: 0, max: 1439 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

test("an opening begins and ends on the wall clock where it says, and nothing between two is open", () => {
  const texts = fc
    .record({
      days: fc.constantFrom("Sun ", "Mon,Thu ", "Fri-Sun ", ""),
      from: minuteOf,
      to: minuteOf,
      zone: fc.constantFrom(...zones),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ days, from, to, zone }) => `${days}${clock(from)}-${clock(to)} ${zone}`);
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(texts, instants, (text, at) => {
      const window = windowOf(text);
      const now = new Date(at);
      const { from, to } = nextWindow(window, now);
      expect(to.getTime()).toBeGreaterThan(Math.max(at, from.getTime()));
      expect(isInWindow(window, now)).toBe(from <= now);
      expect(isInWindow(window, from)).toBe(true);
      expect(from > now && isInWindow(window, new Date(from.getTime() - 1))).toBe(false);
      const wall = new Date(wallClock(from.getTime(), window.timeZone));
      const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
      // Later than it says only where clocks are put forward over it.
      expect(minute === window.from || wallClock(from.getTime() - 1, window.timeZone) < wall.getTime() - 60_000).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});
