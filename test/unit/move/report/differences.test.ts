import { expect, test } from "@jest/globals";
import type { JsonValue } from "../../../../src/journal/canonical-json.ts";
import { changeLines } from "../../../../src/move/report/change-lines.ts";

const arn = "arn:aws:ecs:us-west-1:111122223333:task-definition/orders";
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const registry = "111122223333.dkr.ecr.us-west-2.amazonaws.com/shop";
const hash = (digit: string) => ({ "hmac-sha256": digit.repeat(64) });

test.each<{ what: string; before: JsonValue; after: JsonValue; lines: string[] }>([
  { what: "a field", before: { ttl: 300, type: "A" }, after: { ttl: 60, type: "A" }, lines: ["ttl 300 -> 60"] },
  { what: "nothing", before: { a: [1, { b: null }] }, after: { a: [1, { b: null }] }, lines: [] },
  { what: "keys in another order", before: { a: 1, b: 2 }, after: { b: 2, a: 1 }, lines: [] },
  { what: "nothing on both sides", before: null, after: null, lines: [] },
  { what: "two bare values", before: "on", after: "off", lines: ["value on -> off"] },
  { what: "all of it new", before: null, after: { ttl: 60, alias: false }, lines: ["new: ttl 60", "alias false"] },
  { what: "all of it gone", before: { ttl: 60 }, after: null, lines: ["gone: ttl 60"] },
  { what: "a bare value that is new", before: null, after: "x", lines: ["new: value x"] },
  { what: "an empty map that is new", before: null, after: {}, lines: ["new: value {}"] },
  {
    what: "fields that come and go, in the order of what is there after",
    before: { old: 1, same: 0 },
    after: { same: 0, new: 2 },
    lines: ["new 2 (new)", "old 1 (gone)"],
  },
  { what: "a field that is null", before: { at: null }, after: { at: 3 }, lines: ["at none -> 3"] },
  {
    what: "a field within a field",
    before: { a: { b: { c: 1 } } },
    after: { a: { b: { c: 2 } } },
    lines: ["a.b.c 1 -> 2"],
  },
  { what: "a map for a value", before: { a: { b: 1 } }, after: { a: 2 }, lines: ['a {"b":1} -> 2'] },
  { what: "a plain list", before: { ips: ["a", "b"] }, after: { ips: ["a", "c"] }, lines: ["ips a, b -> a, c"] },
  { what: "an empty list", before: { ips: [] }, after: { ips: ["a"] }, lines: ["ips [] -> a"] },
  {
    what: "items by their names",
    before: { containers: [{ name: "web", cpu: 1 }, { name: "log" }] },
    after: { containers: [{ name: "log" }, { name: "web", cpu: 2 }, { name: "new" }] },
    lines: ["containers[web].cpu 1 -> 2", "containers[new].name new (new)"],
  },
  {
    what: "items by place where two have one name",
    before: [
      { name: "a", n: 1 },
      { name: "a", n: 2 },
    ],
    after: [
      { name: "a", n: 1 },
      { name: "a", n: 3 },
    ],
    lines: ["[1].n 2 -> 3"],
  },
  { what: "a text and a number", before: { n: "1" }, after: { n: 1 }, lines: ['n "1" -> 1'] },
  { what: "texts that cannot be seen", before: { t: "" }, after: { t: " a\n" }, lines: ['t "" -> " a\\n"'] },
  {
    what: "letters that turn the direction",
    before: { t: "a" },
    after: { t: "a\u202eb" },
    lines: ['t a -> "a\\u202eb"'],
  },
  {
    what: "secrets",
    before: { k: hash("a"), n: 1 },
    after: { k: hash("b"), n: 1 },
    lines: ["k a secret -> another secret"],
  },
  { what: "a secret that is new", before: {}, after: { k: hash("b") }, lines: ["k a secret (new)"] },
  { what: "__proto__", before: JSON.parse('{"__proto__":1}') as JsonValue, after: {}, lines: ["__proto__ 1 (gone)"] },
])("tells $what", ({ before, after, lines }) => {
  expect(changeLines({ before, after }, 5)).toEqual({ lines, whole: [] });
});

test.each<{ what: string; before: JsonValue; after: JsonValue; line: string; whole: string }>([
  {
    what: "digests",
    before: { image: `shop/orders@${digest("a")}` },
    after: { image: `shop/orders@${digest("b")}` },
    line: "image shop/orders@sha256:aaaaaaaaaaaa… -> shop/orders@sha256:bbbbbbbbbbbb…",
    whole: `image shop/orders@${digest("a")} -> shop/orders@${digest("b")}`,
  },
  {
    what: "texts that differ at their ends",
    before: { taskDefinition: `${arn}:41` },
    after: { taskDefinition: `${arn}:42` },
    line: "taskDefinition …:task-definition/orders:41 -> …:task-definition/orders:42",
    whole: `taskDefinition ${arn}:41 -> ${arn}:42`,
  },
  {
    what: "texts without parts that differ at their ends",
    before: { id: `${"x".repeat(60)}1` },
    after: { id: `${"x".repeat(60)}2` },
    line: `id …${"x".repeat(12)}1 -> …${"x".repeat(12)}2`,
    whole: `id ${"x".repeat(60)}1 -> ${"x".repeat(60)}2`,
  },
  {
    what: "a text that goes on",
    before: { note: arn },
    after: { note: `${arn}, and more` },
    line: "note …:task-definition/orders -> …:task-definition/orders, and more",
    whole: `note ${arn} -> ${arn}, and more`,
  },
  {
    what: "one long text, of which beginning and end are left",
    before: {},
    after: { arn: `${arn}:42` },
    line: "arn arn:aws:ecs:us-wes…333:task-definition/orders:42 (new)",
    whole: `arn ${arn}:42 (new)`,
  },
  {
    what: "names whole, so far as they are not long",
    before: { image: `${registry}/billing@${digest("a")}` },
    after: { image: `${registry}/billing@${digest("b")}` },
    line: "image …/billing@sha256:aaaaaaaaaaaa… -> …/billing@sha256:bbbbbbbbbbbb…",
    whole: `image ${registry}/billing@${digest("a")} -> ${registry}/billing@${digest("b")}`,
  },
  {
    what: "no emoji in two",
    before: { t: "🚀".repeat(60) },
    after: { t: 1 },
    line: `t ${"🚀".repeat(18)}…${"🚀".repeat(29)} -> 1`,
    whole: `t ${"🚀".repeat(60)} -> 1`,
  },
])("shortens $what", ({ before, after, line, whole }) => {
  expect(changeLines({ before, after }, 5)).toEqual({ lines: [line], whole: [whole] });
});

test("counts the fields that are left out, and has them whole", () => {
  const after = { a: 1, b: 2, c: 3, d: 4 };
  expect(changeLines({ before: null, after }, 2)).toEqual({
    lines: ["new: a 1", "b 2", "and 2 more"],
    whole: ["c 3", "d 4"],
  });
});

test("puts names and values into marks", () => {
  const marks = { field: (path: string) => `<${path}>`, value: (text: string) => `'${text}'` };
  const { lines } = changeLines({ before: { a: 1, b: 2 }, after: { a: 3 } }, 5, marks);
  expect(lines).toEqual(["<a> '1' -> '3'", "<b> '2' (gone)"]);
});
