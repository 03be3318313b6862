import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";

/** Files in a cluster's folder; those that hold a secret can be read by their owner only. */
export type Credentials = {
  /** The administrator's token, and the API server's list of tokens that holds it. */
  adminToken: string;
  tokensFile: string;
  /** Signs the tokens of service accounts. */
  serviceAccountKeyFile: string;
};

const ownerOnly = { mode: 0o600 };

export async function makeCredentials(folder: string): Promise<Credentials> {
  const adminToken = randomBytes(24).toString("base64url");
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentials = {
    adminToken,
    tokensFile: join(folder, "tokens.csv"),
    serviceAccountKeyFile: join(folder, "service-account.key"),
  };
  await writeFile(credentials.tokensFile, `${adminToken},admin,admin,system:masters\n`, ownerOnly);
  await writeFile(credentials.serviceAccountKeyFile, privateKey.export({ type: "sec1", format: "pem" }), ownerOnly);
  return credentials;
}

/**
 * Takes the CA out of the certificate file that the API server generates (its own certificate, then the CA that signed it)
 * and writes it to `caFile`.
 */
export async function extractCa(certificates: string, caFile: string): Promise<void> {
  const last = (await readFile(certificates, "utf8"))
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
    ?.at(-1);
  if (!last) throw new Error(`${certificates} holds no certificate.`);
  await writeFile(caFile, `${last}\n`);
}

/** Writes a kubeconfig with one context, which bears the cluster's name, so that those of several clusters can be merged. */
export async function writeKubeconfig(
  file: string,
  { name, server, caFile, token }: { name: string; server: string; caFile: string; token: string },
): Promise<void> {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server, "certificate-authority": caFile } }],
    users: [{ name: `${name}-admin`, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: `${name}-admin` } }],
    "current-context": name,
  };
  await writeFile(file, stringify(config), ownerOnly);
}

/** Writes the kubeconfig by which the API server finds the service that reviews tokens. */
export async function writeWebhookConfig(file: string, url: string): Promise<void> {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "token-webhook", cluster: { server: url } }],
    users: [{ name: "api-server", user: {} }],
    contexts: [{ name: "token-webhook", context: { cluster: "token-webhook", user: "api-server" } }],
    "current-context": "token-webhook",
  };
  await writeFile(file, stringify(config), ownerOnly);
}
