import { z } from "zod";
import type { JsonValue } from "../journal/canonical-json.ts";
import type { RecordSet, Routing } from "./record-set.ts";

type Fields = Extract<Routing, { fields: unknown }>["fields"];

const fieldsSchema: z.ZodType<Fields> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.lazy(() => fieldsSchema)]),
);

const routingSchema = z.discriminatedUnion("policy", [
  z.strictObject({ policy: z.literal("weighted"), weight: z.int().min(0) }),
  z.strictObject({
    policy: z.enum(["latency", "failover", "geolocation", "geoproximity", "multivalue", "ip-based"]),
    fields: fieldsSchema,
  }),
]);

const setSchema = z.strictObject({
  name: z.string().min(1),
  type: z.string().min(1),
  ttl: z.int().min(0).exactOptional(),
  values: z.array(z.string()).exactOptional(),
  alias: z.strictObject({ zone: z.string(), name: z.string(), evaluateTargetHealth: z.boolean() }).exactOptional(),
  setIdentifier: z.string().exactOptional(),
  routing: routingSchema.exactOptional(),
  healthCheckId: z.string().exactOptional(),
  trafficPolicyInstanceId: z.string().exactOptional(),
});

const mapSchema = z.record(z.string(), setSchema);

/** By what a record set is told from all others of its zone: `orders.example.com A`, of a routed one `orders.example.com A [eu]`. */
export function setKey({ name, type, setIdentifier }: Pick<RecordSet, "name" | "type" | "setIdentifier">): string {
  return `${name} ${type}${setIdentifier === undefined ? "" : ` [${setIdentifier}]`}`;
}

/** Record sets by their keys, sorted: as they stand in a journal. */
export function setMap(sets: readonly RecordSet[]): Record<string, RecordSet> {
  const pairs = sets.map((set): [string, RecordSet] => [setKey(set), set]);
  return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The record sets of such a map, as a journal gives it back; null: none.
 * Throws an `Error` where it is none: no release of ours has written that.
 */
export function setsOf(map: JsonValue): RecordSet[] {
  const read = mapSchema.safeParse(map ?? {});
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
    throw new Error(`Cannot read these record sets of the journal: ${faults.join("; ")}`);
  }
  return Object.entries(read.data).map(([key, set]) => {
    if (setKey(set) === key) return set;
    throw new Error(`Cannot read these record sets of the journal: under ${key} is ${setKey(set)}`);
  });
}
