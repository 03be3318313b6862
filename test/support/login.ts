import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { afterAll } from "@jest/globals";
import { grantAccess } from "../../sandbox/aws/access.ts";
import { stsClient } from "../../sandbox/aws/clients.ts";
import { createRole } from "../../sandbox/aws/roles.ts";
import { requestUrlWith } from "../../sandbox/oidc/oidc.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { clusterView } from "./cluster-view.ts";

const SUBJECT = "repo:casaone/shop:environment:production";
const start = Date.now().toString(36);
const bindings: string[] = [];

afterAll(async () => {
  if (bindings.length === 0) return;
  const { kubectl } = await clusterView();
  await kubectl("delete", "clusterrolebinding", ...bindings.splice(0), "--ignore-not-found");
});

/** Where a job finds the AWS of the sandbox. */
export function awsOf({ aws }: Sandbox): Record<string, string> {
  return { AWS_ENDPOINT_URL: aws.url, AWS_EC2_METADATA_DISABLED: "true" };
}

/**
 * The environment of a job with `permissions: id-token: write`.
 * @param claims replace those of its tokens: see `requestUrlWith`
 */
export function oidcJob(sandbox: Sandbox, claims: Record<string, string> = {}): Record<string, string> {
  return {
    ...awsOf(sandbox),
    ACTIONS_ID_TOKEN_REQUEST_URL: requestUrlWith(sandbox.oidc, claims),
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidc.requestToken,
  };
}

/** The variables that aws-actions/configure-aws-credentials sets, for a new session of a role that trusts the account. */
export async function sessionOf({ aws }: Sandbox, RoleArn: string): Promise<Record<string, string>> {
  const assume = new AssumeRoleCommand({ RoleArn, RoleSessionName: "job" });
  const { Credentials } = await stsClient(aws, "us-west-2").send(assume);
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
  };
}

export type RoleWishes = {
  /** What its group may do in all namespaces of the cluster "shop"; "none": an access entry, but no RBAC; "stranger": no entry either. */
  rights?: "cluster-admin" | "none" | "stranger";
  /** Whether it may call eks:DescribeCluster, as any role that logs in. */
  describes?: boolean;
  /** The `sub` of the jobs that it trusts; left out, that of the tests' own ones. */
  subject?: string;
  /** Trusts all of the account, in place of jobs of GitHub. */
  trust?: "account";
  /** Whether it may assume other roles. */
  assumes?: boolean;
  /** More that it may do in AWS, with every resource. */
  actions?: string[];
};

/** A role of its own for a test file: jobs of the sandbox's OIDC service may assume it. Returns ARN and name. */
export async function roleFor(sandbox: Sandbox, wishes: RoleWishes = {}): Promise<{ arn: string; name: string }> {
  const {
    rights = "cluster-admin",
    describes = true,
    assumes = false,
    trust,
    actions = [],
    subject = SUBJECT,
  } = wishes;
  const name = `test-${start}-${process.pid}-${++roles}`;
  const Action = [
    describes ? "eks:DescribeCluster" : "eks:ListNodegroups",
    ...(assumes ? ["sts:AssumeRole"] : []),
    ...actions,
  ];
  const arn = await createRole(sandbox.aws, {
    name,
    trust: trust === "account" ? { account: sandbox.aws.accountId } : { subject },
    policy: [{ Effect: "Allow", Action, Resource: "*" }],
  });
  const { shop } = sandbox.clusters;
  if (!shop) throw new Error("The sandbox has no cluster shop.");
  if (rights !== "stranger") await grantAccess(sandbox.aws, shop, { roleArn: arn, groups: [name] });
  if (rights === "cluster-admin") {
    const { kubectl } = await clusterView();
    await kubectl("create", "clusterrolebinding", name, "--clusterrole", rights, "--group", name);
    bindings.push(name);
  }
  return { arn, name };
}

let roles = 0;
