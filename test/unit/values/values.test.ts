import { describe, expect, test } from "@jest/globals";
import { inlineValuesProblem, leaves, secretValuesProblem } from "../../../src/values/inline-values.ts";
import { masksFor, redact } from "../../../src/values/secrets.ts";

describe("inline values", () => {
  test.each(["", "  \n", "image: {tag: v1}", "a: 1\nb:\n  - c"])("%j is fine", (text) => {
    expect(inlineValuesProblem("values", text)).toBeUndefined();
  });

  test("a mistake has its place", () => {
    expect(inlineValuesProblem("values", "image:\n  tag: [v1\nreplicas: 2")).toMatch(/^values: line 3, column \d+: /);
  });

  test.each(["just text", "- a list", "42"])("%j is not a map", (text) => {
    expect(inlineValuesProblem("secret-values", text)).toBe(
      'secret-values: must be a YAML map such as "image: {tag: v1}"',
    );
  });
});

describe("secret values", () => {
  test.each(["", "p: 'x'", 'p: "{\\"a\\": 1}"', "p: {a: 1}", "p: |\n  text\n", "p: null", "p: &a x\nq: *a"])(
    "%j are fine",
    (text) => {
      expect(secretValuesProblem(text)).toBeUndefined();
    },
  );

  // Each is a secret written without quotes, as `password: ${{ secrets.PASSWORD }}` does.
  test.each(["|", ">", "*", "&", "!", "@", "%", "`", "[", "{", '"', "'", "a: "])(
    "one that begins with %s and means something else in YAML is refused, without quoting it",
    (start) => {
      const problem = secretValuesProblem(`user: x\npassword: ${start}hunter22`);
      expect(problem).toMatch(/^secret-values: line \d is not plain YAML; write secrets as \$\{\{ toJSON/);
      expect(problem).not.toContain("hunter");
    },
  );

  test("are a map", () => {
    expect(secretValuesProblem("hunter22")).toBe('secret-values: must be a YAML map such as "image: {tag: v1}"');
  });
});

describe("secret leaves", () => {
  test("are the values at any depth, not the keys, in the form that they are written in and that they are read in", () => {
    const text = "db:\n  password: hunter22\n  ports: [5432, 0x10]\n  on: true\n  none: null\n  empty: ''";
    expect(leaves(text).toSorted()).toEqual(["0x10", "16", "5432", "hunter22", "true"]);
    expect(leaves("")).toEqual([]);
  });

  test("block texts are leaves too", () => {
    expect(leaves("key: |\n  line one\n  line two\n")).toEqual(["line one\nline two\n"]);
  });
});

describe("masks", () => {
  test("are the leaf and its lines, as they are and as quotes show them, and its base64, of at least 8 characters", () => {
    const leaf = '-----BEGIN\nshort\nabc"efgh12';
    expect(masksFor([leaf, "seven77"])).toEqual([
      leaf,
      "-----BEGIN",
      'abc"efgh12',
      '-----BEGIN\\nshort\\nabc\\"efgh12',
      'abc\\"efgh12',
      '-----BEGIN\\\\nshort\\\\nabc\\\\\\"efgh12',
      'abc\\\\\\"efgh12',
      Buffer.from(leaf).toString("base64"),
      Buffer.from("seven77").toString("base64"),
    ]);
  });

  test("the longest goes, so that nothing of it is left", () => {
    expect(redact("password123456 and password", ["password", "password123456"])).toBe("*** and ***");
  });

  test("that lie over each other go as one, so that nothing of either is left", () => {
    expect(redact("a firstsecretsecond secretsecond b", ["firstsecret", "secretsecond"])).toBe("a *** *** b");
    expect(redact("aaaaaaaaaaa", ["aaaaaaaa"])).toBe("***");
    expect(redact("firstsecretfirstsecret", ["firstsecret"])).toBe("******");
  });

  test("are also what Go's JSON makes of the leaf", () => {
    expect(redact('{"url":"a\\u0026b\\u003c\\"longer"}', masksFor(['a&b<"longer']))).toBe('{"url":"***"}');
  });
});
