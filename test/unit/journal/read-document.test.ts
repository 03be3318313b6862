import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { assert, constantFrom, jsonValue, nat, property, string } from "fast-check";
import { type Chain, entryHash, relinked } from "../../../src/journal/chain.ts";
import { append, journalText } from "../../../src/journal/document.ts";
import { headOf } from "../../../src/journal/head.ts";
import { readDocument } from "../../../src/journal/read-document.ts";
import type { JournalDocument } from "../../../src/journal/schema.ts";
import { journal, KEY, MOVE, RUN } from "./journal.ts";

const whole = journal();
const oldFile = new URL("fixtures/version-0.json", import.meta.url);

test("what is written is read again", () => {
  expect(read(whole)).toEqual({ state: "good", document: whole });
  expect(read(journal([]))).toEqual({ state: "good", document: journal([]) });
});

test("the text has one entry a line", () => {
  const lines = journalText(whole).trimEnd().split("\n");
  expect(lines).toHaveLength(MOVE.length + 2);
  expect(lines[2]).toMatch(/^\{"sequence":2,.*"before":\{"ttl":300,/);
});

test("any text may stand in an entry, and any key", () => {
  assert(
    property(jsonValue(), string({ unit: "binary", minLength: 1 }), (before, text) => {
      const intent = { kind: "intent", step: "s", change: text, target: text, before, after: null } as const;
      const document = append(whole, { ...intent, before: JSON.parse(JSON.stringify(before)) }, at());
      expect(read(document)).toMatchObject({ state: "good", document: { entries: { length: MOVE.length + 1 } } });
    }),
  );
  const odd = JSON.parse('{"__proto__":{"a":1},"constructor":2,"toJSON":3}') as object;
  const document = append(whole, { ...MOVE[1], before: odd } as never, at());
  expect(journalText(document)).toContain('"before":{"__proto__":{"a":1},"constructor":2,"toJSON":3}');
  expect(read(document).state).toBe("good");
});

test("an entry that is none is not appended", () => {
  expect(() => append(whole, { kind: "wait", step: "s", notBefore: "soon", why: "w" }, at())).toThrow(/notBefore/);
  expect(() => append(whole, { kind: "note", text: "t", more: 1 } as never, at())).toThrow(/more/);
});

describe("a journal that was tampered with is refused", () => {
  const tampering: [string, (chain: Chain) => Chain, RegExp][] = [
    ["a value in an entry", (chain) => edited(chain, 1, { before: { ttl: 60 } }), /^entry 2 was changed$/],
    ["a time", (chain) => edited(chain, 3, { notBefore: "2025-01-01T00:00:00.000Z" }), /^entry 4 was changed$/],
    ["who ran it", (chain) => edited(chain, 0, { run: { ...RUN, actor: "somebody" } }), /^entry 1 was changed$/],
    [
      "an entry, with its hash made anew",
      (chain) => edited(chain, 1, { change: "another" }, true),
      /^entry 3 does not follow what is before it: entry 2 was replaced, or this one$/,
    ],
    [
      "an entry out of the middle",
      (chain) => having(chain, without(chain, 2)),
      /^before entry 4 at least one is missing$/,
    ],
    ["the first entry", (chain) => having(chain, without(chain, 0)), /^before entry 2 at least one is missing$/],
    [
      "two entries change places",
      (chain) => having(chain, swapped(chain)),
      /^before entry 3 at least one is missing; entry 2 is at place 3/,
    ],
    [
      "an entry twice",
      (chain) => having(chain, doubled(chain)),
      /^entry 2 is at place 3: entries were moved or added$/,
    ],
    [
      "the salt",
      (chain) => ({ ...chain, salt: "f".repeat(32) }),
      /^entry 1 does not follow .*: the head of the document was changed/,
    ],
    [
      "the time it was made",
      (chain) => ({ ...chain, createdAt: "2020-01-01T00:00:00Z" }),
      /the head of the document was changed/,
    ],
    [
      "the service",
      (chain) => ({ ...chain, service: "carts" }),
      /^it is the journal of carts in production; entry 1 does not follow/,
    ],
    ["the environment", (chain) => ({ ...chain, environment: "test" }), /^it is the journal of orders in test; /],
    ["a field more", (chain) => ({ ...chain, more: 1 }), /the head of the document was changed/],
    ["entries that are no list", (chain) => ({ ...chain, entries: {} as never }), /^entries: /],
    ["an entry that is no map", (chain) => having(chain, [...chain.entries, 7 as never]), /^entry at place 8: /],
  ];
  test.each(tampering)("%s", (_, change, says) => {
    expect(problemsOf(read(change(structuredClone(whole) as Chain)))).toMatch(says);
  });

  test("the journal of another service, put in its place", () => {
    const other = journal(MOVE, { ...KEY, service: "carts" });
    expect(problemsOf(read(other))).toBe("it is the journal of carts in production");
  });

  test("a chain that holds, and says what no release of ours writes", () => {
    const { entries, ...header } = whole;
    const linked = relinked(header, [...entries, { ...entries[3], notBefore: "soon" }]);
    expect(problemsOf(read(linked))).toMatch(/^entry 8: notBefore: Invalid ISO datetime$/);
    expect(problemsOf(read(relinked({ ...header, more: 1 }, entries)))).toMatch(/Unrecognized key: "more"/);
  });

  test.each([
    ["", "it is not JSON"],
    ["{", "it is not JSON"],
    ["7", "it is not JSON"],
    ["[]", /expected object/],
    ["{}", /schemaVersion/],
    ['{"schemaVersion":-1}', /schemaVersion/],
    ['{"schemaVersion":"1"}', /schemaVersion/],
  ])("a text that is none: %j", (text, says) => {
    expect(problemsOf(readDocument(text, KEY, undefined))).toMatch(says);
  });

  test("wherever a character is changed", () => {
    const text = journalText(whole);
    assert(
      property(nat(text.length - 1), constantFrom("a", "0", "{", ",", "9", "\u00e9"), (place, character) => {
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        // Spaces between are nobody's.
        const same = sameContent(changed, text);
        expect(readDocument(changed, KEY, headOf(whole as Chain)).state === "good").toBe(same);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the head that the lock keeps", () => {
  const heads = MOVE.map((_, index) => headOf(journal(MOVE.slice(0, index + 1)) as Chain));

  test("may lag behind the journal", () => {
    for (const head of [undefined, ...heads]) expect(read(whole, head).state).toBe("good");
  });

  test("tells of an end that is missing", () => {
    const short = journal(MOVE.slice(0, 4));
    expect(read(short).state).toBe("good");
    expect(read(short, heads[3]).state).toBe("good");
    expect(problemsOf(read(short, heads[6]))).toBe("its end is missing: it has 4 entries, and its lock knows of 7");
    expect(problemsOf(read(journal([]), heads[0]))).toBe(
      "its end is missing: it has 0 entries, and its lock knows of 1",
    );
  });

  test("tells of a chain that was made anew", () => {
    const { entries, ...header } = whole;
    const forged = relinked(header, [...entries.slice(0, 4), ...entries.slice(5)]);
    expect(read(forged).state).toBe("good");
    expect(problemsOf(read(forged, heads[4]))).toBe(
      "entry 5 is not the one that its lock knows of, or one before it is not",
    );
  });

  test("that is none is refused", () => {
    expect(problemsOf(read(whole, "many"))).toBe('its lock says "many" of it, which no release of ours writes');
  });
});

describe("schema versions", () => {
  test("one of version 0 is read, its entries linked anew", async () => {
    const old = await readFile(oldFile, "utf8");
    const result = readDocument(old, KEY, undefined);
    if (result.state !== "good") throw new Error(JSON.stringify(result));
    const { document } = result;
    expect(document).toMatchObject({
      schemaVersion: 1,
      minimumRelease: "v1.0.0",
      upgradedFrom: { schemaVersion: 0, entries: 4 },
    });
    expect(document.entries[1]).toMatchObject({
      kind: "intent",
      run: { actor: "octocat", url: "https://github.com/casaone/shop/actions/runs/7/attempts/1" },
      before: { ttl: 300 },
      after: { ttl: 60 },
    });
    expect(read(document)).toEqual({ state: "good", document });
    expect(read(append(document, { kind: "note", text: "goes on" }, at())).state).toBe("good");
  });

  test("one of version 0 that was tampered with is refused", async () => {
    const old = await readFile(oldFile, "utf8");
    expect(problemsOf(readDocument(old.replace('"ttl": 300', '"ttl": 30'), KEY, undefined))).toBe(
      "entry 2 was changed",
    );
  });

  test("what the lock knows of one of version 0 holds before and after it is upgraded", async () => {
    const old = await readFile(oldFile, "utf8");
    const chain = JSON.parse(old) as Chain;
    const { document } = readDocument(old, KEY, undefined) as { document: JournalDocument };
    const heads = chain.entries.map((_, index) => headOf({ ...chain, entries: chain.entries.slice(0, index + 1) }));
    for (const head of heads) {
      expect(readDocument(old, KEY, head).state).toBe("good");
      expect(read(append(document, { kind: "note", text: "goes on" }, at()), head).state).toBe("good");
    }
    const short = JSON.stringify({ ...chain, entries: chain.entries.slice(0, 2) });
    expect(problemsOf(readDocument(short, KEY, heads[3]))).toMatch(/^its end is missing/);
  });

  test.each([
    [
      { schemaVersion: 2, minimumRelease: "v1.7.0", anything: {} },
      { schemaVersion: 2, release: "v1.7.0" },
    ],
    [{ schemaVersion: 9 }, { schemaVersion: 9, release: undefined }],
  ])("a newer one is not read: %j", (document, found) => {
    expect(readDocument(JSON.stringify(document), KEY, undefined)).toEqual({ state: "newer", ...found });
  });
});

function at() {
  return { at: new Date("2026-01-02T00:00:00.000Z"), run: RUN };
}

function read(document: object, lockHead?: string) {
  return readDocument(JSON.stringify(document), KEY, lockHead);
}

function problemsOf(result: ReturnType<typeof readDocument>): string {
  if (result.state !== "tampered") throw new Error(`It is ${result.state}.`);
  return result.problems.join("; ");
}

function edited(chain: Chain, index: number, change: object, rehash = false): Chain {
  return having(
    chain,
    chain.entries.map((entry, place) => {
      const next = place === index ? { ...entry, ...change } : entry;
      return rehash && place === index ? { ...next, hash: entryHash(next) } : next;
    }),
  );
}

function having(chain: Chain, entries: Chain["entries"]): Chain {
  return { ...chain, entries };
}

function without({ entries }: Chain, index: number): Chain["entries"] {
  return entries.toSpliced(index, 1);
}

function swapped({ entries }: Chain): Chain["entries"] {
  const [first, second, third, ...rest] = entries;
  return [first, third, second, ...rest] as Chain["entries"];
}

function doubled({ entries }: Chain): Chain["entries"] {
  return entries.toSpliced(2, 0, ...entries.slice(1, 2));
}

function sameContent(a: string, b: string): boolean {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
}
