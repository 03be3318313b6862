import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity } from "@smithy/types";
import { stsClient } from "../../../sandbox/aws/clients.ts";
import { createRole, type Trust } from "../../../sandbox/aws/roles.ts";
import { requestUrlWith } from "../../../sandbox/oidc/oidc.ts";
import { awsEks } from "../../../src/adapters/aws/eks.ts";
import { awsSession } from "../../../src/adapters/aws/session.ts";
import { awsIdToken } from "../../../src/adapters/github/id-token.ts";
import { sandbox } from "../sandbox.ts";
import { failureOf, type LoginMessage } from "./place.ts";

const region = "us-west-2";
const SUBJECT = "repo:casaone/shop:environment:production";
let roles = 0;

/** A role that may do these, and nothing else. */
async function roleThat(Action: string[], trust?: Trust): Promise<string> {
  const { aws } = await sandbox();
  process.env.AWS_ENDPOINT_URL = aws.url;
  return createRole(aws, {
    name: `message-${process.pid}-${++roles}`,
    trust: trust ?? { account: aws.accountId },
    policy: [{ Effect: "Allow", Action, Resource: "*" }],
  });
}

/** Describes a cluster by a session of a role that may do these. */
async function described(Action: string[], cluster: { name: string; region?: string }): Promise<string> {
  const RoleArn = await roleThat(Action);
  const { aws } = await sandbox();
  const { Credentials } = await stsClient(aws, region).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "run" }));
  return describedBy(
    {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    },
    cluster,
  );
}

function describedBy(credentials: AwsCredentialIdentity, cluster: { name: string; region?: string }): Promise<string> {
  const eks = awsEks({
    region: cluster.region ?? region,
    credentials: () => Promise.resolve(credentials),
    renewsByOidc: false,
  });
  return failureOf(eks.describeCluster(cluster.name));
}

/** Assumes a role that jobs of GitHub may assume, by a token with these claims in place of the right ones. */
async function assumed(claims: Record<string, string>): Promise<string> {
  const roleToAssume = await roleThat(["eks:DescribeCluster"], { subject: SUBJECT });
  const { oidc } = await sandbox();
  const idToken = awsIdToken({
    ACTIONS_ID_TOKEN_REQUEST_URL: requestUrlWith(oidc, claims),
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
  });
  return failureOf(awsSession({ region, roleToAssume, ...(idToken ? { idToken } : {}) })());
}

const DESCRIBE = "eks:DescribeCluster";

/** Login to AWS, and finding the cluster, on the emulator: the words of AWS itself are nearly the same. */
export const awsMessages: LoginMessage[] = [
  {
    name: "The region has no such cluster",
    means:
      "cluster or aws-region is not right. Clusters that are there are named where the role may call eks:ListClusters.",
    provoke: () => described([DESCRIBE, "eks:ListClusters"], { name: "shopping" }),
    says: /^EKS: describe cluster shopping in us-west-2 failed: ResourceNotFoundException/,
    next: /^check cluster and aws-region: there is no cluster shopping in us-west-2 of this account; there is shop\b/,
  },
  {
    name: "The region has no cluster at all",
    means: "The cluster is in another region, or in another account.",
    provoke: () => described([DESCRIBE, "eks:ListClusters"], { name: "shop", region: "eu-central-1" }),
    says: /^EKS: describe cluster shop in eu-central-1 failed: ResourceNotFoundException/,
    next: /^check cluster and aws-region: .*, nor any other: it is in another region or account$/,
  },
  {
    name: "No such cluster, and no right to list others",
    means: "The same for a role that may not call eks:ListClusters, which deploys do not need.",
    provoke: () => described([DESCRIBE], { name: "shop", region: "eu-central-1" }),
    says: /^EKS: describe cluster shop in eu-central-1 failed: ResourceNotFoundException/,
    next: /^check cluster and aws-region: there is no cluster shop in eu-central-1 of this account$/,
  },
  {
    name: "The role may not describe the cluster",
    means: "IAM does not allow the role the one call that every login needs.",
    provoke: () => described(["eks:ListNodegroups"], { name: "shop" }),
    says: /^EKS: describe cluster shop in us-west-2 failed: AccessDeniedException: .* is not authorized to perform: eks:DescribeCluster/,
    next: /^allow eks:DescribeCluster on this cluster for the role, by \{"Effect":"Allow","Action":"eks:DescribeCluster","Resource":"arn:aws:eks:us-west-2:\d{12}:cluster\/shop"\} in a policy of message-\d+-\d+$/,
  },
  {
    name: "AWS does not know the keys",
    means: "The job's access key was deleted, or is of another partition of AWS.",
    async provoke() {
      process.env.AWS_ENDPOINT_URL = (await sandbox()).aws.url;
      return describedBy({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "unknown" }, { name: "shop" });
    },
    says: /UnrecognizedClientException/,
    next: /^check the job's AWS keys/,
  },
  {
    name: "AWS is not reached",
    means: "Nothing answers at the address of AWS.",
    async provoke() {
      process.env.AWS_ENDPOINT_URL = "http://127.0.0.1:1";
      return describedBy({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "unknown" }, { name: "shop" });
    },
    says: /ECONNREFUSED/,
    next: /^check that the runner can reach AWS/,
  },
  {
    name: "The role is not for this job",
    means: "The role's trust policy does not allow the branch, environment or repository of the job.",
    provoke: () => assumed({ sub: "repo:casaone/shop:ref:refs/heads/other" }),
    says: /^AWS STS: assume role .* with the runner's OIDC token failed: AccessDenied/,
    next: /^check the role's trust policy: .* whose sub is "repo:casaone\/shop:ref:refs\/heads\/other"$/,
  },
  {
    name: "The identity provider has another audience",
    means: "The account's identity provider for GitHub does not know the audience sts.amazonaws.com.",
    provoke: () => assumed({ aud: "https://github.com/casaone" }),
    says: /Incorrect token audience/,
    next: /^add the audience sts\.amazonaws\.com to the account's identity provider/,
  },
  {
    name: "The account has no identity provider for GitHub",
    means: "The account does not trust the issuer of the token: it was not set up, or the role is of another account.",
    provoke: () => assumed({ iss: "https://gitlab.example.com" }),
    says: /No OpenIDConnect provider found/,
    next: /^make the account's identity provider for https:\/\/token\.actions\.githubusercontent\.com/,
  },
];
