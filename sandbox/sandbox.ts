import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { registerCluster, startAws, tokenWebhookUrl } from "./aws/aws.ts";
import { cacheFolder } from "./cache/cache.ts";
import { withLock } from "./cache/lock.ts";
import { type Cluster, startCluster, stopLast } from "./cluster/cluster.ts";
import { controlPlane } from "./control-plane/binaries.ts";
import { startDns } from "./dns/dns.ts";
import { jwksUrl, startOidc } from "./oidc/oidc.ts";
import { stopDaemons } from "./process/daemon.ts";
import { daemonsOf, isDaemon } from "./process/mark.ts";
import { progress } from "./progress.ts";
import { pythonTools } from "./python/python.ts";
import { type Tools, tools } from "./tools/tools.ts";

export type { Cluster } from "./cluster/cluster.ts";

/** A sandbox that runs; kept as `sandbox.json` in its folder, so that other processes can use it. */
export type Sandbox = {
  name: string;
  folder: string;
  /** By name. */
  clusters: Record<string, Cluster>;
  /** The AWS emulator, its root credentials, and the file of what its rules and schedules started (`aws/starts.ts`). */
  aws: {
    url: string;
    accountId: string;
    accessKeyId: string;
    secretAccessKey: string;
    pid: number;
    startsFile: string;
  };
  /** What a runner gives its jobs as ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  oidc: { issuer: string; requestUrl: string; requestToken: string; pid: number };
  /** `127.0.0.1:20001` and the like: what the internet knows, what a VPC knows, and the four name servers of each public zone. */
  dns: { resolver: string; vpcResolver: string; nameServers: string[]; control: string; pid: number };
  tools: Tools & { act: string };
};

type ClusterName = { name: string; region: string };

/** The clusters that people get: one service's production and its staging. */
export const usualClusters = [
  { name: "shop", region: "us-west-2" },
  { name: "shop-staging", region: "us-west-2" },
];

/**
 * Starts a sandbox, all on 127.0.0.1, or returns the one of that name that runs. What is missing on the machine is installed
 * into the cache first. Its parts outlive this process: end them by `down`.
 *
 * @throws when a part does not come up, with the log to read; nothing runs then, and the folder with the logs stays
 */
export async function up(options: { name: string; clusters: ClusterName[] }): Promise<Sandbox> {
  const { name, clusters } = options;
  return locked(name, async () => {
    const running = await read(name);
    if (running && pidsOf(running).every(isDaemon)) {
      progress(`sandbox ${name} is up`);
      return running;
    }
    await remove(name);
    // Before anything runs: this can take minutes, and fail.
    await controlPlane();
    const installed = { ...(await tools()), act: (await pythonTools()).act };
    const start = Date.now();
    const folder = folderOf(name);
    try {
      const sandbox = await startParts({ name, folder, clusters, tools: installed });
      await write(sandbox);
      progress(`sandbox ${name} is up after ${((Date.now() - start) / 1000).toFixed(1)} s`);
      return sandbox;
    } catch (error) {
      await stopDaemons(folder, stopLast);
      progress(`sandbox ${name} did not start; its logs are in ${folder}`);
      throw error;
    }
  });
}

async function startParts(
  options: Pick<Sandbox, "name" | "folder" | "tools"> & { clusters: ClusterName[] },
): Promise<Sandbox> {
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await linkTools(join(folder, "bin"), options.tools);
  const oidc = await startOidc({ folder });
  const aws = await startAws({ folder, jwks: { [oidc.issuer]: jwksUrl(oidc) } });
  const start = async (each: ClusterName) => {
    const tokenWebhook = { url: tokenWebhookUrl(aws, each) };
    const own = join(folder, "clusters", each.name);
    const cluster = await startCluster({ ...each, folder: own, tokenWebhook, gatewayApi: true });
    await registerCluster(aws, cluster);
    return cluster;
  };
  const regions = ["us-east-1", "us-west-1", ...options.clusters.map(({ region }) => region)];
  const parts = [
    startDns({ folder, aws, accounts: [aws.accountId], regions }),
    ...options.clusters.map(start),
  ] as const;
  // All of them, also when one fails: none may start on after that is cleaned up.
  await Promise.allSettled(parts);
  const [dns, ...clusters] = await Promise.all(parts);
  return { ...options, clusters: Object.fromEntries(clusters.map((each) => [each.name, each])), aws, oidc, dns };
}

/** A folder for PATH; `helm` is Helm 4. */
async function linkTools(folder: string, installed: Sandbox["tools"]): Promise<void> {
  await mkdir(folder);
  const links = { ...installed, helm: installed.helm4 };
  for (const [link, tool] of Object.entries(links)) await symlink(tool, join(folder, link));
}

/**
 * Stops the sandbox of that name and removes its folder, whatever is left of either.
 */
export async function down(name: string): Promise<void> {
  await locked(name, async () => {
    await remove(name);
    await rm(lockOf(name), { force: true });
  });
}

/** Stops that sandbox and every one whose name begins with its name and a hyphen: those that tests on it started. */
export async function downFamily(name: string): Promise<void> {
  const family = (await names()).filter((each) => each.startsWith(`${name}-`));
  for (const each of [name, ...family]) await down(each);
}

/** The sandbox of that name, if it was started and not stopped since; some of its parts may have died. */
export async function read(name: string): Promise<Sandbox | undefined> {
  const file = join(folderOf(name), "sandbox.json");
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Sandbox) : undefined;
}

/** The names of all sandboxes of which a folder or a process is left. */
export async function names(): Promise<string[]> {
  const folders = await readdir(runFolder()).catch(() => []);
  const owners = daemonsOf(runFolder()).map(({ folder }) => relative(runFolder(), folder).split(sep)[0] ?? "");
  return [...new Set([...folders, ...owners])].filter((name) => validName.test(name)).toSorted();
}

const validName = /^[a-z0-9][a-z0-9-]{0,40}$/;

function runFolder(): string {
  return join(cacheFolder(), "run");
}

function folderOf(name: string): string {
  if (!validName.test(name)) throw new Error(`"${name}" cannot name a sandbox: use a-z, 0-9 and hyphens, at most 41.`);
  return join(runFolder(), name);
}

function lockOf(name: string): string {
  return `${folderOf(name)}.lock`;
}

function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  return withLock(lockOf(name), work, () =>
    progress(`sandbox ${name}: waiting for the run that starts or stops it ...`),
  );
}

async function remove(name: string): Promise<void> {
  await stopDaemons(folderOf(name), stopLast);
  await rm(folderOf(name), { recursive: true, force: true });
}

function pidsOf({ aws, oidc, dns, clusters }: Sandbox): number[] {
  // A sandbox that an older version has started has no DNS.
  return [aws.pid, oidc.pid, dns?.pid ?? 0, ...Object.values(clusters).flatMap(({ pids }) => Object.values(pids))];
}

/** Written aside first, so that a reader never finds half of it. */
async function write(sandbox: Sandbox): Promise<void> {
  const file = join(sandbox.folder, "sandbox.json");
  await writeFile(`${file}.new`, JSON.stringify(sandbox, undefined, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
