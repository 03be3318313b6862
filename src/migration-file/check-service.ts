import { checkWritten } from "./check-written.ts";
import { factsAt } from "./issue-problems.ts";
import { mergedService } from "./merged-service.ts";
import type { PlaceholderValues } from "./placeholders.ts";
import type { Problem } from "./problem.ts";
import { instead } from "./schema/leaves.ts";
import { type ServiceKeys, serviceSchema } from "./schema/service-schema.ts";
import { switchProblems } from "./switch-problems.ts";
import { at, type KeyPath, keyText, nearestAt, type Written } from "./written.ts";

/** A key that a service lacks once all is merged. */
export type MissingKey = { service: string; path: KeyPath; problem: Problem };

/** A service in an environment. `keys` where nothing is wrong and nothing is missing. */
export type CheckedService = { keys?: ServiceKeys; written?: Written; problems: Problem[]; missing: MissingKey[] };

/** Merges what is written for a service in an environment, and holds it against the schema. */
export function checkService(document: Written, names: PlaceholderValues): CheckedService {
  const written = mergedService(document, names);
  if (written === undefined) return { problems: [], missing: [] };
  const { value, problems: own, missing } = checkWritten(serviceSchema, written);
  const problems = [...own, ...switchProblems(written, at(document, ["services", names.service]))];
  const records = at(written, ["records"]);
  const unprobed = records?.kind === "list" && records.items.length > 0 && at(written, ["probe"]) === undefined;
  const lacks = [...missing, ...(unprobed ? [["probe"]] : [])].map((path) => missingKey(path, { document, names }));
  return { ...(value === undefined || lacks.length > 0 ? {} : { keys: value }), written, problems, missing: lacks };
}

/** Told where the service is written, since there it can be added. */
function missingKey(path: KeyPath, { document, names }: { document: Written; names: PlaceholderValues }): MissingKey {
  const full = ["services", names.service, ...path];
  const around = nearestAt(document, full);
  const facts = factsAt(serviceSchema, path);
  const next = facts ? `${instead(facts, "").instead}, here or in defaults` : "write it here or in defaults";
  return {
    service: names.service,
    path,
    problem: { ...(around.keyPlace ?? around.place), key: keyText(full), what: "is missing", instead: next },
  };
}
