import { expect, test } from "@jest/globals";
import { journalName } from "../../../src/journal/journal-name.ts";

test.each([
  ["production", "orders", "journal-production-orders"],
  ["production", "orders-api", "journal-production-orders-api"],
  ["pre-production", "orders", /^journal-pre-production-orders-[0-9a-f]{10}$/],
  ["Production", "Orders_API", /^journal-production-orders-api-[0-9a-f]{10}$/],
  ["production", "x".repeat(80), /^journal-production-x{33}-[0-9a-f]{10}$/],
  ["größe", "注文", /^journal-gr-e-[0-9a-f]{10}$/],
  ["", "", /^journal-[0-9a-f]{10}$/],
])("of %s, %s", (environment, service, name) => {
  const made = journalName({ environment, service });
  expect(made).toMatch(typeof name === "string" ? new RegExp(`^${name}$`) : name);
  expect(made).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/);
});

test("no two journals have the same", () => {
  const keys = [
    ["a-b", "c"],
    ["a", "b-c"],
    ["A", "b-c"],
    ["a", "b_c"],
    ["a", "b.c"],
    ["a", `${"x".repeat(70)}1`],
    ["a", `${"x".repeat(70)}2`],
  ].map(([environment = "", service = ""]) => journalName({ environment, service }));
  expect(new Set(keys).size).toBe(keys.length);
});
