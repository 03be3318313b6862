import { parseArgs } from "node:util";
import { eksToken } from "../../adapters/aws/eks-token.ts";
import { awsSession } from "../../adapters/aws/session.ts";
import { awsIdToken } from "../../adapters/github/id-token.ts";
import { describeError } from "../../errors.ts";

/**
 * The credential plugin that our kubeconfigs name. kubectl and Helm start it and read one ExecCredential from its stdout:
 * https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export async function run(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        cluster: { type: "string" },
        region: { type: "string" },
        role: { type: "string" },
        "session-file": { type: "string" },
      },
    });
    const { cluster = "", region = "", role = "", "session-file": cacheFile } = values;
    const idToken = awsIdToken(process.env);
    const credentials = awsSession({
      region,
      roleToAssume: role,
      ...(idToken ? { idToken } : {}),
      ...(cacheFile ? { cacheFile } : {}),
    });
    const { token, expiresAt } = await eksToken({ credentials: await credentials(), clusterName: cluster, region });
    process.stdout.write(
      `${JSON.stringify({
        apiVersion: "client.authentication.k8s.io/v1",
        kind: "ExecCredential",
        status: { token, expirationTimestamp: expiresAt.toISOString() },
      })}\n`,
    );
  } catch (error) {
    process.stderr.write(`k8s-migrate: ${describeError(error)}\n`);
    process.exitCode = 1;
  }
}
