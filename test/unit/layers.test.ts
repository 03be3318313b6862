import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

// Each file breaks one rule, or none. The lint of the repository itself runs on them, in a copy of its settings.
const forbidden: Record<string, { code: string; message: string }> = {
  "src/release/rule-imports-playbook.ts": {
    code: 'export { plan } from "../playbook/plan.ts";',
    message: "domain must not import from playbook",
  },
  "src/release/rule-imports-port.ts": {
    code: 'import type { Helm } from "../ports/helm.ts";\nexport type A = Helm;',
    message: "domain must not import from ports",
  },
  "src/errors-with-adapter.ts": {
    code: 'export * from "./adapters/helm/cli.ts";',
    message: "domain must not import from adapters",
  },
  "src/playbook/imports-shell.ts": {
    code: 'export { run } from "../actions/deploy/run.ts";',
    message: "playbook must not import from actions",
  },
  "src/playbook/imports-adapter-later.ts": {
    code: 'export const load = async () => import("../adapters/helm/cli.ts");',
    message: "playbook must not import from adapters",
  },
  "src/playbook/imports-adapter-type.ts": {
    code: 'export type Cli = import("../adapters/helm/cli.ts").Cli;',
    message: "playbook must not import from adapters",
  },
  "src/ports/imports-playbook.ts": {
    code: 'export { plan } from "../playbook/plan.ts";',
    message: "ports must not import from playbook",
  },
  "src/adapters/helm/imports-shell.ts": {
    code: 'export { run } from "../../actions/deploy/run.ts";',
    message: "adapters must not import from actions",
  },
  "src/adapters/helm/imports-playbook.ts": {
    code: 'export { plan } from "../../playbook/plan.ts";',
    message: "adapters must not import from playbook",
  },
  "src/actions/deploy/imports-core.ts": {
    code: 'export { info } from "@actions/core";',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/actions/deploy/imports-aws-later.ts": {
    code: 'export const load = async () => import("@aws-sdk/client-eks");',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/playbook/imports-smithy.ts": {
    code: 'export { SignatureV4 } from "@smithy/signature-v4";',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/ports/imports-kubernetes-type.ts": {
    code: 'export type { V1Pod } from "@kubernetes/client-node";',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/playbook/imports-child-process.ts": {
    code: 'export { spawn } from "node:child_process";',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/release/imports-fs.ts": {
    code: 'export { readFile } from "fs/promises";',
    message: "Only src/adapters/ reaches the outside world",
  },
  "src/actions/deploy/imports-sandbox.ts": {
    code: 'export { up } from "../../../sandbox/sandbox.ts";',
    message: "src/ stands alone",
  },
  "src/adapters/helm/imports-test.ts": {
    code: 'export { fake } from "../../../test/support/fake.ts";',
    message: "src/ stands alone",
  },
  "src/adapters/helm/imports-unknown.ts": {
    code: "export const load = async (name: string): Promise<unknown> => import(name);",
    message: "Import a name that is written out",
  },
  "src/release/reads-env.ts": { code: "export const home = process.env.HOME;", message: "must not read process.env" },
  "src/playbook/reads-env-by-name.ts": {
    code: 'export const env = process["env"];',
    message: "must not read process.env",
  },
  "src/ports/takes-env.ts": { code: "export const { env } = process;", message: "must not read process.env" },
  "src/adapters/helm/reads-input.ts": {
    code: 'import { getInput } from "@actions/core";\nexport const value = getInput("namespace");',
    message: "Inputs are read in src/actions/ only",
  },
};

const allowed: Record<string, string> = {
  "src/main.ts": 'export const entries = { deploy: async () => import("./actions/deploy/run.ts") };',
  "src/actions/deploy/run.ts": [
    'import { plan } from "../../playbook/plan.ts";',
    'import { readInput } from "../../adapters/github/inputs.ts";',
    "export const run = (): unknown => [plan, readInput, process.env.HOME];",
  ].join("\n"),
  "src/playbook/plan.ts": [
    'import type { Helm } from "../ports/helm.ts";',
    'import { state } from "../release/state.ts";',
    'import { join } from "node:path";',
    "export const plan = (helm: Helm): unknown => [helm, state, join, process.exitCode];",
  ].join("\n"),
  "src/ports/helm.ts": 'import type { state } from "../release/state.ts";\nexport type Helm = typeof state;',
  "src/release/state.ts": 'export const state = "deployed";',
  "src/adapters/github/inputs.ts": [
    'import { getInput } from "@actions/core";',
    "export const readInput = (name: string): string => getInput(name);",
  ].join("\n"),
  "src/adapters/helm/cli.ts": [
    'import { spawn } from "node:child_process";',
    'import type { Helm } from "../../ports/helm.ts";',
    "export type Cli = Helm;",
    'export const cli = (): unknown => spawn("helm", [], { env: process.env });',
  ].join("\n"),
  "sandbox/sandbox.ts": 'export const up = (): unknown => [import("../src/release/state.ts"), process.env.HOME];',
};

type Finding = { code?: string; message: string; filename: string };
let folder: string;
let findings: Finding[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "layers-"));
  for (const part of [".oxlintrc.json", "scripts/lint", "tsconfig.json", "package.json"]) {
    await cp(part, join(folder, part), { recursive: true });
  }
  await symlink(join(process.cwd(), "node_modules"), join(folder, "node_modules"), "junction");
  const files = [
    ...Object.entries(forbidden).map(([path, { code }]) => [path, code] as const),
    ...Object.entries(allowed),
  ];
  for (const [path, code] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${code}\n`);
  }
  const oxlint = join("node_modules", "oxlint", "bin", "oxlint");
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [oxlint, "--format", "json"], { cwd: folder }, (_error, stdout) => done(stdout));
  });
  findings = (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics
    .filter((finding) => finding.code === "k8s-migrate(layers)")
    .map((finding) => ({ ...finding, filename: finding.filename.replaceAll("\\", "/") }));
}, 60_000);

afterAll(async () => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(forbidden))("the lint finds the fault in %s", (path, { message }) => {
  const messages = findings.filter((finding) => finding.filename === path).map((finding) => finding.message);
  expect(messages).not.toEqual([]);
  for (const found of messages) expect(found).toContain(message);
});

test("the lint lets pass what the layers allow", () => {
  const faults = new Set(Object.keys(forbidden));
  expect(findings.filter((finding) => !faults.has(finding.filename))).toEqual([]);
});
