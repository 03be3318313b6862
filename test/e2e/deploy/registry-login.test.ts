import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { iamClient } from "../../../sandbox/aws/clients.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { selfSigned } from "../../support/certificate.ts";
import { type ChartSite, type SiteLogin, startChartSite } from "../../support/chart-site.ts";
import { packChart } from "../../support/charts.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { writeChart } from "../../support/dependent-charts.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { leaks, placesInNamespace, placesOfRun } from "../../support/leaks.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { withArguments } from "../../support/process-arguments.ts";
import { type ForwardProxy, startProxy } from "../../support/proxy.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// Registries by the names that charts have, which a proxy leads to sites of this test. None gives anything without its login.

const ecr = "111122223333.dkr.ecr.us-west-2.amazonaws.com";
const registry = "registry.example.com";
const password = "Registry-Pass-4711!";
const logins: Record<string, SiteLogin> = {
  [registry]: { username: "deployer", password, challenge: "Bearer" },
  // What the emulator of AWS gives for a login.
  [ecr]: { username: "AWS", password: "ministack-auth-token", challenge: "Basic" },
};
const ofInputs = { "registry-username": "deployer", "registry-password": password };
/** What must not be anywhere: the password, and the form in which a registry gets it. */
const secrets = {
  password,
  pair: `deployer:${password}`,
  token: "ministack-auth-token",
  awsPair: "AWS:ministack-auth-token",
};

let sandbox: Sandbox;
let cluster: ClusterView;
let sites: ChartSite[];
let proxy: ForwardProxy;
/** How a job reaches the registries. */
let net: Record<string, string>;

beforeAll(async () => {
  [sandbox, cluster] = [await runningSandbox(), await clusterView()];
  const folder = await tempFolder();
  const archive = await packChart("settings", folder);
  const certificate = selfSigned(Object.keys(logins));
  await writeFile(join(folder, "ca.crt"), certificate.cert);
  const pushed = [{ name: "charts/settings", version: "0.3.1", archive }];
  const empty = await tempFolder();
  sites = await Promise.all(
    Object.values(logins).map((login) => startChartSite({ folder: empty, pushed, tls: certificate, login })),
  );
  const ports = Object.keys(logins).map((host, at) => [host, Number(new URL(sites[at]?.url ?? "").port)] as const);
  proxy = await startProxy([], Object.fromEntries(ports));
  net = { HTTPS_PROXY: proxy.url, NO_PROXY: "127.0.0.1", SSL_CERT_FILE: join(folder, "ca.crt") };
});
afterAll(async () => {
  await Promise.all([...sites, proxy].map((each) => each.close()));
});

describe.each(helms)("Helm %s", (helm) => {
  test("deploys a chart from a registry with the login of the inputs, which is shown nowhere", async () => {
    const namespace = newNamespace();
    const inputs = { namespace, chart: `oci://${registry}/charts/settings`, "chart-version": "0.3.1", ...ofInputs };
    const env = { ...net, RUNNER_DEBUG: "1", HELM_DEBUG: "true" };
    const { result: run, commandLines } = await withArguments(() => deploy(helm, inputs, { env }));
    expect(run).toMatchObject({ code: 0, errors: [], outputs: { chart: "settings", "chart-version": "0.3.1" } });
    expect(run.masks).toEqual(expect.arrayContaining([password]));
    const places = [
      ...(await placesOfRun(run, await run.post())),
      ...(await placesInNamespace(namespace)),
      { name: "arguments", text: commandLines.join("\n") },
    ];
    expect(leaks(places, secrets)).toEqual([]);
    expect(commandLines.filter((line) => line.includes(` pull oci://${registry}`))).not.toEqual([]);
  });

  test("deploys a folder whose dependency is in a registry with a login", async () => {
    const namespace = newNamespace();
    const needs = { name: "settings", version: "0.3.1", repository: `oci://${registry}/charts` };
    const chart = await writeChart(await tempFolder(), "orders", [needs]);
    const run = await deploy(helm, { namespace, chart, ...ofInputs }, { env: net });
    expect(run).toMatchObject({ code: 0, errors: [], outputs: { chart: "orders" } });
    const manifest = await cluster.helm(helm, "get", "manifest", "orders", "--namespace", namespace);
    expect(manifest).toContain("# Source: orders/charts/settings/templates/settings.yaml");
  });

  test("says that a login is wrong, without it", async () => {
    const namespace = newNamespace();
    const chart = { chart: `oci://${registry}/charts/settings`, "chart-version": "0.3.1" };
    const wrong = { ...ofInputs, "registry-password": "Another-Pass-4711" };
    const run = await deploy(helm, { namespace, ...chart, ...wrong }, { env: net });
    expect(run).toMatchObject({ code: 1, errors: [expect.stringMatching(/pull chart oci:.* failed: [\s\S]*401/)] });
    expect(leaks(await placesOfRun(run, await run.post()), { wrong: "Another-Pass-4711" })).toEqual([]);
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();
  });

  test("deploys a chart from ECR by the role that it deploys with, once that may", async () => {
    const role = await roleFor(sandbox);
    const namespace = newNamespace();
    const chart = { chart: `oci://${ecr}/charts/settings`, "chart-version": "0.3.1" };
    const inputs = { ...byRole(role), namespace, ...chart };
    const env = { ...oidcJob(sandbox), ...net };
    const refused = await deploy(helm, inputs, { env });
    expect(refused.code).toBe(1);
    expect(refused.errors).toEqual([
      expect.stringMatching(
        /^ECR: get a login for 1111.* failed: AccessDenied[\s\S]*Next: allow ecr:GetAuthorizationToken/,
      ),
    ]);
    expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();

    const Statement = [{ Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" }];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await iamClient(sandbox.aws).send(
      new PutRolePolicyCommand({ RoleName: role.name, PolicyName: "pull", PolicyDocument }),
    );
    const { result: run, commandLines } = await withArguments(() => deploy(helm, inputs, { env }));
    expect(run).toMatchObject({ code: 0, errors: [], outputs: { chart: "settings" } });
    expect(run.stdout).toContain(`Logged in to ${ecr}`);
    const places = [
      ...(await placesOfRun(run, await run.post())),
      { name: "arguments", text: commandLines.join("\n") },
    ];
    expect(leaks(places, secrets)).toEqual([]);
  });
});

test("a login that cannot be used is refused", async () => {
  const namespace = newNamespace();
  const oci = `oci://${registry}/charts/settings`;
  const both = await writeChart(await tempFolder(), "orders", [
    { name: "a", version: "1", repository: "oci://one.example.com/charts" },
    { name: "b", version: "1", repository: "oci://two.example.com/charts" },
  ]);
  const refused: [Record<string, string>, RegExp][] = [
    [{ chart: oci, "registry-username": "deployer" }, /^registry-password: missing; a login to a registry needs/],
    [{ chart: oci, "registry-password": password }, /^registry-username: missing; a login to a registry needs/],
    [{ chart: oci, registry }, /^registry-username: missing/],
    [{ chart: "charts/settings", ...ofInputs }, /^registry-username: not used here, since neither the chart nor/],
    [{ chart: oci, ...ofInputs, registry: `https://${registry}/charts` }, /is not a host; write registry.example.com$/],
    [
      { chart: oci, ...ofInputs, registry: "ghcr.io" },
      /^registry: nothing is pulled from ghcr.io; .*: registry.example.com$/,
    ],
    [{ chart: both, ...ofInputs }, /^registry: missing; .* for: one.example.com, two.example.com$/],
  ];
  for (const [inputs, message] of refused) {
    const run = await deploy("4", { namespace, ...inputs }, { env: net });
    expect(run).toMatchObject({ code: 1, errors: [expect.stringMatching(message)] });
    expect(run.masks.includes(password)).toBe("registry-password" in inputs);
  }
  expect(await cluster.get(`namespace/${namespace}`)).toBeUndefined();
});
