import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "../process/run.ts";
import { progress } from "../progress.ts";
import type { BinaryName, Program } from "./programs.ts";

type Release = {
  /** Host and path, without the scheme, so that a mirror can serve it below its own base. */
  url: string;
  checksums: string;
  /** The program's path in the archive, where the release is one. */
  inArchive?: string;
};

const ANSWER_MS = 5_000;
const DOWNLOAD_MS = 600_000;

/** Hosts that did not answer: asked once a run only. */
const unreachable = new Set<string>();

/**
 * Downloads the official release of a program, or what the mirror K8S_MIGRATE_RELEASE_BASE holds at the same host and path,
 * and checks it against the checksum that is published beside it.
 *
 * @returns false when there is no release for this machine, the site cannot be reached, or no checksum is published (as for
 *   kwok); said in one line
 * @throws when the checksum is not the published one
 */
export async function download({ name, version, file }: Program): Promise<boolean> {
  const release = releaseOf(name, version);
  const base = process.env.K8S_MIGRATE_RELEASE_BASE ?? "https:/";
  const host = new URL(`${base}/${release.url}`).host;
  if (unreachable.has(host)) return false;
  const checksums = await get(`${base}/${release.checksums}`, ANSWER_MS).then(
    (response) => response?.text(),
    (error: Error) => {
      unreachable.add(host);
      const cause = error.cause instanceof Error ? error.cause.message : error.message;
      progress(`${host} cannot be reached (${cause}): the control plane is built from source instead`);
    },
  );
  if (!checksums) return false;
  const archive = join(dirname(file), basename(release.url));
  const expected = checksumFor(basename(release.url), checksums);
  progress(`${name} ${version}: downloading from ${host} ...`);
  const response = await get(`${base}/${release.url}`, DOWNLOAD_MS);
  if (!response?.body || !expected) return false;
  await pipeline(response.body, createWriteStream(archive));
  const actual = await sha256(archive);
  if (actual !== expected) {
    throw new Error(
      `${release.url} from ${host} has the SHA-256 ${actual}, published is ${expected}: do not use it. ` +
        "Try again, or name a folder with the programs in K8S_MIGRATE_CONTROL_PLANE.",
    );
  }
  if (release.inArchive) {
    await run("tar", ["-xzf", archive, "-C", dirname(file), "--strip-components=1", release.inArchive]);
    await rm(archive);
  } else {
    await rename(archive, file);
  }
  await chmod(file, 0o755);
  return true;
}

function releaseOf(name: BinaryName, version: string): Release {
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

/** Undefined when the server answers that there is no such file. */
async function get(url: string, timeoutMs: number): Promise<Response | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  return response.ok ? response : undefined;
}

/** From a file that holds the checksum alone, or lines of "<checksum>  <file>". */
function checksumFor(file: string, checksums: string): string | undefined {
  const lines = checksums.split("\n").map((line) => line.trim().split(/\s+/));
  const line = lines.find(([, name]) => name === file) ?? (lines[0]?.length === 1 ? lines[0] : undefined);
  return line?.[0];
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
