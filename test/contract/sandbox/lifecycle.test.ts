import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type Cluster, startCluster, stopCluster } from "../../../sandbox/cluster/cluster.ts";
import { controlPlane } from "../../../sandbox/control-plane/binaries.ts";
import { stopDaemons } from "../../../sandbox/process/daemon.ts";
import { daemonsOf } from "../../../sandbox/process/mark.ts";
import { run } from "../../../sandbox/process/run.ts";
import { down, names, read, type Sandbox, up } from "../../../sandbox/sandbox.ts";

jest.setTimeout(120_000);

const cli = fileURLToPath(new URL("../../../sandbox/cli.ts", import.meta.url));
const unique = randomBytes(3).toString("hex");
// By their names they go with the sandbox of this run when it is interrupted.
const owner = process.env.K8S_MIGRATE_SANDBOX ?? "test";
const [left, right] = [`${owner}-left-${unique}`, `${owner}-right-${unique}`];
const clusters = [{ name: "only", region: "eu-west-1" }];
let boxes: Sandbox[];

beforeAll(async () => {
  boxes = await Promise.all([left, right].map((name) => up({ name, clusters })));
});

afterAll(async () => {
  for (const name of [left, right]) await down(name);
});

const nodesOf = ({ tools, clusters: { only } }: Sandbox) =>
  run(tools.kubectl, ["--kubeconfig", only?.adminKubeconfig ?? "", "get", "nodes", "--output=name"]);

test("two sandboxes that start at once run side by side", async () => {
  const nodes = await Promise.all(boxes.map(nodesOf));

  expect(nodes[0]).toBe(nodes[1]);
  expect(nodes[0]).toContain("node/ip-10-0-1-10.eu-west-1.compute.internal");
  expect(new Set(boxes.map((box) => box.clusters.only?.server)).size).toBe(2);
});

test("a second up of a sandbox that runs returns it as it is", async () => {
  expect(await up({ name: left, clusters })).toEqual(boxes[0]);
});

test("env makes a shell's kubectl and AWS tools use the sandbox, and status lists its parts", async () => {
  const script = `eval "$(${process.execPath} ${cli} env --name ${left})" && kubectl get nodes -o name && echo $AWS_ENDPOINT_URL`;
  const lines = (await run("bash", ["-c", script])).trim().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[3]).toBe(boxes[0]?.aws.url);

  const status = await run(process.execPath, [cli, "status"]);
  const { server, pids } = (boxes[0] as Sandbox).clusters.only as Cluster;
  expect(status).toMatch(
    new RegExp(`^only/kube-apiserver +runs +${pids["kube-apiserver"]} +${server} +/.*kube-apiserver.log$`, "m"),
  );
  expect(await run(process.execPath, [cli, "logs", "only/etcd", "--name", left])).toContain("etcd");
});

test("down ends what is left of a sandbox half of which is gone, and touches no other", async () => {
  const {
    folder,
    clusters: { only },
  } = boxes[0] as Sandbox;
  process.kill(only?.pids["kube-apiserver"] ?? 0, "SIGKILL");
  await rm(join(folder, "sandbox.json"));
  await rm(join(folder, "clusters"), { recursive: true, force: true });

  await run(process.execPath, [cli, "down", "--name", left]);

  expect(daemonsOf(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
  expect(await read(left)).toBeUndefined();
  expect(await names()).not.toContain(left);
  expect(await nodesOf(boxes[1] as Sandbox)).toContain("node/");
});

test("a cluster that is stopped leaves no process and no file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cluster-test-"));
  const cluster = await startCluster({ name: "one", region: "us-west-2", folder });
  expect(new Set(daemonsOf(folder).map(({ pid }) => pid))).toEqual(new Set(Object.values(cluster.pids)));

  await stopCluster(cluster);

  expect(daemonsOf(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

test("a cluster starts again when another program took one of its ports", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cluster-test-"));
  const programs = await mkdtemp(join(tmpdir(), "programs-test-"));
  const real = await controlPlane();
  for (const [name, path] of Object.entries(real)) if (name !== "etcd") await symlink(path, join(programs, name));
  // Ends the first time as etcd does when it cannot listen.
  const script = [
    "#!/bin/sh",
    `if [ "$1" != --version ] && ! [ -e ${programs}/once ]; then`,
    `  touch ${programs}/once; echo "listen tcp 127.0.0.1:20000: bind: address already in use"; exit 1`,
    "fi",
    `exec ${real.etcd} "$@"`,
  ];
  await writeFile(join(programs, "etcd"), script.join("\n"), { mode: 0o755 });
  const before = process.env.K8S_MIGRATE_CONTROL_PLANE;
  process.env.K8S_MIGRATE_CONTROL_PLANE = programs;
  try {
    const cluster = await startCluster({ name: "again", region: "us-west-2", folder });

    expect(existsSync(join(programs, "once"))).toBe(true);
    expect(await nodesOf({ ...(boxes[1] as Sandbox), clusters: { only: cluster } })).toContain("node/");
  } finally {
    if (before === undefined) delete process.env.K8S_MIGRATE_CONTROL_PLANE;
    else process.env.K8S_MIGRATE_CONTROL_PLANE = before;
    await stopDaemons(folder);
    for (const made of [folder, programs]) await rm(made, { recursive: true, force: true });
  }
});
