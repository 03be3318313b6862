import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { freePort, logOf, startDaemon, waitFor } from "../process/daemon.ts";
import type { Sandbox } from "../sandbox.ts";
import { GITHUB_ISSUER } from "./token.ts";

/**
 * Starts the token service that jobs ask for OIDC tokens, with a signing key of its own. Its `requestUrl` and
 * `requestToken` are what a runner gives a job as ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN.
 *
 * @param options.folder its log goes to `<folder>/logs/oidc.log`
 * @throws when it does not answer in time
 */
export async function startOidc(options: { folder: string }): Promise<Sandbox["oidc"]> {
  const port = await freePort();
  const requestToken = randomBytes(24).toString("base64url");
  const pid = startDaemon({
    name: "oidc",
    command: process.execPath,
    args: [fileURLToPath(new URL("server.ts", import.meta.url))],
    env: { PORT: String(port), REQUEST_TOKEN: requestToken },
    folder: options.folder,
  });
  const oidc = {
    issuer: GITHUB_ISSUER,
    requestUrl: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
    requestToken,
    pid,
  };
  await waitFor("the OIDC token service", async () => (await fetch(jwksUrl(oidc))).ok, {
    log: logOf(options.folder, "oidc"),
    pid,
  });
  return oidc;
}

/** Where the public keys of its tokens are served; on github.com the issuer's own host serves them. */
export function jwksUrl(oidc: Pick<Sandbox["oidc"], "requestUrl">): string {
  return new URL("/.well-known/jwks", oidc.requestUrl).href;
}

/**
 * The request URL that makes tokens with other claims: for tests of what is refused.
 *
 * @param claims by name; `expires-in` (seconds from now) and `forged: "true"` (signed with a key that nobody serves) also work
 */
export function requestUrlWith(oidc: Pick<Sandbox["oidc"], "requestUrl">, claims: Record<string, string>): string {
  const url = new URL(oidc.requestUrl);
  for (const [name, value] of Object.entries(claims)) url.searchParams.set(name, value);
  return url.href;
}
