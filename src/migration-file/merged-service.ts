import type * as z from "zod";
import { fillIn, type PlaceholderValues } from "./placeholders.ts";
import { factsOf } from "./schema/leaves.ts";
import { bare, schemaBelow } from "./schema/schema-keys.ts";
import { serviceSchema } from "./schema/service-schema.ts";
import { at, type KeyPath, keyText, merge, type Written } from "./written.ts";

/** What follows from the names of service and environment where it is not written. */
export const IMPLIED_KEYS = [
  ["release", "name"],
  ["ecs", "service"],
  ["ecs", "cluster"],
] as const;

/**
 * What is written for a service in an environment: `defaults`, the service, and the service in that environment merged, with
 * what follows from the names put in and placeholders filled. Each value keeps the place where it was written.
 */
export function mergedService(document: Written, names: PlaceholderValues): Written | undefined {
  const service = at(document, ["services", names.service]);
  if (service?.kind !== "map") return undefined;
  const own = new Map(service.entries);
  own.delete("environments");
  const upper = at(service, ["environments", names.environment]);
  const merged = merge(merge(at(document, ["defaults"]), { ...service, entries: own }), upper);
  if (merged?.kind !== "map") return undefined;
  const whole = { ...merged, key: service.key, place: service.place };
  const cluster = at(document, ["environments", names.environment, "ecs", "cluster"]);
  const given = IMPLIED_KEYS.reduce<Written>((so, path) => {
    const value = path[1] === "cluster" ? cluster : names.service;
    return value === undefined ? so : withImplied(so, path, value);
  }, whole);
  return filled(given, serviceSchema, names);
}

/** Puts a value in where nothing is written. */
function withImplied(written: Written, path: KeyPath, value: string | Written): Written {
  const [step, ...rest] = path;
  if (step === undefined || written.kind !== "map") return written;
  const key = keyText([step], written.key);
  const there = written.entries.get(String(step));
  if (rest.length === 0 && there !== undefined) return written;
  const { place } = written;
  const leaf = typeof value === "string" ? ({ kind: "leaf", key, place, value } as const) : value;
  const inner: Written = there ?? { kind: "map", key, place, entries: new Map() };
  const next = rest.length === 0 ? leaf : withImplied(inner, rest, value);
  return { ...written, entries: new Map([...written.entries, [String(step), next]]) };
}

/** Fills placeholders in where the schema says so. */
function filled(written: Written, schema: z.ZodType | undefined, names: PlaceholderValues): Written {
  if (schema === undefined) return written;
  if (written.kind === "leaf") {
    const fits = typeof written.value === "string" && factsOf(bare(schema))?.placeholders === true;
    return fits ? { ...written, value: fillIn(String(written.value), names) } : written;
  }
  if (written.kind === "list") {
    return { ...written, items: written.items.map((item, index) => filled(item, schemaBelow(schema, index), names)) };
  }
  const entries = [...written.entries].map(
    ([key, value]) => [key, filled(value, schemaBelow(schema, key), names)] as const,
  );
  return { ...written, entries: new Map(entries) };
}
