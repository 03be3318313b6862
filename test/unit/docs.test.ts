import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { parse } from "yaml";

const manifest = `# who reads this
name: deploy
inputs:
  cluster: { description: Name of the EKS cluster, required: true }
  wait: { description: "Wait or not: \`yes|no\`, see <docs>", default: "yes|no" }
  text:
    description: |
      First line.
      Second line.
outputs:
  revision: { description: Number | none }
runs: { using: node24 }
`.replace(
  "{ using: node24 }",
  "\n  using: node24\n  main: ../dist/deploy/index.js\n  post: '../dist/deploy-post/index.js'",
);

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "docs-"));
  cpSync("scripts", join(root, "scripts"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "junction");
  write("deploy/action.yml", manifest);
  write(
    "deploy/README.md",
    "# deploy\n<!-- inputs -->\nold\n<!-- /inputs -->\nmiddle\n<!-- outputs -->\n<!-- /outputs -->\nend\n",
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** @returns exit code and everything printed */
function docs(...args: string[]): { code: number; text: string } {
  try {
    const script = [join("scripts", "docs.ts"), ...args];
    return { code: 0, text: execFileSync(process.execPath, script, { cwd: root, encoding: "utf8", stdio: "pipe" }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}

test("tables follow action.yml, escaped for Markdown, and the text around them stays", () => {
  expect(docs().code).toBe(0);
  expect(read("deploy/README.md")).toBe(
    [
      "# deploy",
      "<!-- inputs -->",
      "| Input | What it is | Default |",
      "| --- | --- | --- |",
      "| `cluster` | Name of the EKS cluster | **required** |",
      "| `wait` | Wait or not: `yes\\|no`, see &lt;docs> | `yes\\|no` |",
      "| `text` | First line.<br>Second line. |  |",
      "<!-- /inputs -->",
      "middle",
      "<!-- outputs -->",
      "| Output | What it is |",
      "| --- | --- |",
      "| `revision` | Number \\| none |",
      "<!-- /outputs -->",
      "end",
      "",
    ].join("\n"),
  );
});

test("the action at the root is deploy, with paths seen from the root", () => {
  docs();
  const { runs, ...rest } = parse(read("action.yml")) as Record<string, unknown>;
  const { runs: _, ...deployRest } = parse(manifest) as Record<string, unknown>;
  expect(rest).toEqual(deployRest);
  expect(runs).toEqual({ using: "node24", main: "dist/deploy/index.js", post: "dist/deploy-post/index.js" });
});

test("--check finds what does not fit, names it and writes nothing", () => {
  docs();
  expect(docs("--check")).toEqual({ code: 0, text: "All made files are up to date.\n" });
  write("deploy/action.yml", manifest.replace("Name of the EKS cluster", "Name of the cluster"));
  const before = read("deploy/README.md");
  const { code, text } = docs("--check");
  expect(code).toBe(1);
  expect(text).toContain("deploy/README.md is not what");
  expect(text).toContain("\naction.yml is not what");
  expect(read("deploy/README.md")).toBe(before);
});

test("a README without the marks, or none, is an error that says where", () => {
  write("deploy/README.md", "# deploy\n");
  expect(docs().text).toContain("deploy/README.md: the table of inputs needs one line <!-- inputs -->");
  write("actions/connect/action.yml", manifest);
  rmSync(join(root, "deploy"), { recursive: true });
  expect(docs().text).toContain("actions/connect/README.md is missing");
});
