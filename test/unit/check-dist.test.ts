import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { distChanges } from "../../scripts/check-dist.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "check-dist-"));
  mkdirSync(join(root, "dist"));
  for (const name of ["same.js", "other.js", "gone.js"]) writeFileSync(join(root, "dist", name), "1\n");
  writeFileSync(join(root, ".gitignore"), "*.log\n");
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  execFileSync("git", ["add", "."], { cwd: root });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a build that gives the same files has no changes, whatever changed elsewhere", () => {
  writeFileSync(join(root, "README.md"), "new\n");
  expect(distChanges(root)).toEqual([]);
});

test("changed, missing, new and ignored files are found", () => {
  writeFileSync(join(root, "dist", "other.js"), "2\n");
  rmSync(join(root, "dist", "gone.js"));
  writeFileSync(join(root, "dist", "new.js"), "1\n");
  writeFileSync(join(root, "dist", "ignored.log"), "1\n");
  expect(distChanges(root).toSorted()).toEqual([
    "dist/gone.js: missing after the build",
    "dist/ignored.log: made by the build, but not in git",
    "dist/new.js: made by the build, but not in git",
    "dist/other.js: differs",
  ]);
});
