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
 *
 * @returns false as long as the file is not whole
 */
export async function extractCa(certificates: string, caFile: string): Promise<boolean> {
  const text = await readFile(certificates, "utf8");
  const [, ca] = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (ca) await writeFile(caFile, `${ca}\n`);
  return ca !== undefined;
}

/**
 * Writes the administrator's kubeconfig and returns its path. Its context bears the cluster's name, so that those of several
 * clusters can be merged.
 */
export function writeKubeconfig(
  folder: string,
  { name, server, caFile, token }: { name: string; server: string; caFile: string; token: string },
): Promise<string> {
  const cluster = { server, "certificate-authority": caFile };
  return writeConfig(join(folder, "admin.kubeconfig"), { name, cluster, user: { token } });
}

/** Writes the kubeconfig by which the API server finds the service that reviews tokens, and returns its path. */
export function writeWebhookConfig(folder: string, url: string): Promise<string> {
  return writeConfig(join(folder, "token-webhook.kubeconfig"), {
    name: "token-webhook",
    cluster: { server: url },
    user: {},
  });
}

async function writeConfig(
  file: string,
  { name, cluster, user }: { name: string; cluster: object; user: object },
): Promise<string> {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
  await writeFile(file, stringify(config), ownerOnly);
  return file;
}
