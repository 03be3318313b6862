import type { MigrationText } from "../migration-file/read-yaml.ts";

/** The migration file in the user's repository. */
export type MigrationFiles = {
  /**
   * Path, as messages show it, and text of the file, or of every file of the folder.
   * @throws UserError when there is none, when both are there, or when one cannot be read
   */
  read(): Promise<MigrationText[]>;
};
