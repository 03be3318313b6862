import { beforeEach, describe, expect, test } from "@jest/globals";
import { journalText } from "../../../src/journal/document.ts";
import type { NewEntry } from "../../../src/journal/schema.ts";
import { readJournal } from "../../../src/playbook/journal/read-journal.ts";
import { journal, KEY, MOVE } from "./journal.ts";
import { failing, LOCK, newWorld } from "./world.ts";

const [first, second] = MOVE as [NewEntry, NewEntry];

let { leases, journals, opened } = newWorld();
beforeEach(() => {
  ({ leases, journals, opened } = newWorld());
});

describe("a journal is refused, and its lock given back", () => {
  test.each([
    ["an entry that was changed", journalText(journal()).replace('"ttl":300', '"ttl":30'), "entry 2 was changed"],
    ["what is no journal", "{}", "schemaVersion: "],
  ])("%s", async (_, text, says) => {
    journals.put(KEY, text);
    const error = await failing(opened());
    expect(error).toMatchObject({ name: "UserError" });
    expect(error.message).toContain(
      `The journal of orders in production (memory/journal-production-orders) is not as k8s-migrate left it: ${says}`,
    );
    expect(error.message).toMatch(
      /\nNext: look at it \(show journal-production-orders\), .*\n.*\(remove journal-production-orders\), and begin anew$/,
    );
    expect(await failing(readJournal(KEY, { journals, leases }))).toMatchObject({ message: error.message });
    expect(leases.get(...LOCK)).toMatchObject({ holder: "" });
    expect(journals.get(KEY)?.text).toBe(text);
  });

  test("many problems, of which some are told", async () => {
    const text = journalText(journal()).replaceAll("octocat", "somebody");
    journals.put(KEY, text);
    expect((await failing(opened())).message).toMatch(
      /entry 1 was changed; entry 2 was changed; entry 3 was changed; 4 more\. Nothing/,
    );
  });

  test.each([
    [{ schemaVersion: 2, minimumRelease: "v1.4.0" }, "Use at least v1.4.0"],
    [{ schemaVersion: 3 }, "Use the newest release"],
  ])("one of a newer release: %j", async (document, says) => {
    journals.put(KEY, JSON.stringify(document));
    expect((await failing(opened())).message).toMatch(
      new RegExp(
        `made by a newer release of k8s-migrate: it has schema version \\d, and this release reads up to 1\\. Nothing was done\\. ${says}$`,
      ),
    );
    expect(leases.get(...LOCK)).toMatchObject({ holder: "" });
  });

  test.each([
    [
      "an older one that was put back",
      (text: string) => text,
      "its end is missing: it has 1 entries, and its lock knows of 2",
    ],
    ["one that was removed", () => undefined, "it is gone, and its lock knows of 2 entries"],
  ])("%s", async (_, change, says) => {
    const open = await opened();
    await open.append(first);
    const early = change(journals.get(KEY)?.text ?? "");
    await open.append(second);
    await open.close("settled");
    if (early === undefined) journals.remove(KEY);
    else journals.put(KEY, early);
    expect((await failing(opened())).message).toContain(says);
    expect((await failing(readJournal(KEY, { journals, leases }))).message).toContain(says);
    expect(leases.get(...LOCK)).toMatchObject({ holder: "", journalHead: expect.stringMatching(/^2 /) });
  });

  test("to a login that may not hold the lock", async () => {
    leases.mood = "forbids";
    const message =
      "Journal: take the lock of memory/journal-production-orders failed: this login may not read and write it\nNext: allow it";
    expect(await failing(opened())).toMatchObject({ name: "OutsideError", message });
    expect(await failing(readJournal(KEY, { journals, leases }))).toMatchObject({ name: "OutsideError", message });
    journals.mood = "fails";
    expect((await failing(opened())).message).toBe("the journals' mood: fails");
  });
});
