import { migrationJsonSchema } from "../../src/migration-file/json-schema.ts";
import { IMPLIED_KEYS } from "../../src/migration-file/merged-service.ts";
import { environmentSchema } from "../../src/migration-file/schema/environment-schema.ts";
import { allKeys, type SchemaKey } from "../../src/migration-file/schema/schema-keys.ts";
import { serviceSchema } from "../../src/migration-file/schema/service-schema.ts";
import { fillTable, inputsTable } from "../tables.ts";

/** @returns the published JSON Schema, as text */
export function schemaText(): string {
  return `${JSON.stringify(migrationJsonSchema(), null, 2)}\n`;
}

/** @returns docs/migration-file.md, which is at `path`, with its tables of keys */
export function withKeyTables(text: string, path: string): string {
  const tables = { "environment-keys": environmentSchema, "service-keys": serviceSchema };
  return Object.entries(tables).reduce((so, [name, schema]) => {
    const keys = allKeys(schema);
    const rows = keys.map((key) => [key.path, row(key, keys)]);
    return fillTable(so, path, {
      name,
      content: inputsTable(Object.fromEntries(rows)).replace("| Input |", "| Key |"),
    });
  }, text);
}

function row(key: SchemaKey, keys: readonly SchemaKey[]) {
  const { facts, standard } = key;
  const shown = typeof standard === "string" || typeof standard === "number" ? standard : "";
  return { description: facts.description, default: shown, required: mustBeWritten(key, keys) };
}

/** A map at the top must, when something right below it must. */
function mustBeWritten({ path, required }: SchemaKey, keys: readonly SchemaKey[]): boolean {
  if (!required || IMPLIED_KEYS.some((implied) => implied.join(".") === path)) return false;
  const inner = keys.filter((key) => key.path.startsWith(`${path}.`) && !key.path.slice(path.length + 1).includes("."));
  return path.includes(".") || inner.length === 0 || inner.some((key) => mustBeWritten(key, keys));
}
