import { downFamily } from "../../sandbox/sandbox.ts";

/** After the last test on the sandbox: stops it, if sandbox-setup.ts started it. */
export default async function stopSandbox(): Promise<void> {
  const name = process.env.K8S_MIGRATE_SANDBOX_OWNER;
  if (!name) return;
  delete process.env.K8S_MIGRATE_SANDBOX_OWNER;
  delete process.env.K8S_MIGRATE_SANDBOX;
  await downFamily(name);
}
