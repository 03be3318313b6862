import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createRole } from "../../../sandbox/aws/roles.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { RegistryRequest } from "../../../src/actions/deploy/registry.ts";
import { withRegistryLogins } from "../../../src/actions/deploy/registry.ts";
import type { ActionsIo } from "../../../src/adapters/github/actions-io.ts";
import { helmCharts } from "../../../src/adapters/helm/helm-charts.ts";
import type { HelmProgram } from "../../../src/adapters/helm/run-helm.ts";
import type { RegistryLogin } from "../../../src/chart/registry-config.ts";
import { selfSigned } from "../../support/certificate.ts";
import { type ChartSite, digestOf, type SiteLogin, startChartSite } from "../../support/chart-site.ts";
import { packChart } from "../../support/charts.ts";
import { helms } from "../../support/cluster-view.ts";
import { writeChart } from "../../support/dependent-charts.ts";
import { sessionOf } from "../../support/login.ts";
import { withArguments } from "../../support/process-arguments.ts";
import { type ForwardProxy, startProxy } from "../../support/proxy.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { cleanHelm } from "./clean-helm.ts";

// Registries by the names that charts have, which a proxy leads to sites of this test. None gives anything without its login.

const ecr = "111122223333.dkr.ecr.us-west-2.amazonaws.com";
const login = { username: "deployer", password: "Registry-Pass-4711!" };
const sites: Record<string, SiteLogin> = {
  "basic.example.com": { ...login, challenge: "Basic" },
  "bearer.example.com": { ...login, challenge: "Bearer" },
  // What the emulator of AWS gives for a login: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
  [ecr]: { username: "AWS", password: "ministack-auth-token", challenge: "Basic" },
};

let sandbox: Sandbox;
let started: ChartSite[];
let proxy: ForwardProxy;
let archive: string;
/** How Helm reaches the sites. */
let net: Record<string, string>;

beforeAll(async () => {
  sandbox = await runningSandbox();
  const folder = await tempFolder();
  archive = await packChart("settings", folder);
  const certificate = selfSigned(Object.keys(sites));
  const caFile = join(folder, "ca.crt");
  await writeFile(caFile, certificate.cert);
  const pushed = [{ name: "charts/settings", version: "0.3.1", archive }];
  const empty = await tempFolder();
  started = await Promise.all(
    Object.values(sites).map((each) => startChartSite({ folder: empty, pushed, tls: certificate, login: each })),
  );
  const ports = Object.keys(sites).map((host, at) => [host, Number(new URL(started[at]?.url ?? "").port)] as const);
  proxy = await startProxy([], Object.fromEntries(ports));
  net = { HTTPS_PROXY: proxy.url, SSL_CERT_FILE: caFile };
});
afterAll(async () => {
  await Promise.all([...started, proxy].map((each) => each.close()));
});

/** The AWS credentials of the job, in the environment of this process: as for the step. */
const AWS = /^(AWS_|ACTIONS_ID_TOKEN)/;
let before: Record<string, string | undefined>;
beforeEach(() => {
  before = { ...process.env };
  job({});
});
afterEach(() => {
  job({});
  Object.assign(process.env, Object.fromEntries(Object.entries(before).filter(([name]) => AWS.test(name))));
});

function job(credentials: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (AWS.test(name)) delete process.env[name];
  Object.assign(process.env, { AWS_ENDPOINT_URL: sandbox.aws.url, AWS_EC2_METADATA_DISABLED: "true" }, credentials);
}

describe.each(helms)("Helm %s", (major) => {
  const noCluster = { kind: "kubeconfig", kubeconfig: "", kubeContext: "" } as const;

  /** What the step would do: get the logins, then the chart. */
  async function pull(
    request: Partial<RegistryRequest> & { at: string },
    given: HelmProgram,
  ): Promise<{ digest: string; hidden: string[]; shown: string[] }> {
    const { at, ...more } = request;
    const [hidden, shown]: [string[], string[]] = [[], []];
    const log = { info: (line: string) => shown.push(line), warn: (line: string) => shown.push(line) };
    const io = { hide: (texts: string[]) => hidden.push(...texts), log } as unknown as ActionsIo;
    const chart = { kind: "oci", text: `oci://${at}/charts/settings`, version: "0.3.1" } as const;
    const folder = await tempFolder();
    const asked = { chart, target: noCluster, registryLogin: undefined, helmArgs: [], ...more };
    const program = await withRegistryLogins(asked, { program: given, folder }, io);
    const { digest } = await helmCharts(program, { folder, extraArguments: [] }).fetch(asked.chart);
    return { digest, hidden, shown };
  }

  const wanted = async () => digestOf(await readFile(archive));
  const withLogin = (host: string, more: Partial<RegistryLogin> = {}) => ({
    at: host,
    registryLogin: { host, ...login, ...more },
  });

  describe.each(["basic.example.com", "bearer.example.com"])("%s", (host) => {
    test("gives the chart with the login of the inputs, which is in no arguments, and to nobody else", async () => {
      const helm = await cleanHelm(major, net);
      await expect(pull({ at: host }, helm)).rejects.toThrow(
        /pull chart oci:.* failed: [\s\S]*(401|basic credential not found|no basic auth credentials)/,
      );
      const { result, commandLines } = await withArguments(() => pull(withLogin(host), helm));
      expect(result.digest).toBe(await wanted());
      expect(commandLines.filter((line) => line.includes(" pull oci:"))).not.toEqual([]);
      expect(commandLines.filter((line) => line.includes(login.password))).toEqual([]);
    });

    test("refuses a wrong password, in words that do not hold it", async () => {
      const helm = await cleanHelm(major, net);
      const failed = await pull(withLogin(host, { password: "Another-Pass-4711" }), helm).then(String, String);
      expect(failed).toMatch(/pull chart oci:.* failed: [\s\S]*401/);
      expect(failed).not.toContain("Another-Pass");
    });

    test.each(["Helm's", "HELM_REGISTRY_CONFIG's", "helm-args'", "Docker's"])(
      "gives it with a login in %s own file, which stays as it is",
      async (whose) => {
        const { HOME = "", ...env } = (await cleanHelm(major, net)).env;
        const own = join(HOME, ".config", "helm", "registry", "config.json");
        const path =
          { "Helm's": own, "Docker's": join(HOME, ".docker", "config.json") }[whose] ?? join(HOME, "mine.json");
        await mkdir(join(path, ".."), { recursive: true });
        const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
        await writeFile(path, JSON.stringify({ auths: { [host]: { auth } } }));
        const more = whose === "HELM_REGISTRY_CONFIG's" ? { HELM_REGISTRY_CONFIG: path } : {};
        const helm = { ...(await cleanHelm(major)), env: { HOME, ...env, ...more } };
        const helmArgs = whose === "helm-args'" ? [`--registry-config=${path}`] : [];
        expect((await pull({ at: host, helmArgs }, helm)).digest).toBe(await wanted());
        // Beside a login to another registry, too; and one of the inputs wins over it.
        const other = { host: "other.example.com", username: "x", password: "y" };
        expect((await pull({ at: host, registryLogin: other, helmArgs }, helm)).digest).toBe(await wanted());
        const wrong = withLogin(host, { password: "Another-Pass-4711" });
        await expect(pull({ ...wrong, helmArgs }, helm)).rejects.toThrow(/401/);
      },
    );
  });

  test("a login beside a program that keeps all others", async () => {
    const bin = await tempFolder();
    const answer = JSON.stringify({ Username: login.username, Secret: login.password });
    const store = `#!/bin/sh\nread host\n[ "$host" = bearer.example.com ] && echo '${answer}' && exit\necho "credentials not found in native keychain"; exit 1\n`;
    await writeFile(join(bin, "docker-credential-kept"), store, { mode: 0o755 });
    const config = join(bin, "config.json");
    await writeFile(config, JSON.stringify({ credsStore: "kept" }));
    const env = { ...net, PATH: `${bin}:${process.env.PATH}`, HELM_REGISTRY_CONFIG: config };
    const helm = await cleanHelm(major, env);
    const chart = await writeChart(await tempFolder(), "orders", [
      { name: "settings", version: "0.3.1", repository: "oci://bearer.example.com/charts" },
    ]);
    const folder = { kind: "folder", text: chart } as const;
    const registryLogin = { host: "basic.example.com", ...login };
    await pull({ at: "", chart: folder, registryLogin }, helm);
    expect((await pull(withLogin("basic.example.com"), helm)).digest).toBe(await wanted());
    await expect(pull({ at: "basic.example.com" }, helm)).rejects.toThrow(
      /basic credential not found|no basic auth credentials/,
    );
  });

  describe("ECR", () => {
    const puller = { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" } as const;
    const roleThatMay = (name: string, Action: string) =>
      createRole(sandbox.aws, {
        name: `${name}-${major}`,
        trust: { account: sandbox.aws.accountId },
        policy: [{ ...puller, Action }],
      });

    test("a chart is pulled with the AWS login of the job, and only with it", async () => {
      const helm = await cleanHelm(major, net);
      job(await sessionOf(sandbox, await roleThatMay("pulls", "ecr:GetAuthorizationToken")));
      const { result, commandLines } = await withArguments(() => pull({ at: ecr }, helm));
      expect(result.digest).toBe(await wanted());
      expect(result.shown).toContain(`Logged in to ${ecr}`);
      expect(result.hidden).toContain("ministack-auth-token");
      expect(commandLines.filter((line) => line.includes("ministack-auth-token"))).toEqual([]);
      job({});
      await expect(pull({ at: ecr }, helm)).rejects.toThrow(
        /pull chart oci:.* failed: [\s\S]*(401|basic credential not found|no basic auth credentials)/,
      );
    });

    test("a dependency is, by a role, which is left when all is there", async () => {
      const helm = await cleanHelm(major, net);
      job(await sessionOf(sandbox, await roleThatMay("assumes", "sts:AssumeRole")));
      const roleToAssume = await roleThatMay("pulls", "ecr:GetAuthorizationToken");
      const target = { kind: "eks", cluster: "shop", region: "us-west-2", roleToAssume, kubeContext: "" } as const;
      const needs = [{ name: "settings", version: "0.3.1", repository: `oci://${ecr}/charts` }];
      const chart = { kind: "folder", text: await writeChart(await tempFolder(), "orders", needs) } as const;
      expect((await pull({ at: "", chart, target }, helm)).shown).toContain(`Logged in to ${ecr}`);
      expect((await pull({ at: "", chart, target }, helm)).shown).toEqual([]);
    });

    test("a login that may not says which permission it lacks, unless somebody has logged in before", async () => {
      const helm = await cleanHelm(major, net);
      job(await sessionOf(sandbox, await roleThatMay("reads", "ecr:DescribeRepositories")));
      await expect(pull({ at: ecr }, helm)).rejects.toThrow(
        /^ECR: get a login for 111122223333.* failed: AccessDenied.*\nNext: allow ecr:GetAuthorizationToken .* in a policy of reads-\d; .*ecr:BatchGetImage and ecr:GetDownloadUrlForLayer/,
      );
      const config = join(await tempFolder(), "config.json");
      const auth = Buffer.from("AWS:ministack-auth-token").toString("base64");
      await writeFile(config, JSON.stringify({ auths: { [ecr]: { auth } } }));
      const known = { ...helm, env: { ...helm.env, HELM_REGISTRY_CONFIG: config } };
      const { digest, shown } = await pull({ at: ecr }, known);
      expect(digest).toBe(await wanted());
      expect(shown).toEqual([expect.stringMatching(/^No new login to 1111.*: ECR: .*AccessDenied/)]);
    });

    test("a role that cannot be had is an error, and a login of the inputs goes before AWS", async () => {
      const helm = await cleanHelm(major, net);
      const roleToAssume = "arn:aws:iam::000000000000:role/absent";
      const target = { kind: "eks", cluster: "shop", region: "us-west-2", roleToAssume, kubeContext: "" } as const;
      await expect(pull({ at: ecr, target }, helm)).rejects.toThrow(/role\/absent/);
      const registryLogin = { host: ecr, username: "AWS", password: "ministack-auth-token" };
      expect((await pull({ at: ecr, target, registryLogin }, helm)).shown).toEqual([]);
    });
  });
});
