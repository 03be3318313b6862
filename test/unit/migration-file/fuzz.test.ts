import { expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { stringify } from "yaml";
import { migrationJsonSchema } from "../../../src/migration-file/json-schema.ts";
import { problemLine } from "../../../src/migration-file/problem.ts";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { resolve } from "../../../src/migration-file/resolve.ts";
import { files } from "./schema-files.ts";

type Outcome = { lines: string[]; faults: string[] };

/** Reads a file and resolves all of it. `faults`: a problem without a place in the file or without words, a long time. */
function readAll(text: string): Outcome {
  const begun = performance.now();
  const read = readMigration([{ path: "m.yml", text }]);
  const found =
    "problems" in read
      ? read.problems
      : read.migration.environments.flatMap((environment) => {
          const all = resolve(read.migration, { environment, services: [] });
          return "problems" in all ? all.problems : [];
        });
  const lines = text.split("\n");
  const faults = found.filter(({ file, line, column, what }) => {
    const length = lines[line - 1]?.length ?? -2;
    return file !== "m.yml" || what === "" || line < 1 || column < 1 || column > length + 2;
  });
  const silent = "problems" in read && found.length === 0 ? ["neither a migration nor a problem"] : [];
  const slow = performance.now() - begun > 10_000 ? ["it took more than ten seconds"] : [];
  return { lines: found.map(problemLine), faults: [...faults.map(problemLine), ...silent, ...slow] };
}

test("files that follow the schema have no problem, by the JSON Schema for editors neither", () => {
  const conforms = new Ajv({ strict: false }).compile(migrationJsonSchema());
  fc.assert(
    fc.property(files, (file) => {
      conforms(JSON.parse(JSON.stringify(file)));
      expect(conforms.errors ?? []).toEqual([]);
      expect(readAll(stringify(file))).toEqual({ lines: [], faults: [] });
    }),
    { numRuns: 100 },
  );
});

/** Another value for one place in a tree, chosen by a number. */
function withOther(tree: unknown, { at, value }: { at: number; value: unknown }): unknown {
  let left = at;
  const walk = (node: unknown): unknown => {
    left -= 1;
    if (left < 0) {
      left = Number.POSITIVE_INFINITY;
      return value;
    }
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, each]) => [left % 7 === 3 ? `${key}x` : key, walk(each)]),
    );
  };
  return walk(tree);
}

test("files in which something is another value give problems or none, and never an error", () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom(null, [], {}, "{x}", "__proto__", Number.POSITIVE_INFINITY),
  );
  fc.assert(
    fc.property(files, fc.nat({ max: 150 }), value, (file, at, other) => {
      const text = stringify(withOther(file, { at, value: other }), { aliasDuplicateObjects: false });
      expect(readAll(text).faults).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

const signs = fc.constantFrom(
  ...Array.from(" \n\t:-{}[],&*!|>'\"%@`#?<.0aé\u0000\u2028"),
  "<<: ",
  "*a",
  "&a ",
  "---\n",
  "!!set ",
  "? ",
  "{service}",
  "\r\n",
);

test("files with other characters in them, and any text, give problems or none, and never an error", () => {
  fc.assert(
    fc.property(files, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), signs), { maxLength: 6 }), (file, edits) => {
      let text = stringify(file);
      for (const [at, cut, put] of edits) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + cut);
      }
      expect(readAll(text).faults).toEqual([]);
    }),
    { numRuns: 120 },
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (parts) => expect(readAll(parts.join("")).faults).toEqual([])),
    { numRuns: 1000 },
  );
});
