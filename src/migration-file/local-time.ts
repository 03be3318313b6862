const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows there, as if it were UTC: milliseconds since 1970. */
export function wallClock(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/**
 * The first instant at which the wall clock shows that time or a later one. On the day on which clocks are put back a time
 * that comes twice is its first occurrence; one that is left out is when the clocks are put forward.
 * @param wall as `wallClock` gives it
 */
export function instantOf(wall: number, timeZone: string): number {
  // No zone changes twice within two days.
  const offsets = [wall - DAY, wall + DAY].map((around) => wallClock(around, timeZone) - around);
  const found = offsets
    .map((offset) => wall - offset)
    .filter((instant) => wallClock(instant, timeZone) === wall)
    .toSorted((a, b) => a - b);
  return found[0] ?? jumpOver(wall, timeZone, offsets);
}

/** When the clocks are put forward over that time. */
function jumpOver(wall: number, timeZone: string, offsets: readonly number[]): number {
  let before = wall - Math.max(...offsets);
  let after = wall - Math.min(...offsets);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = "numeric" as const;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    calendar: "gregory",
    numberingSystem: "latn",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}
