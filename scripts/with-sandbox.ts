import { down, read, type Sandbox, up } from "../sandbox/sandbox.ts";

/**
 * Works with the sandbox that K8S_MIGRATE_SANDBOX names, or else with one that is started for it, and goes with it, also on a
 * signal. What tests share finds it meanwhile, by that variable.
 * @param purpose begins its name
 */
export async function withSandbox<T>(purpose: string, work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const given = process.env.K8S_MIGRATE_SANDBOX;
  if (given) {
    const sandbox = await read(given);
    if (!sandbox) throw new Error(`K8S_MIGRATE_SANDBOX names the sandbox "${given}", but none of that name runs.`);
    return work(sandbox);
  }
  const name = `${purpose}-${process.pid}`;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void down(name).finally(() => process.exit(130)));
  }
  const sandbox = await up({ name, clusters: [{ name: "shop", region: "us-west-2" }] });
  process.env.K8S_MIGRATE_SANDBOX = name;
  try {
    return await work(sandbox);
  } finally {
    await down(name);
  }
}
