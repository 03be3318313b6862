import { mkdtemp } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { AssumeRoleWithWebIdentityCommand } from "@aws-sdk/client-sts";
import { stsClient } from "../sandbox/aws/clients.ts";
import { startAction } from "../test/support/action-process.ts";
import { idToken } from "../test/support/emulator.ts";
import { awsCli } from "./aws-cli.ts";
import type { BenchCluster } from "./bench-cluster.ts";
import { type Report, timeHeader, timeRows } from "./report.ts";
import { timeCommand } from "./run-command.ts";
import { type Lane, takeTurns } from "./take-turns.ts";

const chart = join(import.meta.dirname, "chart");
const credentialProgram = join(import.meta.dirname, "../dist/eks-credential/index.js");
const ROUNDS = 15;

/**
 * Our login beside the usual recipe, `aws eks update-kubeconfig` with its exec plugin and then Helm: the same session of
 * the same role, the same chart of which a ConfigMap changes. And the two credential plugins alone.
 */
export async function benchLogin(bench: BenchCluster): Promise<Report> {
  const aws = await awsCli();
  const { sandbox, cluster } = bench;
  const session = await roleSession(bench);
  const cliEnv = {
    ...session,
    // Not AWS_ENDPOINT_URL: the CLI would sign tokens for that host, which EKS refuses.
    AWS_ENDPOINT_URL_EKS: sandbox.aws.url,
    AWS_STS_REGIONAL_ENDPOINTS: "regional",
    AWS_REGION: cluster.region,
    AWS_DEFAULT_REGION: cluster.region,
    PATH: [aws.bin, process.env.PATH ?? ""].join(delimiter),
  };
  const tables: Report["tables"] = [];
  for (const helm of bench.helms) {
    process.stderr.write(`[bench] login, then ${helm.name}\n`);
    const times = await takeTurns(deployLanes(bench, { helm: helm.path, cliEnv, session }), ROUNDS);
    tables.push({ title: `Log in and deploy with ${helm.name}`, header: timeHeader, rows: timeRows(times) });
    await bench.removeNamespaces(["bench-login-cli", "bench-login-ours", "bench-login-role"]);
  }
  process.stderr.write("[bench] one EKS token\n");
  const times = await takeTurns(tokenLanes(bench, { cliEnv, session }), ROUNDS);
  tables.push({ title: "One EKS token", header: timeHeader, rows: timeRows(times) });
  return { notes: [`AWS CLI ${aws.version}`], tables };
}

type Variables = Record<string, string>;

function deployLanes(
  bench: BenchCluster,
  { helm, cliEnv, session }: { helm: string; cliEnv: Variables; session: Variables },
): Lane[] {
  const { cluster, folder, actionEnv, roleArn } = bench;
  const ours = (namespace: string, inputs: Variables, env: Variables) => async (round: number) => {
    const run = await startAction("deploy", folder, {
      inputs: {
        release: "bench",
        chart,
        namespace,
        cluster: cluster.name,
        "helm-version": helm,
        set: `setting=s${round}`,
        ...inputs,
      },
      env,
    });
    if (run.outputs.status !== "deployed") throw new Error(`deploy failed:\n${run.stdout}${run.stderr}`);
    return run.durationMs;
  };
  const recipe = async (round: number) => {
    const env = { ...(await bench.freshEnv()), ...cliEnv };
    const kubeconfig = join(await mkdtemp(join(folder, "kubeconfig-")), "config");
    const at = { env, cwd: folder };
    const login = await timeCommand(
      "aws",
      ["eks", "update-kubeconfig", `--name=${cluster.name}`, `--kubeconfig=${kubeconfig}`],
      at,
    );
    const where = [`--kubeconfig=${kubeconfig}`, "--namespace=bench-login-cli", "--create-namespace"];
    const helmArgs = ["upgrade", "bench", chart, "--install", "--wait", ...where, `--set=setting=s${round}`];
    return login + (await timeCommand(helm, helmArgs, at));
  };
  const { AWS_ENDPOINT_URL = "", AWS_REGION = "" } = actionEnv;
  return [
    { name: "aws eks update-kubeconfig, helm upgrade", run: recipe },
    {
      name: "ours, the same session",
      run: ours("bench-login-ours", {}, { ...session, AWS_ENDPOINT_URL, AWS_REGION }),
    },
    {
      name: "ours, getting the session too (role by OIDC)",
      run: ours("bench-login-role", { "role-to-assume": roleArn }, actionEnv),
    },
  ];
}

function tokenLanes(
  { cluster, folder, actionEnv, freshEnv }: BenchCluster,
  { cliEnv, session }: { cliEnv: Variables; session: Variables },
): Lane[] {
  const lane = (name: string, program: [string, ...string[]], own: Variables): Lane => ({
    name,
    run: async () => {
      const [command, ...args] = program;
      return timeCommand(command, args, { env: { ...(await freshEnv()), ...own }, cwd: folder });
    },
  });
  const cli: [string, ...string[]] = ["aws", "eks", "get-token", `--cluster-name=${cluster.name}`];
  const ours = [credentialProgram, "--cluster", cluster.name, "--region", cluster.region];
  return [
    lane("aws eks get-token", cli, cliEnv),
    lane("our credential program", [process.execPath, ...ours], {
      ...session,
      AWS_ENDPOINT_URL: actionEnv.AWS_ENDPOINT_URL ?? "",
    }),
  ];
}

/** A session of the role, as variables: what aws-actions/configure-aws-credentials leaves for the steps after it. */
async function roleSession({ sandbox, cluster, roleArn }: BenchCluster): Promise<Variables> {
  const { Credentials } = await stsClient(sandbox.aws, cluster.region).send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: "bench",
      WebIdentityToken: await idToken(sandbox.oidc),
    }),
  );
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
  };
}
