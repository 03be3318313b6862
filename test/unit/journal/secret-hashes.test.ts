import { describe, expect, test } from "@jest/globals";
import { secretTexts, withoutSecrets } from "../../../src/journal/secret-hashes.ts";
import { SALT } from "./journal.ts";

const definition = {
  family: "orders",
  containers: [
    { name: "web", environment: [{ name: "PASSWORD", value: "correct-horse" }], cpu: 256 },
    {
      name: "cron",
      environment: [
        { name: "PASSWORD", value: "correct-horse" },
        { name: "PORT", value: "80" },
      ],
    },
  ],
};
const VALUES = ["containers", "*", "environment", "*", "value"] as const;
const hash = { "hmac-sha256": expect.stringMatching(/^[0-9a-f]{64}$/) };

describe("secrets are taken out", () => {
  test("wherever the paths lead, and nothing else", () => {
    expect(withoutSecrets(definition, [VALUES], SALT)).toEqual({
      family: "orders",
      containers: [
        { name: "web", environment: [{ name: "PASSWORD", value: hash }], cpu: 256 },
        {
          name: "cron",
          environment: [
            { name: "PASSWORD", value: hash },
            { name: "PORT", value: hash },
          ],
        },
      ],
    });
  });

  test.each([
    ["a place in a list", [["containers", 1, "environment", 0, "value"]]],
    ["a whole map or list", [["containers"]]],
    ["a path that another one lies below", [["containers", 0], VALUES]],
    ["all", [[]]],
  ])("by %s", (_, paths) => {
    const text = JSON.stringify(withoutSecrets(definition, paths, SALT));
    expect(text).toContain("hmac-sha256");
    expect(text.match(/correct-horse/g)?.length ?? 0).toBe(paths[0]?.[1] === 1 ? 1 : 0);
  });

  test("paths that lead nowhere, and nulls, change nothing", () => {
    const value = { a: null, b: "text" };
    expect(withoutSecrets(value, [["a"], ["b", "c"], ["d"], [0]], SALT)).toEqual(value);
  });

  test("keys that objects have by themselves are no way out", () => {
    const value = JSON.parse('{"__proto__":{"token":"hunter2"},"constructor":"hunter2"}') as never;
    const text = JSON.stringify(withoutSecrets(value, [["__proto__", "token"], ["constructor"]], SALT));
    expect(text).toMatch(/^\{"__proto__":\{"token":\{"hmac-sha256":.*"constructor":\{"hmac-sha256":/);
    expect(text).not.toContain("hunter2");
  });
});

describe("hashes", () => {
  const of = (value: never, salt = SALT) => JSON.stringify(withoutSecrets([value], [[0]], salt));

  test("are equal for equal values, also of another order of keys", () => {
    expect(of("a" as never)).toBe(of("a" as never));
    expect(of({ a: 1, b: 2 } as never)).toBe(of({ b: 2, a: 1 } as never));
  });

  test("differ by value, type and salt", () => {
    const hashes = [of("1" as never), of(1 as never), of("2" as never), of("1" as never, "f".repeat(32))];
    expect(new Set(hashes).size).toBe(4);
  });

  test("are HMAC-SHA-256 of the JSON, with the salt's bytes as key", () => {
    // echo -n '"a"' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00112233445566778899aabbccddeeff
    expect(of("a" as never)).toContain("14a24f5e1ed306bdcb0dc74e647a29da15609ad046fda4a9c6f1ae229ecd6536");
  });
});

test("the texts of secrets are those at the paths and below", () => {
  expect(secretTexts(definition, [VALUES])).toEqual(["correct-horse", "80"]);
  expect(secretTexts(definition, [["containers", 0]])).toEqual(["web", "PASSWORD", "correct-horse", "256"]);
  expect(secretTexts(definition, [["nothing"], ["family", "below"]])).toEqual([]);
});
