import { migrationFiles } from "../../adapters/migration-files.ts";
import { UserError } from "../../errors.ts";
import type { EnvironmentMigration } from "../../migration-file/migration.ts";
import { problemsError } from "../../migration-file/problem.ts";
import { readMigration } from "../../migration-file/read-migration.ts";
import { resolve } from "../../migration-file/resolve.ts";
import type { MoveInputs } from "./move-inputs.ts";

/**
 * What the migration file in the workspace says for these services.
 * @throws UserError with all problems of the file in one list
 */
export async function readFile({ config, environment, services }: MoveInputs): Promise<EnvironmentMigration> {
  const files = migrationFiles({ workspace: process.env.GITHUB_WORKSPACE || process.cwd(), config });
  const read = readMigration(await files.read());
  if ("problems" in read) throw problemsError(read.problems);
  const resolved = resolve(read.migration, { environment, services });
  if ("problems" in resolved) throw problemsError(resolved.problems);
  if (resolved.migration.services.length === 0) {
    throw new UserError(
      "The migration file names no services: add those that shall move, as docs/migration-file.md shows",
    );
  }
  return resolved.migration;
}
