import { readdir, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { clusterView, helms } from "../../support/cluster-view.ts";
import { byRole, deploy } from "../../support/deploy.ts";
import { leaks, type Place, placesInNamespace, placesOfRun } from "../../support/leaks.ts";
import { oidcJob, roleFor } from "../../support/login.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { onOutput } from "../../support/output.ts";
import { withArguments } from "../../support/process-arguments.ts";
import { type Recorder, startRecorder } from "../../support/recorder.ts";
import { slow } from "../../support/release-states/states.ts";
import { runAction } from "../../support/run-action.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// Secrets of the user (secret-values) and of the login (OIDC token, role session, EKS token) are searched for in all that a
// run leaves or shows. Keys that are made during the run are known from the answers of AWS and of the token service.

const values = {
  password: `p4ss "word" of #orders: {it's}`,
  key: "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nsecond/line+of==base64\n-----END KEY-----\n",
  number: "8412345678901234",
};
const secretValues = `secret: ${JSON.stringify({ ...values, number: Number(values.number) })}`;
/** Each line of a secret is looked for, and these two are in every key. */
const userSecrets = { ...values, key: values.key.replace(/-----.*-----\n/g, "") };

let sandbox: Sandbox;
let role: { arn: string };
let aws: Recorder;
let tokens: Recorder;
/** All that a debug run of GitHub sets, and Helm's own switch. */
const debug = { RUNNER_DEBUG: "1", ACTIONS_STEP_DEBUG: "true", ACTIONS_RUNNER_DEBUG: "true", HELM_DEBUG: "true" };
let job: Record<string, string>;

beforeAll(async () => {
  sandbox = await runningSandbox();
  role = await roleFor(sandbox);
});
beforeEach(async () => {
  [aws, tokens] = [await startRecorder(sandbox.aws.url), await startRecorder(sandbox.oidc.requestUrl)];
  job = { ...oidcJob(sandbox), AWS_ENDPOINT_URL: aws.url, ACTIONS_ID_TOKEN_REQUEST_URL: tokens.url };
});
afterEach(async () => {
  await Promise.all([aws.close(), tokens.close()]);
});

/** What the login used in this run. Throws when it used nothing: then there is nothing to look for. */
function loginSecrets(): Record<string, string> {
  const [, secretKey] = /<SecretAccessKey>(.*?)</.exec(aws.answers.join("\n")) ?? [];
  const [, sessionToken] = /<SessionToken>(.*?)</.exec(aws.answers.join("\n")) ?? [];
  const { value: idToken } = JSON.parse(tokens.answers[0] ?? "{}") as { value?: string };
  if (!secretKey || !sessionToken || !idToken) throw new Error("The login's keys were not seen.");
  // Every EKS token begins so.
  return { secretKey, sessionToken, idToken, requestToken: sandbox.oidc.requestToken, eksToken: "k8s-aws-v1." };
}

async function deployAndLook(
  helm: "3" | "4",
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<{ places: Place[]; code: number | null; log: string; commandLines: string[] }> {
  const namespace = newNamespace();
  const { result: run, commandLines } = await withArguments(() =>
    deploy(helm, { ...byRole(role), namespace, ...inputs }, { env: { ...job, ...env } }),
  );
  const places = [
    ...(await placesOfRun(run, await run.post())),
    ...(await placesInNamespace(namespace)),
    { name: "arguments", text: commandLines.join("\n") },
  ];
  return { places, code: run.code, log: run.stdout, commandLines };
}

describe.each(helms)("Helm %s", (helm) => {
  test.each(["a run", "a debug run"])("%s that succeeds shows no secret anywhere", async (kind) => {
    const env = kind === "a run" ? {} : debug;
    const { places, code, commandLines } = await deployAndLook(helm, { "secret-values": secretValues }, env);
    expect(code).toBe(0);
    expect(leaks(places, { ...userSecrets, ...loginSecrets() })).toEqual([]);
    // The search did look where secrets could have been.
    for (const program of [" upgrade orders ", "eks-credential"]) {
      expect(commandLines.filter((line) => line.includes(program))).not.toEqual([]);
    }
    expect(places.map(({ name }) => name)).toEqual(expect.arrayContaining(["record k8s-migrate.orders.v1"]));
  });

  test.each(["template", "api"])("an error that quotes secrets shows none of them (%s)", async (leak) => {
    const inputs = { "secret-values": secretValues, values: `leak: ${leak}` };
    const { places, code, log } = await deployAndLook(helm, inputs, debug);
    expect(code).toBe(1);
    expect(log).toContain("***");
    expect(leaks(places, { ...userSecrets, ...loginSecrets() })).toEqual([]);
  });
});

test("secrets that are too short to be masked are warned about by their keys", async () => {
  const short = 'secret: { password: "pw-4711", key: long-enough, pins: ["99-4711"] }';
  const run = await deploy("4", { namespace: newNamespace(), "secret-values": short });
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(run.warnings).toEqual([
    "secret-values: secret.password, secret.pins[0] have fewer than 8 characters and cannot be masked, since GitHub drops outputs that contain masked text; do not print them",
  ]);
  expect(run.masks).toEqual(expect.arrayContaining(["long-enough"]));
  for (const secret of ["pw-4711", "99-4711"]) {
    expect(run.masks).not.toContain(secret);
    expect(run.stdout + run.summary).not.toContain(secret);
  }
});

test("connect, and what uses its login, show no secret anywhere", async () => {
  const { result, commandLines } = await withArguments(async () => {
    const run = await runAction("actions/connect", { inputs: byRole(role), env: { ...job, ...debug } });
    expect(run).toMatchObject({ code: 0, errors: [] });
    const namespace = newNamespace();
    const later = await deploy("4", { kubeconfig: "", namespace }, { env: { ...job, ...debug, ...run.env } });
    expect(later).toMatchObject({ code: 0, errors: [] });
    return { run, later };
  });
  const { run, later } = result;
  const places = [
    ...(await placesOfRun(later, await later.post())),
    ...(await placesOfRun(run, await run.post())),
    { name: "arguments", text: commandLines.join("\n") },
  ];
  expect(leaks(places, loginSecrets())).toEqual([]);
  expect(commandLines.filter((line) => line.includes("eks-credential"))).not.toEqual([]);
});

test("what a run needs on disk only its user may read, and its post step takes it away after a kill, too", async () => {
  const runnerTemp = await tempFolder();
  let modes: Record<string, string> = {};
  const killing = onOutput("Deployment orders: 0/2 ready", async (child) => {
    modes = await modesBelow(runnerTemp);
    child.kill("SIGKILL");
  });
  const run = await deploy(
    "4",
    {
      ...byRole(role),
      namespace: newNamespace(),
      chart: "charts/web",
      // Else they may be ready before anybody looks.
      values: `replicas: 2\n${slow(15)}`,
      "secret-values": secretValues,
    },
    {
      env: { ...job, RUNNER_TEMP: runnerTemp },
      onStart: killing.onStart,
    },
  );
  await killing.done();
  expect(run).toMatchObject({ code: null, signal: "SIGKILL" });
  expect(modes).toEqual({
    "k8s-migrate-": "700",
    kubeconfig: "600",
    "session.json": "600",
    "values.yaml": "600",
    "secret-values.yaml": "600",
  });
  expect(await run.post()).toMatchObject({ code: 0, errors: [] });
  expect(await readdir(runnerTemp)).toEqual([]);
}, 240_000);

describe("the search finds what is planted", () => {
  test("by inputs that are not for secrets: in the log, summary, arguments, record and ConfigMap", async () => {
    const secret = { planted: "Planted-Password-4711" };
    const plain = `secret: { password: ${secret.planted}, key: "" }`;
    const good = await deployAndLook("4", {
      values: `shown: ${secret.planted}\n${plain}`,
      set: `more=${secret.planted}`,
    });
    expect(good.code).toBe(0);
    expect(leaks(good.places, secret)).toEqual([
      // The plan shows what a ConfigMap will hold.
      "planted in main: stdout",
      "planted in main: summary",
      expect.stringMatching(/^planted in file step-.*SUMMARY$/),
      "planted in ConfigMaps",
      "planted in record k8s-migrate.orders.v1",
      "planted in arguments",
    ]);
    const bad = await deployAndLook("4", { values: `leak: template\n${plain}` });
    expect(leaks(bad.places, secret)).toEqual([
      "planted in main: stdout",
      "planted in main: summary",
      expect.stringMatching(/^planted in file step-.*SUMMARY$/),
    ]);
  });

  test("by hand, in every other place and form", async () => {
    const run = await runAction("deploy", { inputs: {}, env: {} });
    const post = await run.post();
    await writeFile(join(run.runnerTemp, "left-behind"), `key: |\n  second/line+of==base64`);
    const planted = {
      ...run,
      stdout: `::add-mask::${values.password}\n`,
      outputs: { url: `https://${values.password}` },
      env: { A: JSON.stringify({ password: values.password }) },
      state: { folder: Buffer.from(values.password).toString("base64") },
    };
    const found = leaks(await placesOfRun(planted, { ...post, stderr: `number ${values.number}.` }), userSecrets);
    expect(found.toSorted()).toEqual([
      "key in file temp/left-behind",
      "number in post: stderr",
      "password in main: exported variables",
      "password in main: outputs",
      "password in main: state",
    ]);
    const cluster = await clusterView();
    const namespace = newNamespace();
    await cluster.kubectl("create", "namespace", namespace);
    await cluster.kubectl("create", "configmap", "x", `--from-literal=a=${values.key}`, "--namespace", namespace);
    expect(leaks(await placesInNamespace(namespace), userSecrets)).toEqual(["key in ConfigMaps"]);
  });
});

/** Permissions by name, without the random end of the folder's. */
async function modesBelow(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const entries = names.map(async (name) => {
    const { mode } = await stat(join(folder, name));
    return [basename(name).replace(/^(k8s-migrate-).*/, "$1"), (mode & 0o777).toString(8)];
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}
