import { ListClustersCommand } from "@aws-sdk/client-eks";
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eksClient, inAccount, stsClient } from "../../../sandbox/aws/clients.ts";
import { createRole, setSessionLife } from "../../../sandbox/aws/roles.ts";
import { requestUrlWith } from "../../../sandbox/oidc/oidc.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { INSTALL_MS, idToken, startEmulator } from "../../support/emulator.ts";

const region = "us-west-2";
let emulator: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  emulator = await startEmulator();
}, INSTALL_MS);
afterAll(() => emulator.stop());

describe("AssumeRoleWithWebIdentity", () => {
  let role: string;
  beforeAll(async () => {
    role = await createRole(emulator.aws, { name: "deployer", trust: { subject: "repo:casaone/shop:*" } });
  });

  test("takes a genuine token that the role's trust policy fits", async () => {
    const { Credentials } = await assume(role, await idToken(emulator.oidc));
    const session = asCredentials(Credentials);
    const identity = await stsClient(emulator.aws, region, session).send(new GetCallerIdentityCommand({}));
    expect(identity.Arn).toBe("arn:aws:sts::000000000000:assumed-role/deployer/test");
    expect(Number(Credentials?.Expiration) - Date.now()).toBeGreaterThan(3_590_000);
  });

  // The codes are those of https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
  test.each([
    [
      "for another subject",
      { sub: "repo:casaone/other:ref:refs/heads/main" },
      "AccessDenied",
      /Not authorized to perform/,
    ],
    ["for another audience", { aud: "https://github.com/casaone" }, "InvalidIdentityToken", /Incorrect token audience/],
    [
      "of another issuer",
      { iss: "https://gitlab.example.com" },
      "InvalidIdentityToken",
      /No OpenIDConnect provider found/,
    ],
    ["with a forged signature", { forged: "true" }, "InvalidIdentityToken", /Signature verification failed/],
    ["that is expired", { "expires-in": "-1" }, "ExpiredTokenException", /Token expired/],
    ["that is not valid yet", { nbf: "4102444800" }, "InvalidIdentityToken", /not yet valid/],
  ])("refuses a token %s", async (_, claims, code, message) => {
    const token = await idToken(emulator.oidc, { url: requestUrlWith(emulator.oidc, claims) });
    await expect(assume(role, token)).rejects.toMatchObject({ Code: code, message: expect.stringMatching(message) });
  });

  test("refuses what is no token, a token without signature, and a role that is not there", async () => {
    const genuine = await idToken(emulator.oidc);
    const [, payload] = genuine.split(".");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    await expect(assume(role, "garbage")).rejects.toMatchObject({ Code: "InvalidIdentityToken" });
    await expect(assume(role, unsigned)).rejects.toMatchObject({ Code: "InvalidIdentityToken" });
    await expect(assume(`${role}-absent`, genuine)).rejects.toMatchObject({ Code: "AccessDenied" });
  });

  test("refuses a genuine token in an account without an identity provider", async () => {
    const token = await idToken(emulator.oidc);
    await expect(assume(role.replace("000000000000", "222222222222"), token)).rejects.toMatchObject({
      Code: "InvalidIdentityToken",
      message: "No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com",
    });
  });

  function assume(RoleArn: string, WebIdentityToken: string) {
    // Without credentials, as a job has none: the call is not signed.
    const client = stsClient(emulator.aws, region);
    return client.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, WebIdentityToken, RoleSessionName: "test" }));
  }
});

describe("a role session", () => {
  test.each([
    [899, /greater than or equal to 900/],
    [3601, /exceeds the MaxSessionDuration/],
  ])("is refused for %d seconds", async (DurationSeconds, message) => {
    const RoleArn = await roleOf("limited");
    await expect(assumeRole({ RoleArn, DurationSeconds })).rejects.toMatchObject({
      Code: "ValidationError",
      message: expect.stringMatching(message),
    });
    await assumeRole({ RoleArn, DurationSeconds: 900 });
  });

  test("ends after the seconds that the sandbox sets, says so, and is then refused as expired for good", async () => {
    const RoleArn = await roleOf("short");
    await setSessionLife(emulator.aws, "short", 2);
    const { Credentials } = await assumeRole({ RoleArn, DurationSeconds: 900 });
    const session = asCredentials(Credentials);
    expect(Number(Credentials?.Expiration) - Date.now()).toBeLessThanOrEqual(2000);
    const eks = eksClient(emulator.aws, region, session);
    await eks.send(new ListClustersCommand({}));

    await waitFor("the session to end", () =>
      eks.send(new ListClustersCommand({})).then(
        () => false,
        () => true,
      ),
    );
    await setSessionLife(emulator.aws, "short", undefined);
    const next = await assumeRole({ RoleArn }); // makes ministack forget ended sessions
    expect(Number(next.Credentials?.Expiration) - Date.now()).toBeGreaterThan(3_590_000);
    await expect(eks.send(new ListClustersCommand({}))).rejects.toMatchObject({ name: "ExpiredTokenException" });
    await expect(stsClient(emulator.aws, region, session).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(
      {
        Code: "ExpiredToken",
      },
    );
  });

  test("may do what its policy says, only with its own secret, and only in its account", async () => {
    const session = asCredentials((await assumeRole({ RoleArn: await roleOf("reader") })).Credentials);
    await eksClient(emulator.aws, region, session).send(new ListClustersCommand({}));

    const forged = { ...session, secretAccessKey: "x".repeat(40) };
    await expect(eksClient(emulator.aws, region, forged).send(new ListClustersCommand({}))).rejects.toMatchObject({
      message: expect.stringMatching(/signature/),
    });

    const RoleArn = await createRole(emulator.aws, { name: "nobody", trust: { account: "000000000000" } });
    const nobody = asCredentials((await assumeRole({ RoleArn })).Credentials);
    await expect(eksClient(emulator.aws, region, nobody).send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  });

  test("may come from another account that the role trusts", async () => {
    const other = inAccount(emulator.aws, "111111111111");
    const RoleArn = await createRole(other, { name: "dns", trust: { account: "000000000000" } });
    const session = asCredentials((await assumeRole({ RoleArn })).Credentials);
    const identity = await stsClient(emulator.aws, region, session).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe("111111111111");
  });

  function roleOf(name: string): Promise<string> {
    return createRole(emulator.aws, {
      name,
      trust: { account: "000000000000" },
      policy: [{ Effect: "Allow", Action: "eks:ListClusters", Resource: "*" }],
    });
  }

  function assumeRole(request: { RoleArn: string; DurationSeconds?: number }) {
    return stsClient(emulator.aws, region).send(new AssumeRoleCommand({ ...request, RoleSessionName: "test" }));
  }
});

type Issued = {
  AccessKeyId: string | undefined;
  SecretAccessKey: string | undefined;
  SessionToken: string | undefined;
};

function asCredentials(issued: Issued | undefined) {
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = issued ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
