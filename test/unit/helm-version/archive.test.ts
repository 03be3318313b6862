import { expect, test } from "@jest/globals";
import { helmReleases, knownSha256 } from "../../../src/adapters/helm/helm-releases.ts";
import { archiveName, binaryInArchive, helmPlatform, parseSha256sum } from "../../../src/helm-version/archive.ts";

test.each([
  ["linux", "x64", "helm-v4.1.4-linux-amd64.tar.gz", "linux-amd64/helm"],
  ["linux", "arm64", "helm-v4.1.4-linux-arm64.tar.gz", "linux-arm64/helm"],
  ["darwin", "x64", "helm-v4.1.4-darwin-amd64.tar.gz", "darwin-amd64/helm"],
  ["darwin", "arm64", "helm-v4.1.4-darwin-arm64.tar.gz", "darwin-arm64/helm"],
  ["win32", "x64", "helm-v4.1.4-windows-amd64.zip", "windows-amd64/helm.exe"],
  ["win32", "arm64", "helm-v4.1.4-windows-arm64.zip", "windows-arm64/helm.exe"],
])("names the archive and the binary for %s %s", (system, arch, archive, binary) => {
  const platform = helmPlatform(system, arch);
  if (platform === undefined) throw new Error("no platform");
  expect(archiveName("4.1.4", platform)).toBe(archive);
  expect(binaryInArchive(platform)).toBe(binary);
});

test.each([
  ["freebsd", "x64"],
  ["linux", "ia32"],
  ["linux", "riscv64"],
  ["constructor", "x64"],
])("knows no Helm for %s %s", (system, arch) => {
  expect(helmPlatform(system, arch)).toBeUndefined();
});

const sum = "ab12".repeat(16);
const file = "helm-v4.1.4-linux-amd64.tar.gz";

test.each([
  ["as Helm publishes it", `${sum}  ${file}\n`],
  ["for a binary file", `${sum} *${file}\n`],
  ["without the name", sum],
  ["in upper case", `${sum.toUpperCase()}  ${file}`],
  ["with Windows line ends", `${sum}  ${file}\r\n`],
  ["among others", `${"0".repeat(64)}  helm-v4.1.4-darwin-arm64.tar.gz\n${sum}  ${file}\n`],
])("reads a checksum file %s", (_how, text) => {
  expect(parseSha256sum(text, file)).toBe(sum);
});

test.each([
  ["another file's", `${sum}  helm-v4.1.4-linux-arm64.tar.gz\n`],
  ["a page", `<html><body>${sum}</body></html>`],
  ["too short", `${sum.slice(1)}  ${file}\n`],
  ["empty", ""],
])("takes no sum from a file that is %s", (_what, text) => {
  expect(parseSha256sum(text, file)).toBeUndefined();
});

test("the table holds whole sums, each of its own, for versions that the inputs 4 and 3 stand for", () => {
  const sums = Object.values(helmReleases).flatMap((release) => Object.values(release.sha256));
  expect(sums.filter((text) => !/^[0-9a-f]{64}$/.test(text))).toEqual([]);
  expect(new Set(sums).size).toBe(sums.length);
  expect(helmReleases[4].version).toMatch(/^4\.\d+\.\d+$/);
  expect(helmReleases[3].version).toMatch(/^3\.\d+\.\d+$/);
});

test("the table is found by version and platform", () => {
  expect(knownSha256(helmReleases[4].version, "linux-arm64")).toBe(helmReleases[4].sha256["linux-arm64"]);
  expect(knownSha256("4.0.0", "linux-arm64")).toBeUndefined();
});
