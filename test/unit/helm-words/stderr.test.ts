import { expect, test } from "@jest/globals";
import { helmFailure, helmReason, stderrReporter } from "../../../src/adapters/helm/run-helm.ts";

const POST_RENDER =
  "Error: error while running post render on files: error while running command /x/render. error output:";

function reported(lines: readonly string[]): string[] {
  const seen: string[] = [];
  const report = stderrReporter({ path: "helm", env: {}, onLine: (line) => seen.push(line) });
  for (const line of lines) report(line);
  return seen;
}

test("an error of a program that Helm has started is in the log, and Helm's own is the reason", () => {
  const lines = ["Error: token gone bad", "Error: cluster unreachable: exec: executable x failed with exit code 1"];
  expect(reported(lines)).toEqual(["Error: token gone bad"]);
  expect(helmReason(`${lines.join("\n")}\n`)).toBe("cluster unreachable: exec: executable x failed with exit code 1");
});

test.each([
  ["with a line end", ["Error: unknown flag: --foo", ": exit status 1"]],
  ["without one", ["Error: unknown flag: --foo: exit status 1"]],
  ["of more than one error", ["Error: git: exit status 128", "Error: unknown flag: --foo", ": exit status 1"]],
])("what a post-renderer has written is a part of Helm's error, %s", (_, output) => {
  const lines = [POST_RENDER, ...output];
  expect(helmReason(lines.join("\n"))).toBe(lines.join("\n").replace("Error: ", ""));
  expect(reported(lines)).not.toContain(POST_RENDER);
  expect(helmFailure("upgrade", helmReason(lines.join("\n"))).message).toContain("Next: run the post-renderer by hand");
});

const fault = (name: string, value: string) =>
  `.stringData.${name}: expected string, got &value.valueUnstructured{${value}}`;
const ADMIN = 'Value:map[string]interface {}{"password":"hunter2}", "user":"adminuser"}';

test("a Secret's values are in no failure of Helm", () => {
  const text = `failed to create typed patch object (shop/db; /v1, Kind=Secret): errors:\n  ${fault("a", ADMIN)}\n  ${fault("b", "Value:4711")}`;
  const { message } = helmFailure("upgrade", text);
  expect(message).not.toMatch(/hunter2|adminuser|4711/);
  expect(message).toContain(".stringData.a: expected string, got &value.valueUnstructured{…}\n");
  expect(message).toContain(".stringData.b: expected string, got &value.valueUnstructured{…}");
  expect(message).toContain("Next: write .stringData.a of Secret db as a string");
});

test("nor where the beginning, which names the kind, is cut off", () => {
  expect(helmFailure("upgrade", fault("a", ADMIN)).message).not.toMatch(/hunter2|adminuser/);
});

test("those of other kinds are", () => {
  const text = `failed to create typed patch object (shop/a; /v1, Kind=ConfigMap): .data.port: expected string, got &value.valueUnstructured{Value:8080}`;
  expect(helmFailure("upgrade", text).message).toContain("{Value:8080}");
});

test("a line of the log has no values, since it alone does not tell the kind", () => {
  expect(
    reported([`  ${fault("a", ADMIN)}`, `Error: (shop/db; /v1, Kind=Secret): ${fault("b", ADMIN)}`, "Error: x"]),
  ).toEqual([
    "  .stringData.a: expected string, got &value.valueUnstructured{…}",
    "Error: (shop/db; /v1, Kind=Secret): .stringData.b: expected string, got &value.valueUnstructured{…}",
  ]);
});
