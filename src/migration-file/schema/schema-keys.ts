import * as z from "zod";
import { type Facts, factsOf } from "./leaves.ts";

/** A schema without what makes it optional or changes its output. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** The schema of what is below a key or at a position. `undefined`: there is no such key. */
export function schemaBelow(schema: z.ZodType | undefined, step: string | number): z.ZodType | undefined {
  const found = schema === undefined ? undefined : bare(schema);
  if (found instanceof z.ZodObject) {
    const shape = found.shape as Record<string, z.ZodType>;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  if (found instanceof z.ZodRecord) return found.valueType as z.ZodType;
  if (found instanceof z.ZodArray) return found.element as z.ZodType;
  if (found instanceof z.ZodUnion)
    return (found.options as z.ZodType[]).find((option) => option instanceof z.ZodArray)?.element as
      | z.ZodType
      | undefined;
  return undefined;
}

/** The keys that a map may have; empty where names are free. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  const found = schema === undefined ? undefined : bare(schema);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** One key of the schema. */
export type SchemaKey = {
  /** `services.<name>.records[].target.kind` */
  path: string;
  facts: Facts;
  /** The default that the schema itself has. */
  standard: unknown;
  required: boolean;
};

/** Every key below a schema, from the outside in. Names that are free stand as `<name>`, positions as `[]`. */
export function allKeys(schema: z.ZodType, path = ""): SchemaKey[] {
  const found = bare(schema);
  if (found instanceof z.ZodArray) return allKeys(found.element as z.ZodType, `${path}[]`);
  if (found instanceof z.ZodRecord) {
    const each = found.valueType as z.ZodType;
    const facts = factsOf(each);
    const own = `${path}.<name>`;
    const key = facts ? [{ path: own, facts, standard: undefined, required: false }] : [];
    return [...key, ...allKeys(each, own)];
  }
  if (!(found instanceof z.ZodObject)) return [];
  return Object.entries(found.shape as Record<string, z.ZodType>).flatMap(([name, each]) => {
    const facts = factsOf(bare(each));
    if (facts === undefined) throw new Error(`The schema has no facts about ${path}.${name}.`);
    const own = path === "" ? name : `${path}.${name}`;
    const standard = each instanceof z.ZodDefault ? each.def.defaultValue : undefined;
    return [{ path: own, facts, standard, required: !each.safeParse(undefined).success }, ...allKeys(each, own)];
  });
}
