import { type Chain, headHash, relinked } from "./chain.ts";
import { MINIMUM_RELEASE, SCHEMA_VERSION } from "./schema.ts";

type Fields = Record<string, unknown>;

/** From one version of the schema to the next: of the document without its entries, and of each entry. */
type Upgrade = { header(header: Fields): Fields; entry(entry: Fields): Fields };

/**
 * By the version that they start from. Version 0 is that of the time before the first release; it keeps this way tested until
 * there is a second version.
 */
const upgrades: Readonly<Record<number, Upgrade>> = {
  0: {
    header: (header) => ({ ...header, minimumRelease: MINIMUM_RELEASE }),
    // Had the address of the run only, and another name for the pre-image.
    entry({ run, actor, preImage, ...entry }) {
      const before = entry.kind === "intent" ? { before: preImage ?? null } : {};
      const closes = entry.kind === "phase-ended" ? { closes: false } : {};
      return { ...entry, run: { actor, url: run, holder: run }, ...before, ...closes };
    },
  },
};

/** The oldest schema version that is read. */
export const OLDEST_VERSION = 0;

/** A journal of an older schema version in the present one. It must have been found whole before: its entries get new hashes. */
export function upgraded(chain: Chain, from: number): Chain {
  if (from === SCHEMA_VERSION) return chain;
  const old = { schemaVersion: from, entries: chain.entries.length, head: headHash(chain) };
  let { entries, ...header }: { entries: Fields[]; [field: string]: unknown } = chain;
  for (let version = from; version < SCHEMA_VERSION; version++) {
    const upgrade = upgrades[version];
    if (upgrade === undefined) throw new Error(`No upgrade starts from schema version ${version}.`);
    header = { ...upgrade.header(header), schemaVersion: version + 1 };
    entries = entries.map(upgrade.entry);
  }
  return relinked({ ...header, upgradedFrom: old }, entries);
}
