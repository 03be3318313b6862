import type { Log } from "../ports/log.ts";
import type { Releases } from "../ports/releases.ts";
import type { Release } from "../release/release.ts";
import { leavesAt } from "../values/leaves-at.ts";
import { masksFor } from "../values/secrets.ts";
import { attempt } from "./deploy/attempt.ts";
import { findRecord } from "./find-record.ts";

type HidingPorts = { releases: Releases; hide: (secrets: readonly string[]) => void; log: Log };

/**
 * Hides what `secret-values` gave to these revisions from all that this run says, as their deploys did. A deploy that failed
 * has no record: its secrets are looked for where the others had theirs.
 * @param secretPaths where else values are secret
 */
export async function hideSecrets(
  revisions: readonly (Release | undefined)[],
  { releases, hide, log }: HidingPorts,
  secretPaths: readonly (readonly string[])[] = [],
): Promise<void> {
  const all = revisions.filter((each) => each !== undefined);
  const records = await attempt("read which values are secret", log, () =>
    Promise.all(all.map((each) => findRecord(each, { releases }))),
  );
  const recorded = (records ?? []).flatMap((record) => record?.values.secretPaths ?? []);
  const paths = [...recorded, ...secretPaths];
  hide(masksFor(all.flatMap(({ values }) => leavesAt(values, paths))));
}
