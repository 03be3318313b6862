import type { Release } from "../../release/release.ts";
import { leavesAt } from "../../values/leaves-at.ts";
import { masksFor } from "../../values/secrets.ts";
import { attempt } from "../deploy/attempt.ts";
import { findRecord } from "../find-record.ts";
import type { BackPorts } from "./rollback-types.ts";

/**
 * Hides what `secret-values` gave to these revisions from all that this run says, as their deploys did. A deploy that failed
 * has no record: its secrets are looked for where the others had theirs.
 */
export async function hideSecrets(
  revisions: readonly (Release | undefined)[],
  { releases, hide, log }: Pick<BackPorts, "releases" | "hide" | "log">,
): Promise<void> {
  const all = revisions.filter((each) => each !== undefined);
  const records = await attempt("read which values are secret", log, () =>
    Promise.all(all.map((each) => findRecord(each, { releases }))),
  );
  const paths = (records ?? []).flatMap((record) => record?.values.secretPaths ?? []);
  hide(masksFor(all.flatMap(({ values }) => leavesAt(values, paths))));
}
