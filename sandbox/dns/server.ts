import { serveControl } from "../process/control.ts";
import { type AnswerBytes, listen } from "./listen.ts";
import { readQuery } from "./packet.ts";
import { readWorld } from "./read-world.ts";
import { recent } from "./recent.ts";
import { type Reply, resolve } from "./resolve.ts";
import type { DnsSettings } from "./settings.ts";
import { addresses, type View } from "./view.ts";
import type { World } from "./zone.ts";

// A process of its own: name servers and resolvers for the emulated zones. Settings: PORT, CONTROL_PORT, EMULATOR (its URL),
// ACCOUNTS and REGIONS, separated by commas.

const { PORT, CONTROL_PORT, EMULATOR = "", ACCOUNTS = "", REGIONS = "" } = process.env;
const port = Number(PORT);
const WORLD_AGE_MS = 200;

let settings: DnsSettings = { accounts: ACCOUNTS.split(","), nameServers: {}, delegations: {} };
/** For those that lag, what there was when they began to. */
const past = new Map<string, Promise<World>>();
const world = recent(
  () => readWorld({ url: EMULATOR, accounts: settings.accounts, regions: REGIONS.split(",") }),
  WORLD_AGE_MS,
);

const answering =
  (kind: View["kind"], address: string): AnswerBytes =>
  async (bytes, over) => {
    const query = readQuery(bytes, over, kind !== "name-server");
    if (!query || settings.nameServers[address] === "silent") return undefined;
    return query.answer(await replyTo(query, kind, address));
  };

async function replyTo(query: { name: string; type: string }, kind: View["kind"], address: string): Promise<Reply> {
  const failed = { isAuthoritative: false, answers: [], authorities: [] };
  // Asks for all types at once; nobody needs it: https://www.rfc-editor.org/rfc/rfc8482
  if (query.type === "ANY") return { ...failed, rcode: "NOTIMP" };
  try {
    const seen = await (past.get(address) ?? world.get());
    return resolve({ kind, world: seen, delegations: settings.delegations }, query);
  } catch (error) {
    console.error(`${query.name} ${query.type}:`, error);
    return { ...failed, rcode: "SERVFAIL" };
  }
}

async function set(changed: Partial<DnsSettings>): Promise<void> {
  // From before any change that comes after this.
  const now = world.renew();
  settings = { ...settings, ...changed };
  for (const address of addresses.nameServers) {
    if (settings.nameServers[address] !== "lags") past.delete(address);
    else if (!past.has(address)) past.set(address, now);
  }
  await now;
  if (changed.accounts) await world.renew();
}

await Promise.all([
  listen({ address: addresses.resolver, port }, answering("resolver", addresses.resolver)),
  listen({ address: addresses.vpcResolver, port }, answering("vpc-resolver", addresses.vpcResolver)),
  ...addresses.nameServers.map((address) => listen({ address, port }, answering("name-server", address))),
]);
serveControl(Number(CONTROL_PORT), {
  "GET /settings": () => settings,
  "PUT /settings": (sent) => set(sent as Partial<DnsSettings>),
  "PUT /world": async () => void (await world.renew()),
});
