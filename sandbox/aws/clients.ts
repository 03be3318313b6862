import { ApplicationAutoScalingClient } from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { ECSClient } from "@aws-sdk/client-ecs";
import { EKSClient } from "@aws-sdk/client-eks";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { IAMClient } from "@aws-sdk/client-iam";
import { Route53Client } from "@aws-sdk/client-route-53";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity } from "@smithy/types";
import type { Sandbox } from "../sandbox.ts";

export type Aws = Sandbox["aws"];

type Settings = { endpoint: string; region: string; credentials: AwsCredentialIdentity };

/**
 * SDK clients of the emulator, as root of the account or with the given credentials. They hold no connection once their
 * calls are answered: nothing has to be closed.
 */
const clientsOf =
  <Client>(Class: new (settings: Settings) => Client) =>
  (aws: Aws, region = "us-east-1", credentials: AwsCredentialIdentity = rootOf(aws)): Client =>
    new Class({ endpoint: aws.url, region, credentials });

export const iamClient = clientsOf(IAMClient);
export const eksClient = clientsOf(EKSClient);
export const stsClient = clientsOf(STSClient);
export const s3Client = clientsOf(S3Client);
export const route53Client = clientsOf(Route53Client);
export const ecsClient = clientsOf(ECSClient);
export const eventBridgeClient = clientsOf(EventBridgeClient);
export const schedulerClient = clientsOf(SchedulerClient);
export const loadBalancingClient = clientsOf(ElasticLoadBalancingV2Client);
export const autoScalingClient = clientsOf(ApplicationAutoScalingClient);
export const cloudWatchClient = clientsOf(CloudWatchClient);

/** For who looks at Route 53 while something else uses it: its calls are not counted where the account's rate is limited. */
export function route53Watcher(aws: Aws): Route53Client {
  // emulator/request_rate.py looks for it.
  const customUserAgent = "sandbox-watcher";
  return new Route53Client({ endpoint: aws.url, region: "us-east-1", credentials: rootOf(aws), customUserAgent });
}

/** The root credentials of another account of the same emulator: it takes a key id of 12 digits for the account itself. */
export function inAccount(aws: Aws, accountId: string): Aws {
  return { ...aws, accountId, accessKeyId: accountId };
}

/** The credentials of a new session of that role. */
export async function assumeRole(aws: Aws, roleArn: string): Promise<AwsCredentialIdentity> {
  const request = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "test" });
  const { Credentials } = await stsClient(aws).send(request);
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

function rootOf({ accessKeyId, secretAccessKey }: Aws): AwsCredentialIdentity {
  return { accessKeyId, secretAccessKey };
}
