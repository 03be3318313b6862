import { expect, test } from "@jest/globals";
import type { JsonValue } from "../../../../src/journal/canonical-json.ts";
import { withoutEnvironmentValues } from "../../../../src/move/report/environment-values.ts";

const variable = (name: string, value: string) => ({ name, value });
const hidden = "(not shown)";
const other = "(not shown, another one)";

test.each<{ what: string; before: JsonValue; after: JsonValue; shown: { before: JsonValue; after: JsonValue } }>([
  {
    what: "a list of names and values",
    before: { containers: [{ name: "web", environment: [variable("A", "1"), variable("B", "2")] }] },
    after: { containers: [{ name: "web", environment: [variable("B", "3"), variable("A", "1"), variable("C", "4")] }] },
    shown: {
      before: { containers: [{ name: "web", environment: [variable("A", hidden), variable("B", hidden)] }] },
      after: {
        containers: [
          { name: "web", environment: [variable("B", other), variable("A", hidden), variable("C", hidden)] },
        ],
      },
    },
  },
  {
    what: "a map, and what stands for a value",
    before: { env: { A: "1", B: { secretKeyRef: "x" } } },
    after: { env: { A: "2", B: { secretKeyRef: "x" } } },
    shown: { before: { env: { A: hidden, B: hidden } }, after: { env: { A: other, B: hidden } } },
  },
  {
    what: "lines",
    before: { extraEnvVars: ["A=1"] },
    after: { extraEnvVars: ["A=2"] },
    shown: { before: { extraEnvVars: [hidden] }, after: { extraEnvVars: [other] } },
  },
  {
    what: "what only has the name, which stays",
    before: { environment: "production", value: "1" },
    after: { environment: "staging", value: "2" },
    shown: { before: { environment: "production", value: "1" }, after: { environment: "staging", value: "2" } },
  },
  {
    what: "what was not there",
    before: null,
    after: { env: { A: "1" }, image: "x" },
    shown: { before: null, after: { env: { A: hidden }, image: "x" } },
  },
])("hides $what", ({ before, after, shown }) => {
  expect(withoutEnvironmentValues({ before, after })).toEqual(shown);
});
