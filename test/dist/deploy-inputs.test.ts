import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type ActionRun, runAction } from "../support/run-action.ts";
import { tempFolder } from "../support/temp-folder.ts";

// What `deploy` refuses before it reaches for any cluster: the kubeconfig here leads nowhere.

let workspace: string;
beforeAll(async () => {
  workspace = await tempFolder();
  await mkdir(join(workspace, "chart"));
  await writeFile(join(workspace, "chart", "Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
  await writeFile(join(workspace, "broken.yaml"), "a: [1\nb: 2\n");
  await writeFile(join(workspace, "list.yaml"), "- 1\n");
});

const good = { release: "orders", namespace: "commerce", chart: "chart", kubeconfig: "absent" };

function refuse(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionRun> {
  return runAction("deploy", { workspace, inputs: { ...good, ...inputs }, env });
}

describe("one bad input is one error that says what to write", () => {
  test.each<[Record<string, string>, string | RegExp]>([
    [
      { release: "Orders_API" },
      'release: "Orders_API" is not a release name: use lower case letters, digits and "-", such as "orders-api"',
    ],
    [{ release: "x".repeat(54) }, /^release: "x+" has 54 characters, Helm allows 53$/],
    [{ namespace: "com merce" }, /^namespace: "com merce" is not a namespace name: .* such as "com-merce"$/],
    [
      { namespace: "kube-system" },
      "namespace: kube-system is protected; deploy elsewhere, or take it out of protected-namespaces",
    ],
    [{ "protected-namespaces": "default\ncommerce" }, /^namespace: commerce is protected/],
    [{ chart: "charts/shop/absent" }, /^chart: "charts\/shop\/absent" is not here/],
    [{ chart: "." }, /^chart: \. holds no Chart\.yaml; name the folder that does/],
    [{ "chart-version": "1.0.0" }, /^chart-version: not used with the path "chart"/],
    [
      { chart: "https://charts.example.com/x-1.tgz", "chart-version": "1" },
      /^chart-version: not used with the address/,
    ],
    [
      { chart: "oci://r.example.com/x", repository: "https://charts.example.com" },
      /^repository: not used with an oci:\/\/ chart/,
    ],
    [{ repository: "charts.example.com" }, /^repository: "charts.example.com" is not an address/],
    [{ "create-namespace": "yes" }, 'create-namespace: "yes" is neither true nor false'],
    [{ "namespace-labels": "team" }, 'namespace-labels: "team" is not key=value; write one a line, such as team=shop'],
    [{ set: "a=1\nb" }, /^set: "b" is not key=value/],
    [{ "set-string": "=b" }, /^set-string: "=b" is not key=value/],
    [{ values: "a: [1\nb: 2" }, /^values: line 2, column \d+: /],
    [{ values: "text" }, /^values: must be a YAML map/],
    [{ "value-files": "absent.yaml" }, "value-files: cannot read absent.yaml: there is no such file in the workspace"],
    [{ "value-files": "broken.yaml" }, /^value-files: broken.yaml: line 2, column \d+: /],
    [{ "value-files": "list.yaml" }, /^value-files: list.yaml: must be a YAML map/],
    [{ timeout: "5" }, 'timeout: "5" is not a duration above zero; write one such as 5m or 1h30m'],
    [{ timeout: "0s" }, /^timeout: "0s" is not a duration above zero/],
    [{ "history-max": "1" }, /^history-max: "1" must be a whole number of at least 2/],
    [{ "history-max": "many" }, /^history-max: "many" must be a whole number/],
    [{ "helm-version": "2" }, /^helm-version "2": only Helm 3 and Helm 4 are supported/],
    [{ "helm-version": "newest" }, /^helm-version "newest" is not a Helm version/],
    [{ "helm-version": "./chart" }, /^helm-version "\.\/chart" is not a Helm binary/],
    [{ recover: "Auto" }, /^recover: "Auto" is none of auto, never, auto-delete-volumes; did you mean auto\?$/],
    [{ "on-failure": "" }, /^on-failure: "" is none of rollback, keep$/],
    [{ cluster: "shop", "aws-region": "us-west-2" }, /^cluster and kubeconfig: give one of them, not both$/],
    [{ kubeconfig: "apiVersion: v1\nusers: []" }, /^kubeconfig: this is no path, but the text of a kubeconfig; /],
    [{ "role-to-assume": "arn:aws:iam::111122223333:role/x" }, /^role-to-assume: only used with cluster/],
  ])("%j", async (inputs, message) => {
    const run = await refuse(inputs);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe("");
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toMatch(message);
  });
});

test.each([
  ["--namespace=other", "namespace"],
  ["-n other", "namespace"],
  ["-nother", "namespace"],
  ["--kubeconfig=x", "kubeconfig"],
  ["--kube-context", "kube-context"],
  ["--kube-apiserver=https://example.com", "kubeconfig"],
  ["--values=a.yaml", "value-files"],
  ["-f=a.yaml", "value-files"],
  ["-fa.yaml", "value-files"],
  ["--set=a=b", "set"],
  ["--set-string=a=b", "set-string"],
  ["--timeout=1m", "timeout"],
  ["--history-max=3", "history-max"],
  ["--version=1", "chart-version"],
  ["--repo=https://example.com", "repository"],
  ["--dry-run", "dry-run"],
  ["--create-namespace", "create-namespace"],
  ["--atomic", "on-failure"],
  ["--rollback-on-failure", "on-failure"],
])("helm-args: %s is the input %s", async (argument, input) => {
  const run = await refuse({ "helm-args": `--description=x\n${argument}` });
  expect(run.errors).toEqual([
    expect.stringMatching(new RegExp(`^helm-args: -+[a-z-]+ is decided by the input ${input}; use that$`)),
  ]);
});

test.each([
  ["--wait", "--wait is decided by the action: it always waits"],
  ["--wait=false", "--wait is decided by the action: it always waits"],
  ["--wait=hookOnly", "--wait is decided by the action: it always waits"],
  ["--install=false", "--install is decided by the action: it always installs what is not there yet"],
  ["-i=false", "-i is decided by the action: it always installs what is not there yet"],
])("helm-args: %s is the action's own", async (argument, message) => {
  const run = await refuse({ "helm-args": `--wait-for-jobs\n${argument}` });
  expect(run.errors).toEqual([`helm-args: ${message}; leave it out`]);
});

test("all that is wrong comes in one list", async () => {
  const run = await refuse(
    {
      release: "",
      namespace: "kube-public",
      chart: "",
      timeout: "soon",
      "dry-run": "maybe",
      "cronjob-policy": "on",
      "helm-version": "2",
      recover: "sometimes",
      values: "- 1",
    },
    { HELM_DRIVER: "configmap" },
  );
  expect(run.code).toBe(1);
  expect(run.errors).toHaveLength(1);
  const [heading, ...problems] = (run.errors[0] ?? "").split("\n");
  expect(heading).toBe("Inputs of deploy:");
  expect(problems.map((problem) => /^- ([A-Za-z_-]+)/.exec(problem)?.[1] ?? problem).toSorted()).toEqual(
    [
      "HELM_DRIVER",
      "chart",
      "cronjob-policy",
      "dry-run",
      "helm-version",
      "namespace",
      "recover",
      "release",
      "timeout",
      "values",
    ].toSorted(),
  );
});

test("secret-values that are no YAML are refused without a part of them in sight", async () => {
  const run = await refuse({ "secret-values": "db:\n  password: |hunter22-x\n  key: *zebra-77-x" });
  expect(run.code).toBe(1);
  expect(run.errors).toEqual([
    expect.stringMatching(/^secret-values: line 2 is not plain YAML; .*toJSON\(secrets\.NAME\)/),
  ]);
  for (const text of [run.stdout, run.stderr, run.summary]) expect(text).not.toMatch(/hunter22|zebra-77/);
});
