import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { downloadFile, downloadText } from "../../../src/adapters/helm/download-file.ts";
import { OutsideError } from "../../../src/errors.ts";
import { type Site, startSite } from "./site.ts";

const content = Buffer.alloc(300_000, "helm ");
const sha256 = createHash("sha256").update(content).digest("hex");
let folder: string;
let file: string;
let site: Site;
let log: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "download-file-test-"));
  file = join(folder, "served");
  await writeFile(file, content);
  site = await startSite();
  log = [];
});

afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function options() {
  return { log: (line: string) => log.push(line), next: "Use a mirror.", silenceMs: 200, pausesMs: [10, 20] };
}

test("a server that falls silent in the middle is left, and asked again", async () => {
  site.serve("a", { file, silentAfter: 1000 }, { file });
  const destination = join(folder, "a");
  expect(await downloadFile(`${site.url}/a`, destination, options())).toBe(sha256);
  expect((await readFile(destination)).equals(content)).toBe(true);
  expect(log).toEqual([`${site.url}/a: no data for 0.2 s; trying again in 0.01 s`]);
});

test("a server that never answers is given up", async () => {
  site.serve("a", "silence");
  const download = downloadFile(`${site.url}/a`, join(folder, "a"), options());
  await expect(download).rejects.toThrow(OutsideError);
  await expect(download).rejects.toThrow(
    `Helm download: GET ${site.url}/a failed: no answer for 0.2 s (3 attempts)\nNext: Use a mirror.`,
  );
});

test.each([500, 502, 503, 429, 408])("status %d is tried again", async (status) => {
  site.serve("a", { status }, { status }, { file });
  expect(await downloadFile(`${site.url}/a`, join(folder, "a"), options())).toBe(sha256);
  expect(log).toHaveLength(2);
});

test.each([401, 403, 404, 410])("status %d is final", async (status) => {
  site.serve("a", { status }, { file });
  await expect(downloadFile(`${site.url}/a`, join(folder, "a"), options())).rejects.toThrow(
    `failed: the server answered ${status}`,
  );
  expect(log).toEqual([]);
});

test("no more is read of a text than a checksum file can have", async () => {
  site.serve("a.sha256sum", { file });
  await expect(downloadText(`${site.url}/a.sha256sum`, options())).rejects.toThrow(
    "the answer has more than 65536 bytes",
  );
});
