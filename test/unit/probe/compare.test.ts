import { expect, test } from "@jest/globals";
import type { Probe } from "../../../src/migration-file/migration.ts";
import type { ProbeAnswer } from "../../../src/probe/answer.ts";
import { differences } from "../../../src/probe/compare.ts";

const answer = (status: number, body = ""): ProbeAnswer => ({ status, body, headers: {}, bodyIsCut: false });
const compared = (old: ProbeAnswer, now: ProbeAnswer, wanted: Partial<Pick<Probe, "compare" | "status">> = {}) =>
  differences({ old, now }, { compare: "body", status: [200], ...wanted }, (text) => text.replaceAll("hunter2", "***"));
const both = (text: string) => `its body is ${text}`;

test.each<[string, ProbeAnswer, ProbeAnswer, Partial<Pick<Probe, "compare" | "status">>, string[]]>([
  ["off: nothing counts", answer(200, "a"), answer(500, "b"), { compare: "off" }, []],
  ["status: the body does not count", answer(200, "a"), answer(200, "b"), { compare: "status" }, []],
  [
    "status: another one",
    answer(200),
    answer(204),
    { compare: "status" },
    ["its status is 204, and that of the old side 200"],
  ],
  ["status: of a class that is wanted", answer(200), answer(204), { compare: "status", status: ["2xx"] }, []],
  [
    "status: of another class",
    answer(301),
    answer(204),
    { compare: "status", status: ["2xx", "3xx"] },
    ["its status is 204, and that of the old side 301"],
  ],
  ["body: the same", answer(200, "a b"), answer(200, "a b"), {}, []],
  ["body: spaces around it do not count", answer(200, "a b\r\n"), answer(200, " a b"), {}, []],
  ["body: another one", answer(200, "v1"), answer(200, "v2"), {}, [both('"v2", and that of the old side "v1"')]],
  ["body: none", answer(200, "v1"), answer(200, ""), {}, [both('empty, and that of the old side "v1"')]],
  [
    "body: secrets are hidden",
    answer(200, "a hunter2"),
    answer(200, "b hunter2"),
    {},
    [both('"b ***", and that of the old side "a ***"')],
  ],
])("%s", (_what, old, now, wanted, expected) => {
  expect(compared(old, now, wanted)).toEqual(expected);
});

test("of long bodies 200 characters are told, from shortly before the difference on", () => {
  const [told = ""] = compared(
    answer(200, `${"x".repeat(1000)}old${"y".repeat(1000)}`),
    answer(200, `${"x".repeat(1000)}new${"y".repeat(1000)}`),
  );
  const part = (word: string) => `"…${"x".repeat(40)}${word}${"y".repeat(157)}…"`;
  expect(told).toBe(both(`${part("new")}, and that of the old side ${part("old")}`));
});

test("bodies of which not all was read are told apart by their length", () => {
  const [told] = compared(answer(200, "x"), { ...answer(200, "x"), bodyIsCut: true });
  expect(told).toContain("its body");
});
