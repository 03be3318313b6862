import { downFamily, read, up, usualClusters } from "../../sandbox/sandbox.ts";

/**
 * Before the first file of tests on the sandbox: starts one sandbox for all of them, unless K8S_MIGRATE_SANDBOX names
 * one that runs. The name goes to the tests in that variable, since they run in processes of their own.
 */
export default async function startSandbox(): Promise<void> {
  const given = process.env.K8S_MIGRATE_SANDBOX;
  if (given) {
    if (await read(given)) return;
    throw new Error(
      `K8S_MIGRATE_SANDBOX names the sandbox "${given}", but none of that name runs. ` +
        `Start it (npm run sandbox -- up --name ${given}) or unset the variable: the tests then start one of their own.`,
    );
  }
  const name = `test-${process.pid}`;
  stopOnSignal(name);
  await up({ name, clusters: usualClusters });
  process.env.K8S_MIGRATE_SANDBOX = name;
  process.env.K8S_MIGRATE_SANDBOX_OWNER = name;
}

/** Jest leaves out the teardown when it is interrupted. */
function stopOnSignal(name: string): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      void downFamily(name).finally(() => process.exit(130));
    });
  }
}
