import { createServer, type IncomingMessage } from "node:http";
import { GITHUB_ISSUER, githubClaims, newSigningKey, signJwt } from "./token.ts";

// A process of its own: answers on 127.0.0.1 as the runner's token service does, and as GitHub's issuer does.
// Settings: PORT, and REQUEST_TOKEN, the bearer token that a job must show.

const { PORT = "", REQUEST_TOKEN = "" } = process.env;
if (!PORT || !REQUEST_TOKEN) throw new Error("Set PORT and REQUEST_TOKEN.");

const key = newSigningKey();
/** Signs under the name of the real key: what a forged token looks like. */
const forgery = { ...newSigningKey(), kid: key.kid };

const server = createServer((request, response) => {
  const { status, body } = answer(request);
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
});
server.listen(Number(PORT), "127.0.0.1");
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});

function answer(request: IncomingMessage): { status: number; body: unknown } {
  const url = new URL(request.url ?? "/", `http://127.0.0.1:${PORT}`);
  switch (url.pathname) {
    case "/.well-known/openid-configuration":
      return { status: 200, body: configuration() };
    case "/.well-known/jwks":
      return { status: 200, body: { keys: [key.jwk] } };
    case "/idtoken":
      if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) {
        return { status: 401, body: { message: "The bearer token is not the one of this job's runner." } };
      }
      return { status: 200, body: { count: 1, value: issue(url.searchParams) } };
    default:
      return { status: 404, body: { message: `Nothing is served at ${url.pathname}.` } };
  }
}

/**
 * Issues a token. `audience` is the caller's; any other parameter, which a test adds to the request URL, replaces the
 * claim of its name. Two have a meaning of their own: `expires-in` (seconds, may be negative) and `forged=true`.
 */
function issue(parameters: URLSearchParams): string {
  const { audience, "expires-in": expiresIn, forged, "api-version": _, ...claims } = Object.fromEntries(parameters);
  const overrides: Record<string, unknown> = claims;
  if (audience && !("aud" in claims)) overrides.aud = audience;
  if (expiresIn) overrides.exp = Math.floor(Date.now() / 1000) + Number(expiresIn);
  return signJwt(githubClaims(overrides), forged === "true" ? forgery : key);
}

function configuration(): Record<string, unknown> {
  return {
    issuer: GITHUB_ISSUER,
    jwks_uri: `${GITHUB_ISSUER}/.well-known/jwks`,
    subject_types_supported: ["public", "pairwise"],
    response_types_supported: ["id_token"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid"],
  };
}
