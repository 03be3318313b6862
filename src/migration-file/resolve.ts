import { nearest } from "../advice/nearest.ts";
import { UserError } from "../errors.ts";
import { checkService } from "./check-service.ts";
import type { EnvironmentMigration } from "./migration.ts";
import { inOrder, type Problem, placeText } from "./problem.ts";
import type { Migration } from "./read-migration.ts";
import { environmentOf, serviceOf } from "./resolved.ts";
import { environmentSchema } from "./schema/environment-schema.ts";
import { at, type KeyPath, nearestAt, plain, type Written } from "./written.ts";

/** What of a migration is asked for. */
export type Wanted = {
  environment: string;
  /** Empty: all. */
  services: readonly string[];
};

/**
 * What the file says for some services in an environment, or which keys they lack there.
 * @throws UserError when there is no such environment or service, with the names that there are
 */
export function resolve(
  { document, environments, services }: Migration,
  wanted: Wanted,
): { migration: EnvironmentMigration } | { problems: Problem[] } {
  const strange = [
    unknownName("environment", wanted.environment, environments),
    ...wanted.services.map((name) => unknownName("service", name, services)),
  ];
  const error = UserError.fromProblems(
    "Not in the migration file:",
    strange.filter((problem) => problem !== undefined),
  );
  if (error) throw error;
  const names = services.filter((name) => wanted.services.length === 0 || wanted.services.includes(name));
  const checked = names.map((service) => ({
    service,
    ...checkService(document, { service, environment: wanted.environment }),
  }));
  const problems = checked.flatMap(({ problems: found, missing }) => [
    ...found,
    ...missing.map(({ problem }) => inEnvironment(problem, wanted.environment)),
  ]);
  if (problems.length > 0) return { problems: inOrder(problems) };
  const environment = environmentSchema.parse(plain(at(document, ["environments", wanted.environment]) as Written));
  const written = new Map(checked.map((each) => [each.service, each.written]));
  const found = (path: KeyPath) => writtenAt(path, { document, written });
  return {
    migration: {
      environment: environmentOf(wanted.environment, environment),
      services: checked.flatMap(({ service, keys }) => (keys ? [serviceOf(service, keys)] : [])),
      placeOf: (path) => found(path).place,
      where: (path) => `${found(path).key} at ${placeText(found(path).keyPlace ?? found(path).place)}`,
    },
  };
}

function inEnvironment(problem: Problem, environment: string): Problem {
  const also = `, or for ${environment} only in its environments.${environment}`;
  return { ...problem, what: `is missing for ${environment}`, instead: `${problem.instead}${also}` };
}

/** For a service as it is merged, so that a default is found where it is written. */
function writtenAt(
  path: KeyPath,
  { document, written }: { document: Written; written: Map<string, Written | undefined> },
): Written {
  const [top, name, ...rest] = path;
  const service = top === "services" ? written.get(String(name)) : undefined;
  return service ? nearestAt(service, rest) : nearestAt(document, path);
}

function unknownName(what: string, name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  const all = known.join(", ");
  const instead = meant === undefined ? `there are ${all}` : `did you mean ${meant}? There are ${all}`;
  return `${what} "${name}" is not in the migration file; ${instead}.`;
}
