import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { append, journalText, newDocument } from "../../../src/journal/document.ts";
import type { JournalDocument, NewEntry } from "../../../src/journal/schema.ts";
import { type JournalStore, readJournal } from "../../../src/playbook/journal/read-journal.ts";
import type { JournalKey } from "../../../src/ports/journals.ts";
import { type ClusterPlace, clusterPlace } from "./cluster-place.ts";
import { memoryPlace } from "./memory-place.ts";
import { opened, RUN_URL, SALT } from "./opened.ts";
import { newKey, type Place } from "./place.ts";
import { type S3Place, s3Place } from "./s3-place.ts";

const oldFile = new URL("../../unit/journal/fixtures/version-0.json", import.meta.url);

let s3: S3Place;
let cluster: ClusterPlace;
const memory = memoryPlace();

beforeAll(async () => {
  s3 = await s3Place();
  cluster = await clusterPlace();
});
afterAll(() => Promise.all([s3.close(), cluster.close()]));

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["in S3", () => s3],
  ["in a cluster", () => cluster],
];
const realPlaces = [
  ["in S3", () => s3],
  ["in a cluster", () => cluster],
] as const;

describe.each(places)("journals %s", (_, placeOf) => {
  test("are made once, and read as they were written", async () => {
    const [{ journals }, key] = [await placeOf().open(), newKey()];
    await journals.prepare();
    expect(await journals.read(key)).toBeUndefined();
    const { version } = written(await journals.write(key, "one", undefined));
    expect(await journals.read(key)).toEqual({ text: "one", version });
    expect(await placeOf().text(key)).toBe("one");
    expect(await journals.write(key, "two", undefined)).toBe("changed");
    expect(await journals.read(key)).toEqual({ text: "one", version });
  });

  test("are changed by who knows their version", async () => {
    const [{ journals }, { journals: others }, key] = [await placeOf().open(), await placeOf().open(), newKey()];
    const first = written(await journals.write(key, "one", undefined));
    const second = written(await others.write(key, "two", first.version));
    expect(second.version).not.toBe(first.version);
    expect(await journals.write(key, "three", first.version)).toBe("changed");
    expect(await journals.read(key)).toEqual({ text: "two", version: second.version });
    written(await journals.write(key, "three", second.version));
    expect(await placeOf().text(key)).toBe("three");
  });

  test("that are gone count as changed", async () => {
    const [{ journals }, key] = [await placeOf().open(), newKey()];
    const other = newKey();
    const { version } = written(await journals.write(other, "one", undefined));
    expect(await journals.write(key, "two", version)).toBe("changed");
    expect(await journals.read(key)).toBeUndefined();
  });

  test("of two that make one at once, one does", async () => {
    const key = newKey();
    const stores = await Promise.all([placeOf().open(), placeOf().open()]);
    const results = await Promise.all(stores.map(({ journals }, n) => journals.write(key, `by ${n}`, undefined)));
    expect(results.filter((result) => result === "changed")).toHaveLength(1);
    const winner = results.findIndex((result) => result !== "changed");
    expect(await placeOf().text(key)).toBe(`by ${winner}`);
  });

  test("take ten writers at once, each version from one of them", async () => {
    const key = newKey();
    const start = newDocument(key, { at: new Date(), salt: SALT });
    const first = await placeOf().open();
    written(await first.journals.write(key, journalText(start), undefined));
    const writers = Array.from({ length: 10 }, (_each, n) => `writer ${n}`);
    const versions = await Promise.all(
      writers.map(async (holder) => {
        const { journals } = await placeOf().open();
        for (;;) {
          const found = await journals.read(key);
          const document = JSON.parse(found?.text ?? "") as JournalDocument;
          const by = { at: new Date(), run: { actor: "octocat", url: "", holder } };
          const next = append(document, { kind: "note", text: holder }, by);
          const result = await journals.write(key, journalText(next), found?.version);
          if (result !== "changed") return result.version;
        }
      }),
    );
    expect(new Set(versions).size).toBe(10);
    const { journal } = await readJournal(key, first);
    const texts = journal?.document.entries.map((entry) => entry.kind === "note" && entry.text);
    expect(texts?.toSorted()).toEqual(writers);
  }, 60_000);

  test("of several services do not disturb each other", async () => {
    const keys = [
      newKey(),
      { ...newKey(), environment: "test" },
      newKey("a/b ü%"),
      { environment: "a-b", service: "c" },
    ];
    const others = [
      { environment: "a", service: "b-c" },
      { environment: "a/b", service: "c" },
      { environment: "a", service: "b/c" },
      { environment: ".", service: ".." },
    ];
    const all: JournalKey[] = [...keys, ...others];
    await Promise.all(
      all.map(async (key) => {
        const open = await opened(await placeOf().open(), key);
        for (let n = 0; n < 3; n++) await open.append(note(`${key.environment} ${key.service} ${n}`));
        await open.close("settled");
      }),
    );
    const store = await placeOf().open();
    for (const key of all) {
      const { journal, heldBy } = await readJournal(key, store);
      const { environment, service } = key;
      expect(journal?.document).toMatchObject(key);
      expect(journal?.document.entries).toMatchObject(
        [0, 1, 2].map((n) => ({ text: `${environment} ${service} ${n}` })),
      );
      expect(heldBy).toBeUndefined();
    }
  });

  test("hold whatever text there is, and much of it", async () => {
    const key = newKey();
    const open = await opened(await placeOf().open(), key);
    const odd = "größer 注文 \u{1f600} \u0000 \u2028 \\ \" ' <&> \r\n\t \ud800";
    await open.append(note(odd));
    const large = { lines: Array.from({ length: 700 }, (_each, n) => `${n} ${"é".repeat(300)}`) };
    await open.append({ kind: "intent", step: "s", change: "c", target: "t", before: large, after: null });
    await open.close("settled");
    const { journal } = await readJournal(key, await placeOf().open());
    expect(journal?.document).toEqual(open.document());
    expect(journal?.document.entries).toMatchObject([
      { text: JSON.parse(JSON.stringify(odd)) as string },
      { before: large },
    ]);
  });

  test("go on from one run to the next", async () => {
    const key = newKey();
    const before = await opened(await placeOf().open(), key);
    await before.append(note("one"));
    await before.close("settled");
    const store = await placeOf().open();
    const open = await opened(store, key);
    await open.append(note("two"));
    expect((await readJournal(key, store)).journal?.document).toEqual(open.document());
    expect(open.document().entries).toMatchObject([{ text: "one" }, { text: "two" }]);
    await open.close("settled");
  });

  test("let one of two runs go on, and the other say who holds it", async () => {
    const key = newKey();
    const open = await opened(await placeOf().open(), key);
    await expect(opened(await placeOf().open(), key, { holder: "other" })).rejects.toThrow(
      `${key.service} in production is being worked on by ${RUN_URL} since 20`,
    );
    await open.append(note("goes on"));
    expect((await readJournal(key, await placeOf().open())).heldBy).toMatchObject({ holder: "us", runUrl: RUN_URL });
    await open.close("settled");
    const next = await opened(await placeOf().open(), key, { holder: "other" });
    expect(next.deadHolder).toBeUndefined();
    await next.close("settled");
  }, 60_000);

  test("are taken over from a holder that died, with a word in the log", async () => {
    const [store, key] = [await placeOf().open(), newKey()];
    const dead = await opened(store, key);
    await dead.append(note("begun"));
    await dead.close("open");
    await dies(store, key);
    const lines: string[] = [];
    const open = await opened(await placeOf().open(), key, { holder: "other", lines });
    expect(open.deadHolder).toMatchObject({ holder: "us" });
    expect(lines).toContainEqual(expect.stringMatching(/^Took the lease .* over from https:.*, which is dead$/));
    expect(open.document().entries).toMatchObject([
      { text: "begun" },
      { text: expect.stringMatching(/^Took the lock over from /) },
    ]);
    await open.close("settled");
  });

  test("that were tampered with are refused", async () => {
    const [store, key] = [await placeOf().open(), newKey()];
    const open = await opened(store, key);
    await open.append({
      kind: "intent",
      step: "s",
      change: "c",
      target: "t",
      before: { ttl: 300 },
      after: { ttl: 60 },
    });
    await open.append(note("more"));
    await open.close("settled");
    const whole = (await placeOf().text(key)) ?? "";
    await placeOf().overwrite(key, whole.replace('"ttl":300', '"ttl":30'));
    const { journal, remove } = store.journals.place(key);
    const says = `The journal of ${key.service} in production (${journal}) is not as k8s-migrate left it: entry 1 was changed. Nothing was done`;
    await expect(opened(await placeOf().open(), key)).rejects.toThrow(says);
    await expect(opened(await placeOf().open(), key)).rejects.toThrow(remove);
    await expect(readJournal(key, store)).rejects.toThrow(says);
    await placeOf().overwrite(key, whole);
    await (await opened(await placeOf().open(), key)).close("settled");
  });

  test("that lost their end are refused, by what the lock knows", async () => {
    const [store, key] = [await placeOf().open(), newKey()];
    const open = await opened(store, key);
    await open.append(note("one"));
    const early = (await placeOf().text(key)) ?? "";
    await open.append(note("two"));
    await open.close("settled");
    await placeOf().overwrite(key, early);
    const says = "its end is missing: it has 1 entries, and its lock knows of 2";
    await expect(opened(await placeOf().open(), key)).rejects.toThrow(says);
  });

  test("of an older schema version are read, and written in the present one", async () => {
    const key = { environment: "production", service: "orders" };
    await placeOf().overwrite(key, await readFile(oldFile, "utf8"));
    const store = await placeOf().open();
    expect((await readJournal(key, store)).journal?.document).toMatchObject({
      schemaVersion: 1,
      entries: { length: 4 },
    });
    const open = await opened(store, key);
    await open.append(note("goes on"));
    await open.close("settled");
    expect(JSON.parse((await placeOf().text(key)) ?? "")).toMatchObject({
      schemaVersion: 1,
      upgradedFrom: { schemaVersion: 0, entries: 4 },
      entries: { length: 5 },
    });
    await (await opened(await placeOf().open(), key)).close("settled");
    await placeOf().overwrite(key, '{"schemaVersion":2,"minimumRelease":"v1.9.0"}');
    await expect(opened(await placeOf().open(), key)).rejects.toThrow(/newer release .* Use at least v1\.9\.0$/);
  });

  test("never hold a secret", async () => {
    const key = newKey();
    const open = await opened(await placeOf().open(), key);
    const value = { environment: [{ name: "PASSWORD", value: "correct-horse" }] };
    const before = open.withoutSecrets(value, [["environment", "*", "value"]]);
    await open.append({ kind: "intent", step: "s", change: "from correct-horse", target: "t", before, after: null });
    await open.append({ kind: "failed", step: "s", reason: "correct-horse is wrong", written: "no" });
    await open.close("settled");
    const text = await placeOf().text(key);
    expect(text).toContain('"PASSWORD","value":{"hmac-sha256":"');
    expect(text).not.toContain("horse");
  });
});

describe.each(realPlaces)("a write of a journal %s", (_, placeOf) => {
  test.each([
    ["request", 1],
    ["answer", 1],
    ["answer", 2],
    // More often than the SDK tries by itself.
    ["request", 3],
    ["answer", 4],
  ] as const)("whose %s is lost, %s times", async (loss, times) => {
    const key = newKey();
    const { journals } = await placeOf().openLosing(loss, times);
    const { version } = written(await journals.write(key, "one", undefined));
    expect(await journals.read(key)).toEqual({ text: "one", version });

    const losing = await placeOf().openLosing(loss, times);
    const next = written(await losing.journals.write(key, "two", version));
    expect(await journals.read(key)).toEqual({ text: "two", version: next.version });
    expect(next.version).not.toBe(version);
  });

  test("whose request is lost, and that another one was quicker than", async () => {
    const key = newKey();
    const admin = await placeOf().open();
    const { version } = written(await admin.journals.write(key, "one", undefined));
    written(await admin.journals.write(key, "theirs", version));
    const { journals } = await placeOf().openLosing("request", 1);
    expect(await journals.write(key, "ours", version)).toBe("changed");
    expect(await placeOf().text(key)).toBe("theirs");
    expect(await (await placeOf().openLosing("request", 1)).journals.write(key, "ours", undefined)).toBe("changed");
  });

  test("that always gets lost fails, and says what did", async () => {
    const key = newKey();
    const { journals } = await placeOf().openLosing("request", 1000);
    const { journal } = journals.place(key);
    await expect(journals.write(key, "one", undefined)).rejects.toMatchObject({
      name: "OutsideError",
      message: expect.stringContaining(`write ${journal} failed: `),
    });
    expect(await placeOf().text(key)).toBeUndefined();
  });

  test("in an open journal, its answer lost, is known to be made", async () => {
    const key = newKey();
    const open = await opened(await placeOf().openLosing("answer", 1), key);
    await open.append(note("one"));
    await open.append(note("two"));
    await open.close("settled");
    expect((await readJournal(key, await placeOf().open())).journal?.document).toEqual(open.document());
  });
});

/** Lets the lock of a holder that died run out within a second. */
async function dies({ journals, leases }: JournalStore, key: JournalKey): Promise<void> {
  const { namespace, name } = journals.place(key).lock;
  const lease = await leases.read(namespace, name);
  if (typeof lease !== "object") throw new Error(`There is no lock, but ${lease}.`);
  await leases.write({ ...lease, durationSeconds: 1 }, lease.version);
}

function note(text: string): NewEntry {
  return { kind: "note", text };
}

function written(result: { version: string } | "changed"): { version: string } {
  if (result === "changed") throw new Error("It was changed.");
  return result;
}
