import * as fc from "fast-check";
import type { JsonValue } from "../../../../src/journal/canonical-json.ts";
import type { Change } from "../../../../src/move/change.ts";
import type { ChangeOutcome, PhaseOutcome, ServiceOutcome, TimedEvent } from "../../../../src/move/outcome.ts";
import { PHASES } from "../../../../src/move/phases.ts";
import { MOVE_STATES } from "../../../../src/move/state.ts";

/** What names and messages of users may hold, and more often than by chance what has a meaning in Markdown, Mermaid or HTML. */
const SIGNS = [
  "|",
  "\\",
  "`",
  "``",
  "```",
  "<b>",
  "</details>",
  "&",
  "*",
  "_",
  "~~",
  "[x](y)",
  ":",
  "::",
  ";",
  "#",
  "##[",
].concat(
  ["%%{", "}", "---", "section ", "title ", "\n", "\r\n", "\t", "🚀", "👩‍👩‍👧", "é", "日本"],
  ["\u202e", "\u2028", "\u0085", "\u001b[31m"],
);
const sign = fc.constantFrom(...SIGNS);
const text = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: sign }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) }),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));
const time = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2099-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

const key = fc.oneof(text, fc.constantFrom("environment", "env", "name", "value", "__proto__", "image", "ttl"));
const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    // By definition: with `__proto__` as any other key.
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((fields): JsonValue => Object.fromEntries(fields)),
  ),
})).value;

const change: fc.Arbitrary<Change> = fc.record({ step: text, target: text, words: text, before: json, after: json });
const outcome = fc.constantFrom<ChangeOutcome>("planned", "made", "found-made", "failed", "not-begun");
const some = { maxLength: 3 };
const step = fc.record({
  step: text,
  title: text,
  changes: fc.array(change, some),
  already: fc.array(text, some),
  problems: fc.array(text, some),
  warnings: fc.array(text, some),
  outcomes: fc.array(outcome, some),
  verified: text,
});
const event: fc.Arbitrary<TimedEvent> = fc.record({
  from: time,
  to: time,
  step: text,
  words: text,
  outcome: fc.constantFrom("made", "found-made", "failed", "verified"),
});
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const state = fc.constantFrom(...MOVE_STATES);

const service: fc.Arbitrary<ServiceOutcome> = fc.record({
  service: text,
  state,
  steps: fc.array(step, some),
  events: fc.array(event, some),
  readyAt: maybe(time),
  failure: maybe(text),
  heldBy: maybe(text),
});

/** Any outcome of a phase, sensible or not. */
export const arbitraryOutcome: fc.Arbitrary<PhaseOutcome> = fc.record({
  phase: fc.constantFrom(...PHASES),
  environment: text,
  dryRun: fc.boolean(),
  planHash: text,
  state,
  readyAt: maybe(time),
  next: text,
  back: text,
  services: fc.array(service, { maxLength: 4 }),
  journals: text,
});
