import {
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  EntityAlreadyExistsException,
  PutRolePolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { GITHUB_ISSUER } from "../oidc/token.ts";
import { type Aws, iamClient } from "./clients.ts";

/**
 * Who may assume a role: jobs of GitHub whose `sub` claim matches a pattern, everybody in an account, a service of AWS, or
 * who a trust policy says.
 */
export type Trust =
  | { subject: string; audience?: string }
  | { account: string }
  | { service: string }
  | { document: object };

/** A statement of an IAM policy. */
export type Statement = {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};

const GITHUB_HOST = new URL(GITHUB_ISSUER).host;
const AUDIENCE = "sts.amazonaws.com";

/**
 * Creates a role, or changes the one of that name, and returns its ARN. For trust in GitHub it also makes the account's
 * identity provider, as `token.actions.githubusercontent.com` for the audience `sts.amazonaws.com`.
 */
export async function createRole(
  aws: Aws,
  role: { name: string; trust: Trust; policy?: Statement[]; maxSessionSeconds?: number },
): Promise<string> {
  const iam = iamClient(aws);
  const RoleName = role.name;
  const trust = "document" in role.trust ? JSON.stringify(role.trust.document) : trustPolicy(aws, role.trust);
  if (trust.includes(GITHUB_HOST)) await trustGithub(aws);
  await unlessThere(
    () =>
      iam.send(
        new CreateRoleCommand({
          RoleName,
          AssumeRolePolicyDocument: trust,
          ...(role.maxSessionSeconds && { MaxSessionDuration: role.maxSessionSeconds }),
        }),
      ),
    () => iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust })),
  );
  if (role.policy) {
    const PolicyDocument = document(role.policy);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "sandbox", PolicyDocument }));
  }
  return `arn:aws:iam::${aws.accountId}:role/${role.name}`;
}

/** Makes new sessions of the role end after this, for tests of renewal; `undefined` is what the caller asks for, at least 900. */
export async function setSessionLife(aws: Aws, roleName: string, seconds: number | undefined): Promise<void> {
  await setTag(aws, roleName, { key: "sandbox:session-seconds", value: seconds });
}

/**
 * Makes clusters refuse tokens of the role's sessions that are older than this, for tests of renewal; `undefined` is EKS's own
 * 15 minutes. An API server remembers a good token for up to 10 s more.
 */
export async function setTokenLife(aws: Aws, roleName: string, seconds: number | undefined): Promise<void> {
  await setTag(aws, roleName, { key: "sandbox:token-seconds", value: seconds });
}

async function setTag(aws: Aws, RoleName: string, tag: { key: string; value: number | undefined }): Promise<void> {
  const { key, value } = tag;
  const iam = iamClient(aws);
  if (value === undefined) await iam.send(new UntagRoleCommand({ RoleName, TagKeys: [key] }));
  else await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: key, Value: String(value) }] }));
}

async function trustGithub(aws: Aws): Promise<void> {
  const provider = { Url: GITHUB_ISSUER, ClientIDList: [AUDIENCE] };
  await unlessThere(
    () => iamClient(aws).send(new CreateOpenIDConnectProviderCommand(provider)),
    () => Promise.resolve(),
  );
}

function trustPolicy(aws: Aws, trust: Exclude<Trust, { document: object }>): string {
  return document([trustStatement(aws, trust)]);
}

function trustStatement(aws: Aws, trust: Exclude<Trust, { document: object }>): Record<string, unknown> {
  if ("account" in trust) {
    return { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: `arn:aws:iam::${trust.account}:root` } };
  }
  if ("service" in trust) return { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: trust.service } };
  return {
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: `arn:aws:iam::${aws.accountId}:oidc-provider/${GITHUB_HOST}` },
    Condition: {
      StringEquals: { [`${GITHUB_HOST}:aud`]: trust.audience ?? AUDIENCE },
      StringLike: { [`${GITHUB_HOST}:sub`]: trust.subject },
    },
  };
}

function document(statements: unknown[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

async function unlessThere(create: () => Promise<unknown>, otherwise: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof EntityAlreadyExistsException)) throw error;
    await otherwise();
  }
}
