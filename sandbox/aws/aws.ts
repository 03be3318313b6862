import { createHmac } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CreateClusterCommand, waitUntilClusterActive } from "@aws-sdk/client-eks";
import { freePort, logOf, startDaemon, waitFor } from "../process/daemon.ts";
import { pythonTools } from "../python/python.ts";
import type { Cluster } from "../sandbox.ts";
import { type Aws, eksClient } from "./clients.ts";
import { createRole } from "./roles.ts";

type ClusterId = Pick<Cluster, "name" | "region">;

/**
 * Starts the AWS emulator, with IAM enforced and signatures checked. Its state lives in its memory.
 *
 * @param options.folder its log goes to `<folder>/logs/aws.log`
 * @param options.jwks for each OIDC issuer that accounts may trust, the URL of its keys
 * @param options.clockRate how many seconds of EventBridge's rules and schedules a second is: 60 makes a minute of them a second
 * @throws when it does not answer in time; the error names the log
 */
export async function startAws(options: {
  folder: string;
  jwks: Record<string, string>;
  clockRate?: number;
}): Promise<Aws> {
  const { python } = await pythonTools();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const jwks = Object.entries(options.jwks).flatMap(([issuer, keys]) => ["--jwks", `${issuer}=${keys}`]);
  const startsFile = join(options.folder, "aws-starts.jsonl");
  const rules = ["--starts", startsFile, "--clock-rate", String(options.clockRate ?? 1)];
  const pid = startDaemon({
    name: "aws",
    command: python,
    // -B: no compiled files in the checkout.
    args: ["-B", "-m", "emulator", "--port", String(port), ...rules, ...jwks],
    // STATE_DIR: its default is a fixed place outside of the sandbox's folder.
    env: { PYTHONPATH: fileURLToPath(new URL(".", import.meta.url)), STATE_DIR: join(options.folder, "aws-state") },
    folder: options.folder,
  });
  await waitFor("the AWS emulator", async () => (await fetch(`${url}/_ministack/ready`)).ok, {
    log: logOf(options.folder, "aws"),
    pid,
  });
  return { url, accountId: "000000000000", accessKeyId: "test", secretAccessKey: "test", pid, startsFile };
}

/** URL for kube-apiserver's token webhook of that cluster. It can be given to the API server before the cluster is registered. */
export function tokenWebhookUrl(aws: Aws, cluster: ClusterId): string {
  const path = [aws.accountId, cluster.region, cluster.name, webhookSecret(aws, cluster)].join("/");
  return `${aws.url}/_ministack/eks-auth/${path}`;
}

/**
 * Registers a running control plane as an EKS cluster with its endpoint and CA, and waits until it is active.
 * Nobody has access at first, its creator neither: see `grantAccess`.
 */
export async function registerCluster(
  aws: Aws,
  cluster: ClusterId & Pick<Cluster, "server" | "caFile">,
): Promise<void> {
  const client = eksClient(aws, cluster.region);
  const roleArn = await createRole(aws, { name: "eks-cluster", trust: { service: "eks.amazonaws.com" } });
  await client.send(
    new CreateClusterCommand({
      name: cluster.name,
      version: "1.36",
      roleArn,
      resourcesVpcConfig: { subnetIds: ["subnet-1", "subnet-2"] },
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      // emulator/eks.py takes these off.
      tags: {
        "sandbox:endpoint": cluster.server,
        "sandbox:ca-file": cluster.caFile,
        "sandbox:webhook-secret": webhookSecret(aws, cluster),
      },
    }),
  );
  await waitUntilClusterActive({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { name: cluster.name });
}

/** Not secret from whoever can read this: it stands for what only EKS and its API servers know. */
function webhookSecret(aws: Aws, cluster: ClusterId): string {
  const name = `${aws.accountId}/${cluster.region}/${cluster.name}`;
  return createHmac("sha256", aws.secretAccessKey).update(name).digest("hex");
}
