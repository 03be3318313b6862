import { request } from "node:https";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { KubeConfig, RbacAuthorizationV1Api } from "@kubernetes/client-node";
import type { AwsCredentialIdentity } from "@smithy/types";
import { grantAccess, revokeAccess } from "../../../sandbox/aws/access.ts";
import { createRole, setSessionLife, setTokenLife } from "../../../sandbox/aws/roles.ts";
import { requestUrlWith } from "../../../sandbox/oidc/oidc.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import type { Cluster, Sandbox } from "../../../sandbox/sandbox.ts";
import { awsEks } from "../../../src/adapters/aws/eks.ts";
import { eksToken } from "../../../src/adapters/aws/eks-token.ts";
import { awsSession } from "../../../src/adapters/aws/session.ts";
import { awsIdToken } from "../../../src/adapters/github/id-token.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

// The whole chain on real parts: OIDC token, AssumeRoleWithWebIdentity, DescribeCluster, presigned token, API server.

/** Names of this run's own, so that nothing is left over from another and no cache remembers an answer. */
const own = `login-${Date.now().toString(36)}`;
const PATH = "/api/v1/namespaces/default/configmaps";

let sandbox: Sandbox;
let shop: Cluster;
let staging: Cluster;
let role: string;

beforeAll(async () => {
  sandbox = await runningSandbox();
  const { shop: first, "shop-staging": second } = sandbox.clusters;
  if (!first || !second) throw new Error("The sandbox lacks a cluster.");
  [shop, staging] = [first, second];
  process.env.AWS_ENDPOINT_URL = sandbox.aws.url;
  role = await newRole("main");
});

afterAll(async () => {
  await removeRbac();
});

test("a role gets in by an access entry, and may do what RBAC gives to its groups", async () => {
  expect(await get(shop, await login(role))).toBe(401); // no access entry

  await grantAccess(sandbox.aws, shop, { roleArn: role, groups: [own] });
  expect(await get(shop, await login(role))).toBe(403); // an entry, but nothing that RBAC allows

  await allowReading();
  const session = await login(role);
  expect(await get(shop, session)).toBe(200);
  expect(await get(shop, session, "/api/v1/nodes")).toBe(403);

  await revokeAccess(sandbox.aws, shop, role);
  expect(await get(shop, await login(role))).toBe(401);
  await waitFor("the API server to forget the session that was let in", async () => (await get(shop, session)) === 401);
}, 120_000);

describe("a role with access", () => {
  let allowed: string;
  beforeAll(async () => {
    allowed = await newRole("allowed");
    await grantAccess(sandbox.aws, shop, { roleArn: allowed, groups: [own] });
    await allowReading();
  });

  test("gets in with its own session only", async () => {
    const session = await login(allowed);
    expect(await get(shop, session)).toBe(200);
    expect(await get(shop, { ...session, secretAccessKey: "x".repeat(40) })).toBe(401);
    expect(await get(shop, { ...session, sessionToken: "x".repeat(40) })).toBe(401);
    expect(await getWith(shop, "garbage")).toBe(401);
  });

  test("gets in with a token for this cluster only", async () => {
    const credentials = await login(allowed);
    const tokenFor = async (clusterName: string, region: string) =>
      (await eksToken({ credentials, clusterName, region })).token;
    expect(await getWith(shop, await tokenFor(shop.name, shop.region))).toBe(200);
    expect(await getWith(shop, await tokenFor(staging.name, staging.region))).toBe(401);
    expect(await getWith(staging, await tokenFor(shop.name, shop.region))).toBe(401);
    // The other cluster knows this role as little as any.
    expect(await getWith(staging, await tokenFor(staging.name, staging.region))).toBe(401);
  });

  test("does not get in once its session has ended", async () => {
    await setSessionLife(sandbox.aws, nameOf(allowed), 2);
    const session = await login(allowed);
    await setSessionLife(sandbox.aws, nameOf(allowed), undefined);
    expect(await get(shop, session)).toBe(200);
    // A token of its own each second, so that none is remembered.
    await waitFor("the session to end", async () => (await get(shop, session)) === 401, { intervalMs: 1100 });
    await expect(endpointBy(session)).rejects.toThrow(/The security token included in the request is expired/);
  }, 60_000);

  test("does not get in with a token that is too old, but with a new one of the same session", async () => {
    await setTokenLife(sandbox.aws, nameOf(allowed), 2);
    const credentials = await login(allowed);
    const { token } = await eksToken({ credentials, clusterName: shop.name, region: shop.region });
    expect(await getWith(shop, token)).toBe(200);
    await waitFor("the token to be refused", async () => (await getWith(shop, token)) === 401);
    expect(await get(shop, credentials)).toBe(200);
  }, 60_000);
});

describe("the role is not given", () => {
  test.each([
    ["for another branch", { sub: "repo:casaone/shop:ref:refs/heads/other" }, /Not authorized to perform/],
    ["for another audience", { aud: "https://github.com/casaone" }, /Incorrect token audience/],
    ["of another issuer", { iss: "https://gitlab.example.com" }, /No OpenIDConnect provider found/],
    ["with a forged signature", { forged: "true" }, /Signature verification failed/],
    ["that is expired", { "expires-in": "-1" }, /Token expired/],
  ])("for a token %s", async (_, claims: Record<string, string>, message) => {
    await expect(login(role, claims)).rejects.toThrow(message);
  });
});

async function newRole(name: string): Promise<string> {
  return createRole(sandbox.aws, {
    name: `${own}-${name}`,
    trust: { subject: "repo:casaone/shop:environment:production" },
    policy: [{ Effect: "Allow", Action: "eks:DescribeCluster", Resource: "*" }],
  });
}

function nameOf(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf("/") + 1);
}

/** Logs in by the product's own code, with a token of the sandbox's issuer that has these claims. */
async function login(roleToAssume: string, claims: Record<string, string> = {}): Promise<AwsCredentialIdentity> {
  const idToken = awsIdToken({
    ACTIONS_ID_TOKEN_REQUEST_URL: requestUrlWith(sandbox.oidc, claims),
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidc.requestToken,
  });
  if (!idToken) throw new Error("The product does not ask for a token.");
  return awsSession({ region: shop.region, roleToAssume, idToken })();
}

async function endpointBy(credentials: AwsCredentialIdentity) {
  const eks = awsEks({ region: shop.region, credentials: () => Promise.resolve(credentials), renewsByOidc: true });
  return eks.describeCluster(shop.name);
}

/** Status of a request to the cluster with a new token of the session. */
async function get(cluster: Cluster, credentials: AwsCredentialIdentity, path = PATH): Promise<number> {
  const { token } = await eksToken({ credentials, clusterName: cluster.name, region: cluster.region });
  return getWith(cluster, token, path);
}

/** Status of a request with that token. Address and CA are those that EKS tells, asked by the account's root. */
async function getWith(cluster: Cluster, token: string, path = PATH): Promise<number> {
  const credentials = () => Promise.resolve<AwsCredentialIdentity>(sandbox.aws);
  const eks = awsEks({ region: cluster.region, credentials, renewsByOidc: false });
  const { server, certificateAuthority } = await eks.describeCluster(cluster.name);
  return new Promise((resolve, reject) => {
    const ca = Buffer.from(certificateAuthority, "base64");
    const asked = request(new URL(path, server), { ca, agent: false, headers: { authorization: `Bearer ${token}` } });
    asked.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    asked.on("error", reject);
    asked.end();
  });
}

function rbac(): RbacAuthorizationV1Api {
  const config = new KubeConfig();
  config.loadFromFile(shop.adminKubeconfig);
  return config.makeApiClient(RbacAuthorizationV1Api);
}

/** Lets the group of this run read the ConfigMaps of the namespace `default`. */
async function allowReading(): Promise<void> {
  await removeRbac();
  const metadata = { name: own };
  const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["list"] }];
  await rbac().createNamespacedRole({ namespace: "default", body: { metadata, rules } });
  const group = { apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: own };
  const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: own };
  await rbac().createNamespacedRoleBinding({ namespace: "default", body: { metadata, roleRef, subjects: [group] } });
}

async function removeRbac(): Promise<void> {
  const object = { namespace: "default", name: own };
  await rbac().deleteNamespacedRoleBinding(object).catch(notThere);
  await rbac().deleteNamespacedRole(object).catch(notThere);
}

function notThere(error: unknown): void {
  if ((error as { code?: number }).code !== 404) throw error;
}
