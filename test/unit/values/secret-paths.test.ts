import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { leafPaths } from "../../../src/values/inline-values.ts";
import { reusesValues } from "../../../src/values/reused-values.ts";
import { valuesFile } from "../../../src/values/values-file.ts";
import { withoutPaths } from "../../../src/values/without-paths.ts";

describe("the paths of leaves", () => {
  test.each<[string, string, string[][]]>([
    ["an empty text", "", []],
    ["any depth", "a: 1\nb: { c: { d: x }, e: y }", [["a"], ["b", "c", "d"], ["b", "e"]]],
    ["empty and null leaves", "a: ''\nb: null\nc:", [["a"], ["b"], ["c"]]],
    ["an empty map, which changes nothing", "a: {}\nb: { c: {} }", []],
    ["a list, whole", "a: [1, { b: x }]\nc: { d: [] }", [["a"], ["c", "d"]]],
    ["keys with dots and slashes", "a.b: { c/d: x }", [["a.b", "c/d"]]],
    ["block texts", "key: |\n  a: b\n  c: d\n", [["key"]]],
    [
      "aliases",
      "a: &x { p: 1 }\nb: *x",
      [
        ["a", "p"],
        ["b", "p"],
      ],
    ],
    [
      "merges, which Helm carries out",
      "a: &x { p: 1 }\nb: { <<: *x, q: 2 }",
      [
        ["a", "p"],
        ["b", "p"],
        ["b", "q"],
      ],
    ],
    ["keys that Helm reads as other than text", "on: 1\nn: 1\n010: 1\n1.50: 1", [["true"], ["false"], ["8"], ["1.5"]]],
    ["keys that only look so", "'on': 1\n2001-01-01: 1\n1:30: 1", [["on"], ["2001-01-01"], ["1:30"]]],
  ])("%s", (_, text, paths) => {
    expect(leafPaths(text)).toEqual(paths);
  });
});

describe("values without some paths", () => {
  const values = {
    image: "x",
    db: { host: "h", password: "p", tls: { key: "k" } },
    users: [{ name: "a", password: "p" }],
    none: null,
  };

  test.each<[string, string[][], object]>([
    ["none", [], values],
    ["a leaf, and its neighbours stay", [["db", "password"]], { ...values, db: { host: "h", tls: { key: "k" } } }],
    [
      "several in one map",
      [
        ["db", "password"],
        ["db", "tls", "key"],
      ],
      { ...values, db: { host: "h", tls: {} } },
    ],
    ["a whole list", [["users"]], { image: "x", db: values.db, none: null }],
    ["a map that took a leaf's place", [["db"]], { image: "x", users: values.users, none: null }],
    ["a null", [["none"]], { image: "x", db: values.db, users: values.users }],
    [
      "one that another value took the place of",
      [
        ["image", "tag"],
        ["none", "a"],
        ["users", "a"],
      ],
      values,
    ],
  ])("%s", (_, paths, rest) => {
    const before = structuredClone(values);
    expect(withoutPaths(values, paths)).toEqual(rest);
    expect(values).toEqual(before);
  });

  test.each<[string, string[][]]>([
    ["at the top", [["password"]]],
    ["further in", [["db", "pass"]]],
    ["in a map that is not there", [["mail", "password"]]],
    [
      "beside one that is there",
      [
        ["db", "password"],
        ["db", "tls", "cert"],
      ],
    ],
    ["by the name of what every object has", [["constructor"]]],
  ])("a path that leads nowhere %s: nothing can be told", (_, paths) => {
    expect(withoutPaths(values, paths)).toBeUndefined();
  });
});

test("the values of earlier revisions are taken over by some arguments only", () => {
  for (const argument of [
    "--reuse-values",
    "--reset-then-reuse-values",
    "--reuse-values=true",
    "--reset-values=false",
  ]) {
    expect(reusesValues(["--wait-for-jobs", argument])).toBe(true);
  }
  for (const argument of ["--reset-values", "--description=--reuse-values", "--reuse-values-not"]) {
    expect(reusesValues([argument])).toBe(false);
  }
});

test("a values file says in every version of YAML what the values are", () => {
  const values = {
    on: "yes",
    "010": "0x10",
    text: 'a "quoted"\n\ttext\u007f\u0085\u2028\ufeff, ünïcode 😀',
    "{{ x }}": [null, true, 1.5, 1e21, { "": "" }],
  };
  const text = valuesFile(values);
  for (const version of ["1.1", "1.2"] as const) expect(parse(text, { version })).toEqual(values);
  expect(text).not.toMatch(/[\u007f-\u009f\u2028\ufeff]/);
});
