import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateAccessEntryCommand, DescribeClusterCommand } from "@aws-sdk/client-eks";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { AwsCredentialIdentity } from "@smithy/types";
import { grantAccess, revokeAccess } from "../../../sandbox/aws/access.ts";
import { registerCluster, tokenWebhookUrl } from "../../../sandbox/aws/aws.ts";
import { type Aws, eksClient, inAccount, stsClient } from "../../../sandbox/aws/clients.ts";
import { createRole, setTokenLife } from "../../../sandbox/aws/roles.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { eksToken } from "../../../src/adapters/aws/eks-token.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

// No control plane here: the webhook is asked as an API server asks it. test/contract/login has the real one.
const shop = { name: "shop", region: "us-west-2" };
const root = "arn:aws:iam::000000000000:root";

// All that fake timers would replace but Date.
const NOT_CLOCK = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "setInterval",
  "setTimeout",
] as const;

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let cluster: Parameters<typeof registerCluster>[1];

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  const caFile = join(emulator.folder, "ca.crt");
  await writeFile(caFile, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
  cluster = { ...shop, server: "https://127.0.0.1:16443", caFile };
  await registerCluster(aws, cluster);
}, INSTALL_MS);
afterAll(() => emulator.stop());

test("DescribeCluster tells the endpoint and CA of the registered control plane, and nothing of the sandbox", async () => {
  const answer = await eksClient(aws, shop.region).send(new DescribeClusterCommand({ name: shop.name }));
  expect(answer.cluster).toMatchObject({ status: "ACTIVE", endpoint: "https://127.0.0.1:16443", tags: {} });
  const ca = Buffer.from(answer.cluster?.certificateAuthority?.data ?? "", "base64").toString();
  expect(ca).toBe(await readFile(cluster.caFile, "utf8"));
});

test("a cluster is in its region and its account only", async () => {
  const describe = new DescribeClusterCommand({ name: shop.name });
  const absent = { name: "ResourceNotFoundException" };
  await expect(eksClient(aws, "us-east-1").send(describe)).rejects.toMatchObject(absent);
  await expect(eksClient(inAccount(aws, "111111111111"), shop.region).send(describe)).rejects.toMatchObject(absent);
});

test("another account has a cluster of the same name, whose webhook answers for itself", async () => {
  const other = inAccount(aws, "111111111111");
  await registerCluster(other, { ...cluster, server: "https://127.0.0.1:26443" });
  const { cluster: described } = await eksClient(other, shop.region).send(new DescribeClusterCommand({ name: "shop" }));
  expect(described?.endpoint).toBe("https://127.0.0.1:26443");
  await grantAccess(other, shop, { roleArn: "arn:aws:iam::111111111111:root", groups: ["others"] });

  const token = await tokenOf(other);
  expect(await review(token, tokenWebhookUrl(other, shop))).toMatchObject({ authenticated: true });
  expect(await review(token)).toEqual({ authenticated: false });
});

test("the webhook tells the groups of the access entry, as long as there is one", async () => {
  const token = await tokenOf(aws);
  expect(await review(token)).toEqual({ authenticated: false });

  await grantAccess(aws, shop, { roleArn: root, groups: ["readers"] });
  expect(await review(token)).toMatchObject({
    authenticated: true,
    user: { groups: ["system:authenticated", "readers"] },
  });
  await grantAccess(aws, shop, { roleArn: root, groups: ["deployers"] });
  expect(await review(token)).toMatchObject({ user: { groups: ["system:authenticated", "deployers"] } });

  await revokeAccess(aws, shop, root);
  expect(await review(token)).toEqual({ authenticated: false });
});

test("the webhook refuses a caller without its secret, and a token that is none", async () => {
  await grantAccess(aws, shop, { roleArn: root, groups: ["deployers"] });
  const url = tokenWebhookUrl(aws, shop);
  expect(await review(await tokenOf(aws), url.replace(/[^/]+$/, "0".repeat(64)))).toEqual({ authenticated: false });
  for (const token of ["garbage", "k8s-aws-v1.", "k8s-aws-v1.aHR0cHM6Ly9leGFtcGxlLmNvbS8", `${await tokenOf(aws)}x`]) {
    expect(await review(token)).toEqual({ authenticated: false });
  }
});

test("the webhook refuses a token that is older than its role's token life", async () => {
  const role = await createRole(aws, { name: "short", trust: { account: aws.accountId } });
  await grantAccess(aws, shop, { roleArn: role, groups: ["deployers"] });
  await grantAccess(aws, shop, { roleArn: root, groups: ["deployers"] });
  await setTokenLife(aws, "short", 2);
  const session = await assumeRole(role);
  const token = await tokenOf(session);
  const ofRoot = await tokenOf(aws);
  expect(await review(token)).toMatchObject({ authenticated: true });
  await waitFor("the token to grow old", async () => (await review(token)).authenticated === false);
  expect(await review(await tokenOf(session))).toMatchObject({ authenticated: true });
  expect(await review(ofRoot)).toMatchObject({ authenticated: true });

  await setTokenLife(aws, "short", undefined);
  expect(await review(token)).toMatchObject({ authenticated: true });
});

test("a token is good for 15 minutes, and not before its time", async () => {
  await grantAccess(aws, shop, { roleArn: root, groups: ["deployers"] });
  const minutes = async (ago: number) => review(await tokenOf(aws, new Date(Date.now() - ago * 60_000)));
  expect(await minutes(14.9)).toMatchObject({ authenticated: true });
  expect(await minutes(15.1)).toEqual({ authenticated: false });
  expect(await minutes(-6)).toEqual({ authenticated: false });
});

test("groups that Kubernetes keeps for itself are refused, as on EKS", async () => {
  const entry = { clusterName: "shop", principalArn: `${root}-x`, kubernetesGroups: ["system:masters"] };
  await expect(eksClient(aws, shop.region).send(new CreateAccessEntryCommand(entry))).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: "The kubernetes group name system:masters is invalid, it cannot start with system:",
  });
});

async function assumeRole(RoleArn: string): Promise<AwsCredentialIdentity> {
  const { Credentials } = await stsClient(aws, shop.region).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: "test" }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** A token for the cluster, signed now or as if it were another time. */
async function tokenOf(credentials: AwsCredentialIdentity, signedAt?: Date): Promise<string> {
  if (signedAt) jest.useFakeTimers({ now: signedAt, doNotFake: [...NOT_CLOCK] });
  try {
    return (await eksToken({ credentials, clusterName: shop.name, region: shop.region })).token;
  } finally {
    jest.useRealTimers();
  }
}

/** The status of the TokenReview that an API server would get. */
async function review(token: string, url = tokenWebhookUrl(aws, shop)): Promise<Record<string, unknown>> {
  const body = { apiVersion: "authentication.k8s.io/v1", kind: "TokenReview", spec: { token } };
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  return ((await answer.json()) as { status: Record<string, unknown> }).status;
}
