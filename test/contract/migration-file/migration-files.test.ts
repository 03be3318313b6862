import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { migrationFiles } from "../../../src/adapters/migration-files.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** A workspace with these files in it. */
async function workspaceWith(files: Record<string, string>): Promise<string> {
  const workspace = await tempFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  return workspace;
}

async function read(files: Record<string, string>, config = "") {
  const workspace = await workspaceWith(files);
  return migrationFiles({ workspace, config }).read();
}

test.each([".github/k8s-migrate.yml", ".github/k8s-migrate.yaml"])("%s is found", async (path) => {
  expect(await read({ [path]: "version: 1\n" })).toEqual([{ path, text: "version: 1\n" }]);
});

test("a folder gives all its YAML files, in folders below it too, and nothing else", async () => {
  const files = {
    ".github/k8s-migrate/shared.yml": "a",
    ".github/k8s-migrate/team/orders.yaml": "b",
    ".github/k8s-migrate/.orders.yml": "of an editor",
    ".github/k8s-migrate/README.md": "text",
    ".github/workflows/deploy.yml": "a workflow",
  };
  expect(await read(files)).toEqual([
    { path: ".github/k8s-migrate/shared.yml", text: "a" },
    { path: ".github/k8s-migrate/team/orders.yaml", text: "b" },
  ]);
});

test("another file or folder, where it is named", async () => {
  const files = { "ops/move.yml": "a", "ops/parts/b.yml": "b", ".github/k8s-migrate.yml": "c" };
  expect(await read(files, "ops/move.yml")).toEqual([{ path: "ops/move.yml", text: "a" }]);
  expect(await read(files, "ops/parts/")).toEqual([{ path: "ops/parts/b.yml", text: "b" }]);
});

test.each([
  [
    {},
    "",
    "There is no .github/k8s-migrate.yml, and no folder .github/k8s-migrate/. Write one as docs/migration-file.md shows",
  ],
  [{ "a.yml": "" }, "b.yml", "config: b.yml is not in the workspace; is there a checkout step before?"],
  [
    { ".github/k8s-migrate.yml": "", ".github/k8s-migrate/orders.yml": "" },
    "",
    ".github/k8s-migrate.yml and .github/k8s-migrate are both there; keep one: the file, or the folder with a file a service",
  ],
  [{ ".github/k8s-migrate/README.md": "" }, "", ".github/k8s-migrate holds no .yml file"],
])("%j with config %j is refused", async (files, config, message) => {
  const reading = read(files, config);
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.toHaveProperty("name", "UserError");
});
