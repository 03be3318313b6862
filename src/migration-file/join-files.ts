import { type Problem, placeText } from "./problem.ts";
import { at, type Written } from "./written.ts";

/** What may be split over files, each name of it in one of them. */
const NAMED = ["environments", "services"] as const;

/**
 * Files of a folder as if they were one. Each has the keys of the one file; an environment or a service is in one of them,
 * and so are the defaults.
 */
export function joinFiles(files: readonly Written[]): { document: Written; problems: Problem[] } {
  const problems: Problem[] = [];
  const [first] = files;
  const place = first?.place ?? { file: "", line: 1, column: 1 };
  const entries = new Map<string, Written>();
  for (const file of files) {
    const defaults = at(file, ["defaults"]);
    const known = entries.get("defaults");
    if (defaults && known) problems.push(twice(defaults, known, "write the defaults in one file"));
    else if (defaults) entries.set("defaults", defaults);
    for (const name of NAMED) addNamed(at(file, [name]), { name, entries, problems });
  }
  const document: Written = { kind: "map", key: "", place, entries };
  if (!files.some((file) => at(file, ["version"]))) {
    problems.push({ ...place, key: "version", what: "is missing", instead: "write version: 1" });
  }
  for (const name of NAMED) {
    const found = entries.get(name);
    if (found?.kind === "map" && found.entries.size > 0) continue;
    problems.push({ ...(found ?? document).place, key: name, what: "is missing", instead: EXAMPLES[name] });
  }
  return { document, problems };
}

const EXAMPLES = {
  environments: "write one such as production, with ecs and eks: see docs/migration-file.md",
  services: "write one such as orders: see docs/migration-file.md",
};

type Target = { name: string; entries: Map<string, Written>; problems: Problem[] };

function addNamed(found: Written | undefined, { name, entries, problems }: Target): void {
  if (found?.kind !== "map") return;
  const known = entries.get(name);
  if (known?.kind !== "map") {
    entries.set(name, { ...found, entries: new Map(found.entries) });
    return;
  }
  for (const [each, value] of found.entries) {
    const other = known.entries.get(each);
    if (other) problems.push(twice(value, other, "write it in one file"));
    else known.entries.set(each, value);
  }
}

function twice(written: Written, other: Written, instead: string): Problem {
  const place = written.keyPlace ?? written.place;
  const first = other.keyPlace ?? other.place;
  return { ...place, key: written.key, what: `is also at ${placeText(first)}`, instead };
}
