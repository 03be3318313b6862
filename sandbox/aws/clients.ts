import { EKSClient } from "@aws-sdk/client-eks";
import { IAMClient } from "@aws-sdk/client-iam";
import { STSClient } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity } from "@smithy/types";
import type { Sandbox } from "../sandbox.ts";

export type Aws = Sandbox["aws"];

type Settings = { endpoint: string; region: string; credentials: AwsCredentialIdentity };

/** SDK clients of the emulator. They hold no connection once their calls are answered: nothing has to be closed. */
export const iamClient = (aws: Aws, region = "us-east-1") => new IAMClient(settings(aws, { region }));
export const eksClient = (aws: Aws, region: string, credentials?: AwsCredentialIdentity) =>
  new EKSClient(settings(aws, { region, ...(credentials && { credentials }) }));
export const stsClient = (aws: Aws, region: string, credentials?: AwsCredentialIdentity) =>
  new STSClient(settings(aws, { region, ...(credentials && { credentials }) }));

function settings(aws: Aws, own: Partial<Settings>): Settings {
  const { accessKeyId, secretAccessKey } = aws;
  return { endpoint: aws.url, region: "us-east-1", credentials: { accessKeyId, secretAccessKey }, ...own };
}

/** The root credentials of another account of the same emulator: it takes a key id of 12 digits for the account itself. */
export function inAccount(aws: Aws, accountId: string): Aws {
  return { ...aws, accountId, accessKeyId: accountId };
}
