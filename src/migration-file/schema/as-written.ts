import * as z from "zod";

/**
 * The same schema for one place where it is written: any key may be left out, since another place may have it. Entries of
 * lists stay whole, since lists do not merge.
 */
export function asWritten(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault) {
    return asWritten(schema.unwrap() as z.ZodType).optional();
  }
  if (!(schema instanceof z.ZodObject)) return schema;
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, each]) => {
    return [key, asWritten(each).optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape)).meta(schema.meta() ?? {});
}
