import { askControl } from "../process/control.ts";
import { startServer } from "../process/server.ts";
import type { Sandbox } from "../sandbox.ts";
import type { DnsSettings } from "./settings.ts";
import { addresses } from "./view.ts";

export type Dns = Sandbox["dns"];

/**
 * Starts the DNS server that answers from the emulated Route 53. It reads the emulator only while it is asked: a change is seen
 * after 0.2 s and the time of a read.
 *
 * @param options.aws the emulator
 * @param options.accounts whose zones and load balancers it serves; `setDns` changes it
 * @param options.regions of the load balancers
 * @throws when it does not come up; the error names its log
 */
export async function startDns(options: {
  folder: string;
  aws: Pick<Sandbox["aws"], "url">;
  accounts: string[];
  regions: string[];
}): Promise<Dns> {
  const { folder, aws, accounts, regions } = options;
  const env = { EMULATOR: aws.url, ACCOUNTS: accounts.join(","), REGIONS: [...new Set(regions)].join(",") };
  const script = new URL("server.ts", import.meta.url);
  const { pid, port, control } = await startServer({ name: "dns", script, env, folder });
  const { resolver, vpcResolver, nameServers } = addresses;
  const at = (address: string) => `${address}:${port}`;
  return { resolver: at(resolver), vpcResolver: at(vpcResolver), nameServers: nameServers.map(at), control, pid };
}

/** Changes what is given of the settings, from now on. A name server that lags does so from here. */
export async function setDns(dns: Pick<Dns, "control">, settings: Partial<DnsSettings>): Promise<void> {
  await askControl(dns.control, "PUT /settings", settings);
}

/** Serves an account of the emulator beside those that are served. */
export async function serveAccount(dns: Pick<Dns, "control">, accountId: string): Promise<void> {
  const { accounts } = await askControl<DnsSettings>(dns.control, "GET /settings");
  await setDns(dns, { accounts: [...new Set([...accounts, accountId])] });
}

/** Resolves when every change of before is answered with. */
export async function readZonesNow(dns: Pick<Dns, "control">): Promise<void> {
  await askControl(dns.control, "PUT /world");
}
