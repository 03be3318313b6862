import * as z from "zod";
import { fileSchema } from "./schema/file-schema.ts";

/** Where editors get it: the version that the actions are used by. */
export const SCHEMA_ADDRESS = "https://raw.githubusercontent.com/casaone/k8s-migrate/v1/schema/k8s-migrate.schema.json";

/** The schema of the migration file for editors. */
export function migrationJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(fileSchema, {
    // What most editors know.
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema }) => forEditors(jsonSchema),
  });
  return { ...schema, $id: SCHEMA_ADDRESS, title: "k8s-migrate", description: "What moves from ECS to EKS, and how." };
}

/**
 * Facts that only our messages need go. Defaults become words: the editor would write them into the file with every map
 * that it completes.
 */
function forEditors(jsonSchema: Record<string, unknown>): void {
  const { default: standard, description } = jsonSchema;
  for (const key of ["is", "placeholders", "default"]) delete jsonSchema[key];
  if (typeof description !== "string") return;
  const words = typeof standard === "string" || typeof standard === "number" ? ` Default is \`${standard}\`.` : "";
  const markdown = description + words;
  jsonSchema.description = markdown.replaceAll("`", "");
  // https://github.com/redhat-developer/yaml-language-server and VS Code show this one instead, where it is.
  if (markdown.includes("`")) jsonSchema.markdownDescription = markdown;
}
