import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutsideError, UserError } from "../../errors.ts";
import type { HelmPlatform } from "../../helm-version/archive.ts";
import { archiveName, binaryInArchive, parseSha256sum } from "../../helm-version/archive.ts";
import { downloadFile, downloadText } from "./download-file.ts";
import { knownSha256 } from "./helm-releases.ts";
import { readHelmVersion } from "./read-version.ts";
import { keepInToolCache, unpack } from "./tool-cache.ts";

const officialSite = "https://get.helm.sh";
const baseSetting = "K8S_MIGRATE_HELM_BASE";
const otherWays = `put Helm on PATH, set helm-version to the path of a Helm binary, or set ${baseSetting} to a mirror of ${officialSite}.`;
const next = `P${otherWays.slice(1)}`;

export type HelmDownload = { version: string; platform: HelmPlatform; cacheFolder: string };

/**
 * Downloads one Helm, verifies its sha256 before it is unpacked, puts it into the tool cache and gives its path there.
 * The site is https://get.helm.sh or what K8S_MIGRATE_HELM_BASE says. The sum is the compiled-in one; for a version
 * that is not in the table, the one in the `.sha256sum` file beside the archive.
 * @throws UserError when the setting is no URL. @throws OutsideError when the download fails or is not what it should be.
 */
export async function downloadHelm(
  helm: HelmDownload,
  { env, log }: { env: NodeJS.ProcessEnv; log: (line: string) => void },
): Promise<string> {
  const name = archiveName(helm.version, helm.platform);
  const url = `${readBase(env)}/${name}`;
  const folder = await makeTempFolder(env);
  try {
    log(`Helm ${helm.version}: downloading ${url}`);
    const expected = await expectedSha256(helm, url, log);
    const archive = join(folder, name);
    const sha256 = await downloadFile(url, archive, { log, next });
    if (sha256 !== expected.sha256) {
      throw new OutsideError({
        system: "Helm download",
        operation: `verify ${url}`,
        reason: `wrong checksum: expected sha256 ${expected.sha256} (${expected.source}), got ${sha256}. Nothing was unpacked.`,
        next: `Try again. If it stays wrong, the site or a proxy changes the file: ${otherWays}`,
      });
    }
    log(`Helm ${helm.version}: sha256 ${sha256} is right (${expected.source})`);

    const unpacked = join(folder, "unpacked");
    await unpack(archive, unpacked);
    await checkVersion(helm, { binary: join(unpacked, binaryInArchive(helm.platform)), url, env });
    return await keepInToolCache(unpacked, helm, helm.cacheFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function expectedSha256(
  { version, platform }: HelmDownload,
  url: string,
  log: (line: string) => void,
): Promise<{ sha256: string; source: string }> {
  const known = knownSha256(version, platform);
  if (known !== undefined) return { sha256: known, source: "compiled in" };
  const sumUrl = `${url}.sha256sum`;
  const sha256 = parseSha256sum(await downloadText(sumUrl, { log, next }), archiveName(version, platform));
  if (sha256 === undefined) {
    throw new OutsideError({
      system: "Helm download",
      operation: `GET ${sumUrl}`,
      reason: `the answer holds no sha256 of ${archiveName(version, platform)}`,
      next,
    });
  }
  return { sha256, source: `from ${sumUrl}` };
}

/** A mirror may hand out another version under this name, with a sum that fits. */
async function checkVersion(
  { version, platform }: HelmDownload,
  { binary, url, env }: { binary: string; url: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  const answer = await readHelmVersion(binary, env);
  if ("found" in answer && answer.found.version === version) return;
  const reason =
    "found" in answer
      ? `it holds Helm ${answer.found.version}, not ${version}`
      : `${binaryInArchive(platform)} in it: ${answer.reason}`;
  throw new OutsideError({ system: "Helm download", operation: `check ${url}`, reason, next });
}

/** The download site without a slash at its end. What is refused is not quoted: there may be credentials in it. */
function readBase(env: NodeJS.ProcessEnv): string {
  const setting = env[baseSetting]?.trim();
  if (!setting) return officialSite;
  const url = URL.canParse(setting) ? new URL(setting) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new UserError(
      `${baseSetting} is not the address of a download site. Write it as ${officialSite} or https://mirror.example.com/helm, without "?" and "#".`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new UserError(
      `${baseSetting} must not hold a user name or password, since every URL is logged. Use a mirror that this runner reaches without, or put Helm on PATH.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

async function makeTempFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const parent = env.RUNNER_TEMP || tmpdir();
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, "k8s-migrate-helm-"));
}
