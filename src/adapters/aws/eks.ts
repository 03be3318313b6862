import type { Cluster } from "@aws-sdk/client-eks";
import type { AwsCredentialIdentity } from "@smithy/types";
import { OutsideError } from "../../errors.ts";
import type { Eks, EksCluster } from "../../ports/eks.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";
import { type EksToken, eksToken } from "./eks-token.ts";

export type EksLogin = {
  region: string;
  credentials: () => Promise<AwsCredentialIdentity>;
  /** Whether credentials come from `role-to-assume` by OIDC, and so renew without end. */
  renewsByOidc: boolean;
};

/** EKS over the AWS API. */
export function awsEks(login: EksLogin): Eks {
  const { region, credentials } = login;
  const tokens = new Map<string, EksToken>();
  return {
    async describeCluster(name) {
      const given = await credentials();
      const [{ EKSClient, DescribeClusterCommand }, { proxyAwareHandler }] = await Promise.all([
        import("@aws-sdk/client-eks"),
        import("./http.ts"),
      ]);
      const client = new EKSClient({ region, credentials: given, requestHandler: proxyAwareHandler() });
      try {
        const { cluster } = await client.send(new DescribeClusterCommand({ name }));
        return reachable(name, region, cluster);
      } catch (error) {
        if (error instanceof OutsideError) throw error;
        throw describeFailed(name, region, error);
      } finally {
        client.destroy();
      }
    },
    async token(name) {
      const kept = tokens.get(name);
      if (kept && kept.expiresAt.getTime() - Date.now() > 60_000) return kept.token;
      const made = await eksToken({ credentials: await credentials(), clusterName: name, region });
      tokens.set(name, made);
      return made.token;
    },
    renewal() {
      return login.renewsByOidc
        ? "the login renews itself for as long as the job runs"
        : "the login renews itself for as long as the job's AWS credentials last";
    },
  };
}

function reachable(name: string, region: string, cluster: Cluster | undefined): EksCluster {
  const server = cluster?.endpoint;
  const certificateAuthority = cluster?.certificateAuthority?.data;
  if (!server || !certificateAuthority) {
    throw new OutsideError({
      system: "EKS",
      operation: `describe cluster ${name} in ${region}`,
      reason: `the cluster is ${cluster?.status ?? "without status"} and has no address yet`,
      next: "wait until it is ACTIVE, then run again",
    });
  }
  return { name, region, server, certificateAuthority };
}

function describeFailed(name: string, region: string, error: unknown): OutsideError {
  const reason = awsReason(error);
  const kind = awsErrorName(error);
  const next =
    kind === "ResourceNotFoundException"
      ? `check cluster and aws-region: there is no cluster ${name} in ${region} of this account`
      : kind.startsWith("AccessDenied")
        ? "allow eks:DescribeCluster on this cluster for the role"
        : /expired/i.test(kind + reason)
          ? "the AWS session has ended: log in again, or set role-to-assume so that it renews"
          : undefined;
  return new OutsideError({
    system: "EKS",
    operation: `describe cluster ${name} in ${region}`,
    reason,
    ...(next === undefined ? {} : { next }),
    cause: error,
  });
}
