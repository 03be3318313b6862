import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "../process/run.ts";
import { progress } from "../progress.ts";
import type { Program } from "./programs.ts";

type Release = {
  /** Host and path, without the scheme, so that a mirror can serve it below its own base. */
  url: string;
  checksums: string;
  /** The program's path in the archive, where the release is one. */
  inArchive?: string;
};

const ANSWER_MS = 5_000;
const DOWNLOAD_MS = 600_000;

/** Hosts that failed: asked once a run only. */
const failed = new Set<string>();

/**
 * Downloads the official release of a program, or what the mirror K8S_MIGRATE_RELEASE_BASE holds below its base at the same
 * host and path, and checks it against the checksum that is published beside it.
 *
 * @returns false when the site cannot be reached (said in one line), or has no release with a checksum for this machine (as
 *   for kwok, which publishes none)
 * @throws when the checksum is not the published one
 */
export async function download(program: Program): Promise<boolean> {
  const base = process.env.K8S_MIGRATE_RELEASE_BASE;
  const prefix = base ? `${base.replace(/\/+$/, "")}/` : "https://";
  const release = releaseOf(program);
  const host = new URL(prefix + release.url).host;
  if (failed.has(host)) return false;
  const archive = `${program.file}.download`;
  let expected: string | undefined;
  try {
    expected = await checksumOf(release, prefix);
    if (!expected) return false;
    progress(`${program.name} ${program.version}: downloading from ${host} ...`);
    if (!(await save(prefix + release.url, archive))) return false;
  } catch (error) {
    failed.add(host);
    const { message, cause } = error as Error;
    progress(
      `${host} cannot be used (${cause instanceof Error ? cause.message : message}): building from source instead`,
    );
    return false;
  }
  const actual = await sha256(archive);
  if (actual !== expected) {
    throw new Error(
      `${prefix}${release.url} has the SHA-256 ${actual}, but ${expected} is published: do not use it. ` +
        "Try again, or name a folder with the programs in K8S_MIGRATE_CONTROL_PLANE.",
    );
  }
  await unpack(archive, program.file, release);
  return true;
}

async function unpack(archive: string, file: string, { inArchive }: Release): Promise<void> {
  if (inArchive) {
    await run("tar", ["-xzf", archive, "-C", dirname(file), "--strip-components=1", inArchive]);
    await rm(archive);
  } else {
    await rename(archive, file);
  }
  await chmod(file, 0o755);
}

function releaseOf({ name, version }: Program): Release {
  const system = process.platform;
  const machine = process.arch === "x64" ? "amd64" : process.arch;
  if (name === "kwok") {
    const url = `github.com/kubernetes-sigs/kwok/releases/download/${version}/kwok-${system}-${machine}`;
    return { url, checksums: `${url}.sha256` };
  }
  if (name === "etcd") {
    const folder = `github.com/etcd-io/etcd/releases/download/${version}`;
    const archive = `etcd-${version}-${system}-${machine}`;
    return { url: `${folder}/${archive}.tar.gz`, checksums: `${folder}/SHA256SUMS`, inArchive: `${archive}/etcd` };
  }
  const url = `dl.k8s.io/${version}/bin/${system}/${machine}/${name}`;
  return { url, checksums: `${url}.sha256` };
}

/** The checksums file holds one checksum alone, or lines of "<checksum>  <file>". */
async function checksumOf({ url, checksums }: Release, prefix: string): Promise<string | undefined> {
  const response = await fetch(prefix + checksums, { signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response.ok) return undefined;
  const lines = (await response.text()).split("\n").map((line) => line.trim().split(/\s+/));
  const line = lines.find(([, file]) => file === basename(url)) ?? lines.find((words) => words.length === 1);
  return line?.[0] || undefined;
}

async function save(url: string, file: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!response.ok || !response.body) return false;
  await pipeline(response.body, createWriteStream(file));
  return true;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
