import { nearest } from "../advice/nearest.ts";
import { checkService } from "./check-service.ts";
import { doubleClaims } from "./claims.ts";
import { OWN_NAME } from "./forms/names.ts";
import { issueProblems } from "./issue-problems.ts";
import { joinFiles } from "./join-files.ts";
import { missingEverywhere } from "./missing-keys.ts";
import { inOrder, type Problem } from "./problem.ts";
import { type MigrationText, readYaml } from "./read-yaml.ts";
import { fileSchema } from "./schema/file-schema.ts";
import { shown } from "./schema/leaves.ts";
import { at, plain, type Written } from "./written.ts";

/** What the file says, whole and without problems of its own. `resolve` gives what it says for an environment. */
export type Migration = {
  /** Names, in the order of the file. */
  environments: readonly string[];
  services: readonly string[];
  document: Written;
};

/**
 * Reads the migration file, or the files of the folder. Gives all problems at once, in the order of the files. A key that
 * only some environments lack is none yet: `resolve` says so.
 */
export function readMigration(files: readonly MigrationText[]): { migration: Migration } | { problems: Problem[] } {
  const read = files.map(readYaml);
  const written = read.flatMap((file) => file.written ?? []);
  const layers = written.flatMap(layerProblems);
  const own = [...read.flatMap((file) => file.problems), ...layers];
  // What other files refer to may be in the one that cannot be read.
  if (written.length < files.length) return { problems: inOrder(own) };
  const { document, problems: joined } = joinFiles(written);
  const problems = [own, joined, wholeProblems(document, layers)].flat();
  if (problems.length > 0) return { problems: inOrder(problems) };
  const [environments, services] = [namesIn(document, "environments"), namesIn(document, "services")];
  return { migration: { environments, services, document } };
}

/** What is wrong in one file by itself. */
function layerProblems(written: Written): Problem[] {
  const result = fileSchema.safeParse(plain(written));
  return result.success
    ? []
    : result.error.issues.flatMap((issue) => issueProblems(issue, { schema: fileSchema, written }));
}

/** What is wrong with all of it together. */
function wholeProblems(document: Written, layers: readonly Problem[]): Problem[] {
  // What has no right name has a problem of its own.
  const environments = namesIn(document, "environments").filter((name) => OWN_NAME.test(name));
  const services = namesIn(document, "services").filter((name) => OWN_NAME.test(name));
  const strange = services.map((service) =>
    strangers(at(document, ["services", service, "environments"]), environments),
  );
  const checked = environments.map((environment) => {
    return services.map((service) => checkService(document, { service, environment }));
  });
  return [
    ...strange,
    ...checked.map((each) => doubleClaims(each.flatMap(({ written }) => written ?? []))),
    ...checked.flat().map(({ problems }) => problems),
    missingEverywhere(checked, layers),
  ].flat();
}

function namesIn(document: Written, key: string): string[] {
  const found = at(document, [key]);
  return found?.kind === "map" ? [...found.entries.keys()] : [];
}

/** Environments of a service that are not there. */
function strangers(written: Written | undefined, environments: readonly string[]): Problem[] {
  if (written?.kind !== "map") return [];
  const unknown = [...written.entries].filter(([name]) => !environments.includes(name));
  return unknown.map(([name, value]) => {
    const meant = nearest(name, environments);
    const choices = `environments has ${environments.join(", ") || "none"}`;
    return {
      ...(value.keyPlace ?? value.place),
      key: value.key,
      what: `there is no environment ${shown(name)}`,
      instead: meant === undefined ? choices : `did you mean ${meant}?`,
    };
  });
}
