import { read, type Sandbox } from "../../sandbox/sandbox.ts";

/** The sandbox that runs for these tests (see sandbox-setup.ts): clusters "shop" and "shop-staging" in us-west-2. */
export async function sandbox(): Promise<Sandbox> {
  const name = process.env.K8S_MIGRATE_SANDBOX ?? "";
  const found = await read(name);
  if (!found) throw new Error(`No sandbox runs under the name "${name}": run these tests by npm run contract or e2e.`);
  return found;
}
