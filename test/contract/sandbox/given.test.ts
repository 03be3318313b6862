import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { findGiven } from "../../../sandbox/control-plane/given.ts";

const versions = {
  kwok: "kwok version v0.8.0 go1.26.8 (linux/amd64)",
  etcd: "etcd Version: 3.6.8",
  "kube-apiserver": "Kubernetes v1.35.0",
  "kube-controller-manager": "Kubernetes v1.35.0",
  "kube-scheduler": "Kubernetes v1.35.0",
};

const variables = ["K8S_MIGRATE_CONTROL_PLANE", "PATH"] as const;
const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
let folder: string;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "given-test-"));
  process.env.PATH = "/usr/bin:/bin";
  lines = [];
  jest.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const name of variables) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  await rm(folder, { recursive: true });
});

async function give(programs: Partial<typeof versions>): Promise<void> {
  for (const [name, version] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\necho '${version}'\n`);
    await chmod(join(folder, name), 0o755);
  }
}

test.each(variables)("a complete set of new programs is taken from %s", async (variable) => {
  await give(versions);
  process.env[variable] = variable === "PATH" ? `${folder}:/usr/bin:/bin` : folder;

  const found = await findGiven();

  expect(found).toEqual(Object.fromEntries(Object.keys(versions).map((name) => [name, join(folder, name)])));
  expect(lines).toEqual([]);
});

test.each([
  [
    "is too old",
    { ...versions, "kube-scheduler": "Kubernetes v1.34.9" },
    "kube-scheduler is 1.34.9, at least 1.35 is needed",
  ],
  [
    "is missing",
    { kwok: versions.kwok, etcd: versions.etcd },
    "kube-apiserver, kube-controller-manager, kube-scheduler missing",
  ],
])("a set in which one %s is passed over in one line that says why", async (_, programs, reason) => {
  await give(programs);
  process.env.K8S_MIGRATE_CONTROL_PLANE = folder;

  expect(await findGiven()).toBeUndefined();

  expect(lines).toEqual([`[sandbox] control plane from K8S_MIGRATE_CONTROL_PLANE=${folder} is not used: ${reason}\n`]);
});

test("nothing is said of a PATH that has none of them", async () => {
  delete process.env.K8S_MIGRATE_CONTROL_PLANE;

  expect(await findGiven()).toBeUndefined();

  expect(lines).toEqual([]);
});
