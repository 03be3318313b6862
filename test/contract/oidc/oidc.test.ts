import { createPublicKey, createVerify, type JsonWebKey } from "node:crypto";
import { rm } from "node:fs/promises";
import { getIDToken } from "@actions/core";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { jwksUrl, requestUrlWith, startOidc } from "../../../sandbox/oidc/oidc.ts";
import { stopDaemon } from "../../../sandbox/process/daemon.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { daemonFolder } from "../../support/emulator.ts";

let folder: string;
let oidc: Sandbox["oidc"];

beforeAll(async () => {
  folder = await daemonFolder();
  oidc = await startOidc({ folder });
}, 30_000);

afterAll(async () => {
  await stopDaemon(oidc.pid);
  await rm(folder, { recursive: true });
});

test("gives @actions/core a token with GitHub's claims, signed with the key that it serves", async () => {
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL = oidc.requestUrl;
  process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = oidc.requestToken;

  const { claims, genuine } = await check(await getIDToken("sts.amazonaws.com"));

  expect(genuine).toBe(true);
  expect(claims).toMatchObject({
    iss: "https://token.actions.githubusercontent.com",
    aud: "sts.amazonaws.com",
    sub: "repo:casaone/shop:environment:production",
    repository: "casaone/shop",
    environment: "production",
    ref: "refs/heads/main",
  });
  const life = Number(claims.exp) - Date.now() / 1000;
  expect(life).toBeGreaterThan(290);
  expect(life).toBeLessThanOrEqual(300);
});

test("gives no token without the bearer token of the job", async () => {
  for (const headers of [{}, { authorization: "Bearer wrong" }] as Record<string, string>[]) {
    const answer = await fetch(`${oidc.requestUrl}&audience=a`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("value");
  }
});

test("takes other claims from the request URL", async () => {
  const { claims } = await check(
    await ask(requestUrlWith(oidc, { sub: "repo:casaone/shop:pull_request", ref: "refs/heads/x" })),
  );
  expect(claims).toMatchObject({
    sub: "repo:casaone/shop:pull_request",
    ref: "refs/heads/x",
    aud: "sts.amazonaws.com",
  });
});

test("makes expired and forged tokens when it is asked to", async () => {
  const expired = await check(await ask(requestUrlWith(oidc, { "expires-in": "-60" })));
  expect(Number(expired.claims.exp)).toBeLessThan(Date.now() / 1000);
  expect(expired.genuine).toBe(true);

  expect((await check(await ask(requestUrlWith(oidc, { forged: "true" })))).genuine).toBe(false);
});

test("serves the issuer's configuration", async () => {
  const answer = await fetch(new URL("/.well-known/openid-configuration", oidc.requestUrl));
  expect(await answer.json()).toMatchObject({ issuer: oidc.issuer, jwks_uri: `${oidc.issuer}/.well-known/jwks` });
});

async function ask(url: string): Promise<string> {
  const headers = { authorization: `Bearer ${oidc.requestToken}` };
  const answer = await fetch(`${url}&audience=sts.amazonaws.com`, { headers });
  return ((await answer.json()) as { value: string }).value;
}

/** A token's claims, and whether the key that its header names, fetched from the JWKS, made its signature. */
async function check(token: string): Promise<{ claims: Record<string, unknown>; genuine: boolean }> {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const { kid } = decode(header);
  const { keys } = (await (await fetch(jwksUrl(oidc))).json()) as { keys: (JsonWebKey & { kid: string })[] };
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw new Error(`No key ${String(kid)} is served.`);
  const genuine = createVerify("RSA-SHA256")
    .update(`${header}.${payload}`)
    .verify(createPublicKey({ key: jwk, format: "jwk" }), signature, "base64url");
  return { claims: decode(payload), genuine };
}

function decode(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;
}
