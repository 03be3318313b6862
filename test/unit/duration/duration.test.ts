import { describe, expect, test } from "@jest/globals";
import { formatDuration, parseDuration } from "../../../src/duration/duration.ts";

describe("parseDuration", () => {
  test.each([
    ["5m", 300_000],
    ["1h30m", 5_400_000],
    ["90s", 90_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["1m500ms", 60_500],
  ])("%s is %i ms", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each(["", "5", "5 m", "m", "-5m", "5d", "0", "0s", "0m0s", "5m!"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [12_345, "12.3 s"],
  [60_000, "1 min 0 s"],
  [245_000, "4 min 5 s"],
])("%i ms is shown as %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
