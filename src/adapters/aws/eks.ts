import type { Cluster } from "@aws-sdk/client-eks";
import type { AwsCredentialIdentity } from "@smithy/types";
import { awsAdvice } from "../../advice/aws-advice.ts";
import { OutsideError } from "../../errors.ts";
import type { Eks, EksCluster } from "../../ports/eks.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";
import { type EksToken, eksToken } from "./eks-token.ts";

/** Of the clusters that there are, where the one that is asked for is not. */
const CLUSTERS_SHOWN = 10;

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
      const [{ EKSClient, DescribeClusterCommand, ListClustersCommand }, { proxyAwareHandler }] = await Promise.all([
        import("@aws-sdk/client-eks"),
        import("./http.ts"),
      ]);
      const client = new EKSClient({ region, credentials: given, requestHandler: proxyAwareHandler() });
      try {
        const { cluster } = await client.send(new DescribeClusterCommand({ name }));
        return reachable(name, region, cluster);
      } catch (error) {
        if (error instanceof OutsideError) throw error;
        const others = isAbsent(error) ? await listed(() => client.send(new ListClustersCommand({}))) : undefined;
        throw describeFailed({ name, region, error }, others);
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

/** `undefined` for a login that may not list: that is no failure of what was asked. */
async function listed(list: () => Promise<{ clusters?: string[] | undefined }>): Promise<string[] | undefined> {
  try {
    return (await list()).clusters ?? [];
  } catch {
    return undefined;
  }
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

type Failed = { name: string; region: string; error: unknown };

/** @param others the clusters that there are, where the login may list them */
function describeFailed({ name, region, error }: Failed, others: readonly string[] | undefined): OutsideError {
  const reason = awsReason(error);
  const next = isAbsent(error)
    ? absent(name, region, others)
    : awsAdvice({ name: awsErrorName(error), reason, cluster: { name, region } });
  return new OutsideError({
    system: "EKS",
    operation: `describe cluster ${name} in ${region}`,
    reason,
    ...(next === undefined ? {} : { next }),
    cause: error,
  });
}

function isAbsent(error: unknown): boolean {
  return awsErrorName(error) === "ResourceNotFoundException";
}

function absent(name: string, region: string, others: readonly string[] | undefined): string {
  const step = `check cluster and aws-region: there is no cluster ${name} in ${region} of this account`;
  if (others === undefined) return step;
  if (others.length === 0) return `${step}, nor any other: it is in another region or account`;
  const shown = others.slice(0, CLUSTERS_SHOWN).join(", ");
  return `${step}; there is ${shown}${others.length > CLUSTERS_SHOWN ? `, and ${others.length - CLUSTERS_SHOWN} more` : ""}`;
}
