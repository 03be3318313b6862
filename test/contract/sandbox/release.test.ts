import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { download } from "../../../sandbox/control-plane/release.ts";

const machine = `${process.platform}/${process.arch === "x64" ? "amd64" : process.arch}`;
const scheduler = `/mirror/dl.k8s.io/v1.36.3/bin/${machine}/kube-scheduler`;
const program = "#!/bin/sh\necho Kubernetes v1.36.3\n";

let folder: string;
let server: Server;
let served: Map<string, string | Buffer>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-test-"));
  served = new Map();
  server = createServer((request, response) => {
    const body = served.get(request.url ?? "");
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.env.K8S_MIGRATE_RELEASE_BASE = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`;
});

afterEach(async () => {
  delete process.env.K8S_MIGRATE_RELEASE_BASE;
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

function downloadScheduler(): Promise<boolean> {
  return download({ name: "kube-scheduler", version: "v1.36.3", file: join(folder, "kube-scheduler") });
}

test("a release with the published checksum becomes an executable program", async () => {
  served.set(scheduler, program).set(`${scheduler}.sha256`, sha256(program));

  expect(await downloadScheduler()).toBe(true);

  expect(execFileSync(join(folder, "kube-scheduler"), { encoding: "utf8" })).toBe("Kubernetes v1.36.3\n");
});

test("a release whose checksum differs from the published one is refused", async () => {
  served.set(scheduler, `${program}# changed\n`).set(`${scheduler}.sha256`, sha256(program));

  await expect(downloadScheduler()).rejects.toThrow(`but ${sha256(program)} is published: do not use it`);

  await expect(stat(join(folder, "kube-scheduler"))).rejects.toThrow("ENOENT");
});

test("a release without a published checksum is not taken", async () => {
  served.set(scheduler, program);

  expect(await downloadScheduler()).toBe(false);
});

test("etcd is taken out of its archive, whose checksum stands among others", async () => {
  const name = `etcd-v3.6.8-${machine.replace("/", "-")}`;
  const packed = join(folder, "packed", name);
  await mkdir(packed, { recursive: true });
  for (const file of ["etcd", "etcdctl"]) await writeFile(join(packed, file), file);
  execFileSync("tar", ["-czf", join(folder, "etcd.tar.gz"), "-C", dirname(packed), name]);
  const archive = await readFile(join(folder, "etcd.tar.gz"));
  const release = "/mirror/github.com/etcd-io/etcd/releases/download/v3.6.8";
  served.set(`${release}/${name}.tar.gz`, archive);
  served.set(`${release}/SHA256SUMS`, `${sha256("other")}  other.zip\n${sha256(archive)}  ${name}.tar.gz\n`);
  const file = join(folder, "made", "etcd");
  await mkdir(dirname(file));

  expect(await download({ name: "etcd", version: "v3.6.8", file })).toBe(true);

  expect(await readFile(file, "utf8")).toBe("etcd");
});

test("a site that does not answer is passed over", async () => {
  server.close();

  expect(await downloadScheduler()).toBe(false);
});
