import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAws } from "../../sandbox/aws/aws.ts";
import { inAccount } from "../../sandbox/aws/clients.ts";
import { jwksUrl, startOidc } from "../../sandbox/oidc/oidc.ts";
import { stopDaemon } from "../../sandbox/process/daemon.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { sandbox } from "./sandbox.ts";

/**
 * An AWS emulator and a token service of a test file's own, and how to end them. The first start on a machine installs them.
 *
 * @param clockRate how many seconds of EventBridge's rules and schedules a second is
 */
export async function startEmulator(
  clockRate = 1,
): Promise<Pick<Sandbox, "folder" | "aws" | "oidc"> & { stop(): Promise<void> }> {
  const folder = await daemonFolder();
  const oidc = await startOidc({ folder });
  const aws = await startAws({ folder, jwks: { [oidc.issuer]: jwksUrl(oidc) }, clockRate });
  const stop = async () => {
    await Promise.all([stopDaemon(aws.pid), stopDaemon(oidc.pid)]);
    await rm(folder, { recursive: true });
  };
  return { folder, aws, oidc, stop };
}

/**
 * A folder for the daemons of a test file. It lies in the folder of the sandbox that runs for the tests: an interrupted run
 * ends that sandbox, and these daemons with it.
 */
export async function daemonFolder(): Promise<string> {
  const base = process.env.K8S_MIGRATE_SANDBOX ? (await sandbox()).folder : tmpdir();
  return mkdtemp(join(base, "test-"));
}

/** An account that nobody else uses, for tests on a sandbox that others share. */
export function ownAccount(aws: Sandbox["aws"]): Sandbox["aws"] {
  return inAccount(aws, `9${String(randomInt(1e11)).padStart(11, "0")}`);
}

/** How long `startEmulator` may take when it has to install what it needs. */
export const INSTALL_MS = 600_000;

/** Asks the token service for a token, as `core.getIDToken` does. */
export async function idToken(
  oidc: Sandbox["oidc"],
  options: { url?: string; audience?: string } = {},
): Promise<string> {
  const { url = oidc.requestUrl, audience = "sts.amazonaws.com" } = options;
  const answer = await fetch(`${url}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${oidc.requestToken}` },
  });
  const { value } = (await answer.json()) as { value: string };
  return value;
}
