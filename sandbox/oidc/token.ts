import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";

/** The issuer of GitHub's tokens on github.com: https://docs.github.com/actions/reference/security/oidc */
export const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/** GitHub's tokens are valid for about five minutes. */
const LIFE_SECONDS = 300;

export type SigningKey = { kid: string; privateKey: KeyObject; jwk: Record<string, unknown> };

/** Makes an RSA key pair and the form of its public half that a JWKS holds. */
export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" } };
}

/**
 * The claims of a token for one job, as GitHub writes them for a job with an environment.
 *
 * @param overrides claims that replace or join the usual ones; `sub`, `aud` and `iss` among them
 */
export function githubClaims(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    jti: randomUUID(),
    iss: GITHUB_ISSUER,
    aud: "https://github.com/casaone",
    sub: "repo:casaone/shop:environment:production",
    iat: now,
    nbf: now - 5,
    exp: now + LIFE_SECONDS,
    repository: "casaone/shop",
    repository_owner: "casaone",
    repository_id: "1001",
    repository_owner_id: "101",
    repository_visibility: "private",
    environment: "production",
    ref: "refs/heads/main",
    ref_type: "branch",
    ref_protected: "true",
    sha: "0123456789abcdef0123456789abcdef01234567",
    event_name: "push",
    head_ref: "",
    base_ref: "",
    actor: "octocat",
    actor_id: "1",
    run_id: "1",
    run_number: "1",
    run_attempt: "1",
    runner_environment: "github-hosted",
    workflow: "deploy",
    workflow_ref: "casaone/shop/.github/workflows/deploy.yml@refs/heads/main",
    workflow_sha: "0123456789abcdef0123456789abcdef01234567",
    job_workflow_ref: "casaone/shop/.github/workflows/deploy.yml@refs/heads/main",
    job_workflow_sha: "0123456789abcdef0123456789abcdef01234567",
    ...overrides,
  };
}

/** Signs claims as a JWT with RS256. */
export function signJwt(claims: Record<string, unknown>, key: Pick<SigningKey, "kid" | "privateKey">): string {
  const content = [{ typ: "JWT", alg: "RS256", kid: key.kid }, claims].map(encode).join(".");
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key.privateKey, "base64url")}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
