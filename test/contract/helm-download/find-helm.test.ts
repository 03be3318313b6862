import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { tools } from "../../../sandbox/tools/tools.ts";
import { helmReleases } from "../../../src/adapters/helm/helm-releases.ts";
import { archiveName, binaryInArchive, helmPlatform } from "../../../src/helm-version/archive.ts";
import { makeRunner, type Runner } from "./runner.ts";
import { type Archive, type ProxyServer, packHelm, type Site, startProxy, startSite } from "./site.ts";

const run = promisify(execFile);
const platform = helmPlatform(process.platform, process.arch) ?? "linux-amd64";

type Packed = { binary: string; version: string; archive: Archive };
let packs: string;
let helm3: Packed;
let helm4: Packed;
let site: Site;
let runner: Runner;
const proxies: ProxyServer[] = [];

async function pack(binary: string): Promise<Packed> {
  const { stdout } = await run(binary, ["version", "--short"]);
  const version = /^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? "";
  return { binary, version, archive: await packHelm({ binary, version, folder: packs }) };
}

function publish({ archive }: Packed): void {
  site.serve(archive.name, { file: archive.path });
  site.serve(`${archive.name}.sha256sum`, archive.sumFile);
}

async function proxy(port?: number): Promise<ProxyServer> {
  const started = await startProxy(port);
  proxies.push(started);
  return started;
}

beforeAll(async () => {
  packs = await mkdtemp(join(tmpdir(), "helm-archives-"));
  const binaries = await tools();
  helm3 = await pack(binaries.helm3);
  helm4 = await pack(binaries.helm4);
}, 120_000);

afterAll(() => rm(packs, { recursive: true, force: true }));

beforeEach(async () => {
  site = await startSite();
  runner = await makeRunner();
});

afterEach(async () => {
  await Promise.all([site.close(), ...proxies.splice(0).map((one) => one.close())]);
  await runner.remove();
});

test.each(["3", "4"])("downloads an exact version of Helm %s once, verified, and it runs", async (major) => {
  const packed = major === "3" ? helm3 : helm4;
  publish(packed);
  const env = { K8S_MIGRATE_HELM_BASE: `${site.url}/` };

  const first = await runner.findHelm(`v${packed.version}`, env);
  expect(first.error).toBeUndefined();
  expect(first.helm).toEqual({
    path: join(runner.toolCache, "helm", packed.version, process.arch, binaryInArchive(platform)),
    version: packed.version,
    major: Number(major),
    source: "download",
  });
  expect((await run(first.helm?.path ?? "", ["version", "--short"])).stdout).toContain(`v${packed.version}`);
  expect(await runner.leftovers()).toEqual([]);
  // Who reads the log learns that the sum came from the site itself.
  const sumUrl = `${site.url}/${packed.archive.name}.sha256sum`;
  expect(first.log).toContain(`Helm ${packed.version}: sha256 ${packed.archive.sha256} is right (from ${sumUrl})`);

  await site.close();
  const second = await runner.findHelm(packed.version, env);
  expect(second.helm).toEqual({ ...first.helm, source: "tool-cache" });
  const byMajor = await runner.findHelm(major, env);
  expect(byMajor.helm).toEqual({ ...first.helm, source: "tool-cache" });
});

test("refuses an archive that is not what its checksum file says, before it is unpacked", async () => {
  publish(helm4);
  // No archive at all: tar would be the first to complain, were it asked.
  const text = "This is no archive.";
  site.serve(helm4.archive.name, { text });

  const { error } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(error?.name).toBe("OutsideError");
  expect(error?.message).toContain(`verify ${site.url}/${helm4.archive.name} failed: wrong checksum`);
  expect(error?.message).toContain(`expected sha256 ${helm4.archive.sha256}`);
  expect(error?.message).toContain(`got ${createHash("sha256").update(text).digest("hex")}`);
  expect(error?.message).toContain("Nothing was unpacked");
  expect(await runner.cachedVersions()).toBeUndefined();
  expect(await runner.leftovers()).toEqual([]);
});

test.each([3, 4] as const)("believes the compiled-in checksum of Helm %s, not the mirror's", async (major) => {
  const { version, sha256 } = helmReleases[major];
  const name = archiveName(version, platform);
  const packed = major === 3 ? helm3 : helm4;
  site.serve(name, { file: packed.archive.path });
  site.serve(`${name}.sha256sum`, { text: `${packed.archive.sha256}  ${name}\n` });

  const { error } = await runner.findHelm(String(major), { K8S_MIGRATE_HELM_BASE: site.url });
  expect(error?.message).toContain(`expected sha256 ${sha256[platform]} (compiled in), got ${packed.archive.sha256}`);
  expect(site.requests).not.toContain(`${name}.sha256sum`);
  expect(await runner.cachedVersions()).toBeUndefined();
});

test("refuses an archive with another Helm in it than its name says, although the checksum fits", async () => {
  const name = archiveName("4.0.9", platform);
  site.serve(name, { file: helm4.archive.path });
  site.serve(`${name}.sha256sum`, { text: `${helm4.archive.sha256}  ${name}\n` });

  const { error } = await runner.findHelm("4.0.9", { K8S_MIGRATE_HELM_BASE: site.url });
  expect(error?.message).toContain(`it holds Helm ${helm4.version}, not 4.0.9`);
  expect(await runner.cachedVersions()).toBeUndefined();
});

test("refuses a checksum file that holds none", async () => {
  publish(helm4);
  site.serve(`${helm4.archive.name}.sha256sum`, { text: "<html>Please log in</html>" });
  const { error } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(error?.message).toContain(`${helm4.archive.name}.sha256sum failed: the answer holds no sha256 of`);
});

test("says what to do when the server is down", async () => {
  await site.close();
  const { error } = await runner.findHelm("4", { K8S_MIGRATE_HELM_BASE: site.url });
  expect(error?.name).toBe("OutsideError");
  expect(error?.message).toContain(`GET ${site.url}/${archiveName(helmReleases[4].version, platform)} failed`);
  expect(error?.message).toContain("ECONNREFUSED");
  expect(error?.message).toContain("(3 attempts)");
  expect(error?.message).toMatch(
    /Next: Put Helm on PATH, set helm-version to the path of a Helm binary, or set K8S_MIGRATE_HELM_BASE to a mirror/,
  );
});

test("asks once for a version that does not exist", async () => {
  const { error } = await runner.findHelm("4.99.0", { K8S_MIGRATE_HELM_BASE: site.url });
  const name = `${archiveName("4.99.0", platform)}.sha256sum`;
  expect(error?.message).toContain(`GET ${site.url}/${name} failed: the server answered 404 Not Found`);
  expect(error?.message).toContain("Put Helm on PATH");
  expect(site.requests).toEqual([name]);
});

test("goes on after a server error and a broken transfer, and says so", async () => {
  publish(helm4);
  const file = helm4.archive.path;
  site.serve(helm4.archive.name, { status: 500 }, { file, breakAfter: 1_000_000 }, { file });

  const { helm, log } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(helm?.source).toBe("download");
  const url = `${site.url}/${helm4.archive.name}`;
  expect(log).toContain(`${url}: the server answered 500 Internal Server Error; trying again in 0.5 s`);
  expect(log.filter((line) => line.startsWith(`${url}: `) && line.endsWith("trying again in 2 s"))).toHaveLength(1);
});

test("goes through the proxy, and past it where NO_PROXY says so", async () => {
  publish(helm4);
  const through = await proxy(site.port);
  // 0.0.0.0 is this machine too, but no name of loopback, for which no proxy is ever asked.
  const env = { K8S_MIGRATE_HELM_BASE: `http://0.0.0.0:${site.port}`, HTTP_PROXY: through.url };

  const direct = await runner.findHelm(helm4.version, { ...env, NO_PROXY: "example.com,0.0.0.0" });
  expect(direct.helm?.source).toBe("download");
  expect(through.tunnels).toEqual([]);

  await rm(runner.toolCache, { recursive: true });
  const proxied = await runner.findHelm(helm4.version, env);
  expect(proxied.helm?.source).toBe("download");
  expect(through.tunnels).toEqual([`0.0.0.0:${site.port}`, `0.0.0.0:${site.port}`]);
});

test("asks HTTPS_PROXY for the official site", async () => {
  const refusing = await proxy();
  const { error } = await runner.findHelm("4", { HTTPS_PROXY: refusing.url });
  expect(new Set(refusing.tunnels)).toEqual(new Set(["get.helm.sh:443"]));
  expect(error?.message).toContain(`GET https://get.helm.sh/${archiveName(helmReleases[4].version, platform)} failed`);
  expect(error?.message).toContain("403");
});

test.each(["3", "4"])("prefers a Helm %s on PATH that fits", async (major) => {
  const { binary, version } = major === "3" ? helm3 : helm4;
  const env = { PATH: dirname(binary), K8S_MIGRATE_HELM_BASE: site.url };
  const expected = { path: binary, version, major: Number(major), source: "path" };

  const byMajor = await runner.findHelm(major, env);
  expect(byMajor.helm).toEqual(expected);
  expect(byMajor.log).toEqual([`Helm ${version}: ${binary}, found on PATH`]);
  expect((await runner.findHelm(version, env)).helm).toEqual(expected);
  expect(site.requests).toEqual([]);
});

test("skips a Helm on PATH that does not fit, with a line", async () => {
  publish(helm4);
  const bin = join(runner.folder, "bin");
  await symlink(helm3.binary, join(bin, "helm"));

  const { helm, log } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(helm).toMatchObject({ version: helm4.version, source: "download" });
  expect(log[0]).toBe(
    `Helm on PATH is skipped: ${bin}/helm is ${helm3.version}, helm-version asks for ${helm4.version}`,
  );
});

test("skips a helm on PATH that is no Helm, with a line", async () => {
  publish(helm4);
  const script = join(runner.folder, "bin", "helm");
  await writeFile(script, "#!/bin/sh\necho 'no version is set for helm' >&2\nexit 126\n", { mode: 0o755 });
  const { helm, log } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(helm?.source).toBe("download");
  expect(log[0]).toBe(
    `Helm on PATH is skipped: ${script}: "helm version" ended with exit code 126: no version is set for helm`,
  );
});

test("uses the binary that helm-version names, from a relative path too", async () => {
  await mkdir(join(runner.folder, "own"));
  await symlink(helm3.binary, join(runner.folder, "own", "helm-three"));
  const { helm, log } = await runner.findHelm("./own/helm-three", { K8S_MIGRATE_HELM_BASE: site.url });
  const path = join(runner.folder, "own", "helm-three");
  expect(helm).toEqual({ path, version: helm3.version, major: 3, source: "input" });
  expect(log).toEqual([`Helm ${helm3.version}: ${path}, as helm-version says`]);
});

test.each([
  ["./nothing", "there is no such file"],
  ["./text", "it is not an executable file"],
  ["./other", 'it answers "hello" when asked for its version'],
])("refuses helm-version %s: %s", async (wanted, reason) => {
  await writeFile(join(runner.folder, "text"), "hello");
  await writeFile(join(runner.folder, "other"), "#!/bin/sh\necho hello\n", { mode: 0o755 });
  const { error } = await runner.findHelm(wanted);
  expect(error?.name).toBe("UserError");
  expect(error?.message).toContain(`helm-version "${wanted}" is not a Helm binary`);
  expect(error?.message).toContain(reason);
});

test.each([
  ["mirror.example.com/helm", "is not the address of a download site"],
  ["ftp://mirror.example.com", "is not the address of a download site"],
  ["https://mirror.example.com/helm?token=hunter2", "is not the address of a download site"],
  ["https://hunter2@mirror.example.com", "must not hold a user name or password"],
  ["https://me:hunter2@mirror.example.com", "must not hold a user name or password"],
])("refuses K8S_MIGRATE_HELM_BASE %s", async (base, reason) => {
  const { error, log } = await runner.findHelm("4", { K8S_MIGRATE_HELM_BASE: base });
  expect(error?.name).toBe("UserError");
  expect(error?.message).toContain(reason);
  expect(`${error?.message}${log.join("\n")}`).not.toContain("hunter2");
});

test("outside a runner it keeps Helm in a folder that only this user can write to", async () => {
  publish(helm4);
  const env = {
    K8S_MIGRATE_HELM_BASE: site.url,
    RUNNER_TOOL_CACHE: undefined,
    RUNNER_TEMP: undefined,
    TMPDIR: runner.temp,
  };
  expect((await runner.findHelm(helm4.version, env)).helm?.source).toBe("download");
  expect((await runner.findHelm(helm4.version, env)).helm?.source).toBe("tool-cache");

  const [name = "", ...others] = await readdir(runner.temp);
  expect(others).toEqual([]);
  const folder = join(runner.temp, name);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);

  await chmod(folder, 0o777);
  const { error } = await runner.findHelm(helm4.version, env);
  expect(error?.name).toBe("UserError");
  expect(error?.message).toContain(`${folder} is not a folder that only you can write to`);
  expect(error?.message).toContain("set RUNNER_TOOL_CACHE");
});

test("a Helm in the tool cache that does not run is replaced", async () => {
  publish(helm4);
  const folder = join(runner.toolCache, "helm", helm4.version, process.arch);
  await mkdir(join(folder, platform), { recursive: true });
  await writeFile(join(folder, binaryInArchive(platform)), "damaged", { mode: 0o755 });
  await writeFile(`${folder}.complete`, "");

  const { helm, log } = await runner.findHelm(helm4.version, { K8S_MIGRATE_HELM_BASE: site.url });
  expect(helm).toMatchObject({ version: helm4.version, source: "download" });
  expect(log[0]).toMatch(/^Helm in the tool cache is skipped: /);
});
