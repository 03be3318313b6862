import { readFile, rename, writeFile } from "node:fs/promises";
import type { STSClient } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity } from "@smithy/types";
import { awsAdvice, SESSION_ENDED, webIdentityAdvice } from "../../advice/aws-advice.ts";
import { OutsideError, UserError } from "../../errors.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";

/** A session is renewed when less than this is left, so that a call that starts now does not outlive it. */
const RENEW_BEFORE_MS = 5 * 60_000;

export type SessionSource = {
  region: string;
  /** ARN; empty: the job's own credentials. */
  roleToAssume: string;
  /** The runner's OIDC token for AWS; absent where the job has no `id-token: write`. */
  idToken?: () => Promise<string>;
  /** A file, readable by this user only, that keeps the role's session for later processes of the job. */
  cacheFile?: string;
  /** Gets what must never be shown, before anything could show it. */
  onSecrets?: (secrets: readonly string[]) => void;
};

/**
 * AWS credentials for the job. With a role: by the runner's OIDC token, else by the job's credentials (role chaining).
 * Without: the SDK's default chain (environment, web identity, container, instance).
 * Role sessions are renewed whenever they are asked for near their end.
 */
export function awsSession(source: SessionSource): () => Promise<AwsCredentialIdentity> {
  if (source.roleToAssume === "") return defaultChain(source.region);
  let session: AwsCredentialIdentity | undefined;
  let renewing: Promise<AwsCredentialIdentity> | undefined;
  return async () => {
    if (isFresh(session)) return session;
    // Calls that come while one renews it wait for that one.
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  async function renew(): Promise<AwsCredentialIdentity> {
    session = await readCache(source.cacheFile);
    if (isFresh(session)) return session;
    session = await assumeRole(source);
    source.onSecrets?.([session.secretAccessKey, session.sessionToken ?? ""].filter((secret) => secret !== ""));
    await writeCache(source.cacheFile, session);
    return session;
  }
}

function defaultChain(region: string): () => Promise<AwsCredentialIdentity> {
  let client: STSClient | undefined;
  return async () => {
    if (client === undefined) {
      const { STSClient, proxyAwareHandler } = await loadSts();
      client = new STSClient({ region, requestHandler: proxyAwareHandler() });
    }
    try {
      return await client.config.credentials();
    } catch (error) {
      throw new UserError(
        `AWS credentials: the job has none (${awsReason(error)}). Set role-to-assume and "permissions: id-token: write", or run aws-actions/configure-aws-credentials before`,
      );
    }
  };
}

/** Not at the start: a session that is kept needs none of it. */
async function loadSts() {
  const [sts, http] = await Promise.all([import("@aws-sdk/client-sts"), import("./http.ts")]);
  return { ...sts, ...http };
}

async function assumeRole({ region, roleToAssume, idToken, onSecrets }: SessionSource): Promise<AwsCredentialIdentity> {
  const { STSClient, AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, proxyAwareHandler } = await loadSts();
  const token = await idToken?.();
  if (token !== undefined) onSecrets?.([token]);
  const client = new STSClient({ region, requestHandler: proxyAwareHandler() });
  const names = { RoleArn: roleToAssume, RoleSessionName: `k8s-migrate-${process.env.GITHUB_RUN_ID ?? "local"}` };
  try {
    const { Credentials } = token
      ? await client.send(new AssumeRoleWithWebIdentityCommand({ ...names, WebIdentityToken: token }))
      : await client.send(new AssumeRoleCommand(names));
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) throw new Error("the answer holds no credentials");
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      ...(Credentials.SessionToken ? { sessionToken: Credentials.SessionToken } : {}),
      ...(Credentials.Expiration ? { expiration: Credentials.Expiration } : {}),
    };
  } catch (error) {
    const next = nextStep(error, token);
    throw new OutsideError({
      system: "AWS STS",
      operation: `assume role ${roleToAssume} ${token ? "with the runner's OIDC token" : "with the job's credentials"}`,
      reason: awsReason(error),
      ...(next === undefined ? {} : { next }),
      cause: error,
    });
  } finally {
    client.destroy();
  }
}

function nextStep(error: unknown, token: string | undefined): string | undefined {
  const [name, reason] = [awsErrorName(error), awsReason(error)];
  if (token !== undefined) return webIdentityAdvice({ name, reason, subject: subjectOf(token) });
  const known = awsAdvice({ name, reason });
  if (known === SESSION_ENDED) {
    return 'the job\'s AWS session has ended: log in again, or add "permissions: id-token: write", by which the login renews itself';
  }
  const step =
    'add "permissions: id-token: write" to the job to log in without stored keys, or let the job\'s credentials assume the role';
  return name.startsWith("AccessDenied") ? `${step}: ${known}; the role has to trust them too` : step;
}

/** Whom an OIDC token is for, read without checking it: a trust policy has to match this, letter by letter. */
function subjectOf(token: string): string {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { sub?: string };
    return claims.sub ?? "missing";
  } catch {
    return "unreadable";
  }
}

function isFresh(session: AwsCredentialIdentity | undefined): session is AwsCredentialIdentity {
  if (session === undefined) return false;
  return session.expiration === undefined || session.expiration.getTime() - Date.now() > RENEW_BEFORE_MS;
}

/** A session as JSON: its end is a text. */
type KeptSession = Omit<AwsCredentialIdentity, "expiration"> & { expiration?: string };

async function readCache(file: string | undefined): Promise<AwsCredentialIdentity | undefined> {
  if (file === undefined) return undefined;
  try {
    const { expiration, ...kept } = JSON.parse(await readFile(file, "utf8")) as KeptSession;
    return { ...kept, ...(expiration ? { expiration: new Date(expiration) } : {}) };
  } catch {
    return undefined;
  }
}

async function writeCache(file: string | undefined, session: AwsCredentialIdentity): Promise<void> {
  if (file === undefined) return;
  // Several kubectl calls may renew at once: each reader sees one whole session or the other.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(session), { mode: 0o600 });
  await rename(draft, file);
}
