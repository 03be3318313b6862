import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { getLanguageService } from "yaml-language-server";
import { SCHEMA_ADDRESS } from "../../../src/migration-file/json-schema.ts";
import { textDocument } from "./text-document.ts";

// The language server of the YAML extensions of VS Code and others, with the schema as it is published.
const editor = getLanguageService({
  schemaRequestService: (uri) =>
    uri === SCHEMA_ADDRESS
      ? Promise.resolve(readFileSync("schema/k8s-migrate.schema.json", "utf8"))
      : Promise.reject(new Error(`The editor asks for ${uri}.`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
editor.configure({ validate: true, completion: true, hover: true, customTags: [], schemas: [] });

const LINE = `# yaml-language-server: $schema=${SCHEMA_ADDRESS}\n`;

async function diagnostics(text: string): Promise<string[]> {
  const found = await editor.doValidation(textDocument("file:///shop/.github/k8s-migrate.yml", text), false);
  return found
    .map(({ range, message }) => {
      const words = typeof message === "string" ? message : message.value;
      return `${range.start.line + 1}:${range.start.character + 1} ${words}`;
    })
    .toSorted();
}

async function completions(text: string): Promise<string[]> {
  const document = textDocument("file:///shop/.github/k8s-migrate.yml", text.replace("|", ""));
  const { items } = await editor.doComplete(document, document.positionAt(text.indexOf("|")), false);
  return items.map(({ label }) => label);
}

test.each(["examples/k8s-migrate.yml", "examples/k8s-migrate-all-keys.yml"])(
  "an editor has nothing to say of %s",
  async (path) => {
    const text = readFileSync(path, "utf8");
    expect(text.startsWith(LINE)).toBe(true);
    expect(await diagnostics(text)).toEqual([]);
    expect(await diagnostics(text.replace("image:", "imgae:"))).not.toEqual([]);
  },
);

test("an editor has nothing to say of the examples in the docs", async () => {
  const blocks = [...readFileSync("docs/migration-file.md", "utf8").matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)];
  expect(blocks.length).toBeGreaterThan(3);
  for (const [, indent = "", block = ""] of blocks) {
    const text = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    expect(await diagnostics(text.startsWith(LINE) ? text : LINE + text)).toEqual([]);
  }
});

test("an editor underlines what is wrong, with words of ours", async () => {
  const text = `${LINE}version: 2
environments:
  production:
    ecs: { aws-region: california }
services:
  Orders: {}
  orders:
    imgae: {}
    records: { name: a }
    prepare: { ttl: 0 }
    probe: { path: /healthz, from: pod }
    crons:
      - stop: { rule: a, worker: b }
        start: [{ cronjob: a, replicas: 2 }]
    switch: { weights: [1, 10], abort: { error-rate: { most: 1, from: {} } } }
`;
  expect(await diagnostics(text)).toEqual(
    [
      "2:10 Value must be 1.",
      '4:3 Missing property "eks".',
      "5:24 Not a region: write one such as us-west-2.",
      '7:3 Not a name: write lower case letters, digits and "-".',
      "9:5 Property imgae is not allowed.",
      '10:14 Incorrect type. Expected "array".',
      "11:21 Value is below the minimum of 1.",
      '12:36 Value is not accepted. Valid values: "runner", "cluster".',
      "14:15 Object has more properties than limit of 1.",
      "15:17 Matches a schema that is not allowed.",
      "16:24 Array does not contain required item.",
      "16:62 Value is above the exclusive maximum of 1.",
      "16:71 Object has fewer properties than the required number of 1",
    ].toSorted(),
  );
});

test("an editor completes keys and choices, and explains them", async () => {
  expect(await completions(`${LINE}services:\n  orders:\n    |\n`)).toEqual(
    expect.arrayContaining(["image", "release", "ecs", "records", "probe", "crons", "prepare", "environments"]),
  );
  expect(await completions(`${LINE}services:\n  orders:\n    image:\n      from: |\n`)).toEqual(["ecs", "values"]);
  const hovered = textDocument("file:///x.yml", `${LINE}services:\n  orders:\n    probe: { interval: 5s }\n`);
  const hover = await editor.doHover(hovered, { line: 3, character: 15 });
  expect(JSON.stringify(hover)).toContain("How long to wait from one to the next. Default is `5s`.");
});

/** The paths of properties that have no description, or one that an editor would show with marks in it. */
function unexplained(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, additionalProperties, items } = schema as Record<string, Record<string, unknown>>;
  const keys = Object.entries(properties).flatMap(([key, each]) => {
    const { description } = each as { description?: string };
    const own = `${path}.${key}`;
    return [...(description === undefined || description.includes("`") ? [own] : []), ...unexplained(each, own)];
  });
  return [...keys, ...unexplained(additionalProperties, `${path}.*`), ...unexplained(items, `${path}[]`)];
}

test("every key of the published schema is explained, and defaults are words", () => {
  const text = readFileSync("schema/k8s-migrate.schema.json", "utf8");
  expect(unexplained(JSON.parse(text), "")).toEqual([]);
  expect(text).not.toContain('"default":');
});
