import * as fc from "fast-check";
import * as z from "zod";
import { environmentSchema } from "../../../src/migration-file/schema/environment-schema.ts";
import { factsOf } from "../../../src/migration-file/schema/leaves.ts";
import { bare } from "../../../src/migration-file/schema/schema-keys.ts";
import { serviceSchema } from "../../../src/migration-file/schema/service-schema.ts";

type Tree = { [key: string]: unknown };

/** Forms that the schema knows by its own rules, not by a pattern. */
const FORMS: Record<string, string[]> = {
  "a window": ["Sun 02:00-05:00 America/Los_Angeles", "22:00-03:00 UTC", "Mon-Fri 00:00-24:00 Europe/Berlin"],
  "a duration": ["90s", "5m", "1h30m"],
  "a server's address": ["10.0.0.2", "10.0.0.2:5353", "fd00:ec2::253", "[fd00:ec2::253]:53"],
  "a schedule": ["*/5 * * * *", "@hourly", "0 9-17 * * mon-fri"],
};

/** Values that a schema takes; keys that may be left out are there or not. */
function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const found = bare(schema);
  if (found instanceof z.ZodObject) {
    const keys = Object.entries<z.ZodType>(found.shape);
    const values = Object.fromEntries(keys.map(([key, each]) => [key, valuesOf(each)]));
    const requiredKeys = keys.filter(([, each]) => !each.safeParse(undefined).success).map(([key]) => key);
    return fc.record(values, { requiredKeys });
  }
  if (found instanceof z.ZodArray)
    return fc.array(valuesOf(found.element as z.ZodType), { minLength: 1, maxLength: 3 });
  if (found instanceof z.ZodRecord) {
    return fc.dictionary(fc.constantFrom("accept", "x-a", "content-type"), valuesOf(found.valueType as z.ZodType));
  }
  if (found instanceof z.ZodUnion) return fc.oneof(...(found.options as z.ZodType[]).map(valuesOf));
  if (found instanceof z.ZodEnum) return fc.constantFrom(...found.options);
  if (found instanceof z.ZodLiteral) return fc.constantFrom(...found.values);
  if (found instanceof z.ZodNumber) return fc.integer({ min: found.minValue ?? 0, max: found.maxValue ?? 9 });
  return texts(found);
}

function texts(schema: z.ZodType): fc.Arbitrary<string> {
  const facts = factsOf(schema);
  const { pattern } = schema.meta() ?? {};
  if (typeof pattern === "string") {
    const some = fc.stringMatching(new RegExp(pattern)).filter((text) => schema.safeParse(text).success);
    return fc.oneof(some, fc.constant(String(facts?.example)));
  }
  const forms = facts && FORMS[facts.is]?.filter((form) => schema.safeParse(form).success);
  if (forms && forms.length > 0) return fc.constantFrom(...forms);
  if (facts?.placeholders === true) {
    const plain = String(facts.example);
    const filled = {
      "a host name": "{service}.example.com",
      "a path": "/{service}/{environment}",
      "an https address": "https://{service}.example.com/",
    }[facts.is];
    return fc.constantFrom(plain, filled ?? "{service}-{environment}");
  }
  return facts === undefined ? fc.constantFrom("2xx", "5xx") : fc.constant(String(facts.example));
}

/** Whole files that are right, as values. */
export const files: fc.Arbitrary<Tree> = fc
  .record({
    environments: fc.array(valuesOf(environmentSchema), { minLength: 1, maxLength: 3 }),
    services: fc.array(valuesOf(serviceSchema), { minLength: 1, maxLength: 4 }),
    probe: valuesOf(serviceSchema.shape.probe),
    image: valuesOf(serviceSchema.shape.image),
  })
  .map(({ environments, services, probe, image }) => {
    const names = environments.map((_, at) => `e${at}`);
    const own = services.map((service, at) => [`s${at}`, singled(service as Tree, { at, names })] as const);
    return {
      version: 1,
      environments: Object.fromEntries(environments.map((each, at) => [`e${at}`, each])),
      defaults: { probe, image },
      services: Object.fromEntries(own),
    };
  });

/** What is to be there once gets names of its own, and one of what excludes each other stays. */
function singled(service: Tree, { at, names }: { at: number; names: string[] }): Tree {
  const records = (service.records as Tree[] | undefined)?.map((record, index) => ({
    ...record,
    name: `r${index}.s${at}.example.com`,
    target: { kind: "host", name: "example.net" },
    // Members go over at once.
    ...(at % 2 === 0 ? { members: undefined, "managed-by": index === 0 ? undefined : record["managed-by"] } : {}),
  }));
  const crons = (service.crons as Tree[] | undefined)?.map((cron, index) => {
    const name = `c${at}-${index}`;
    const stops: Tree[] = [
      { rule: name },
      { schedule: `g/${name}` },
      { worker: `${name}-{environment}` },
      { "env-switch": { ...((cron.stop as Tree)["env-switch"] as Tree), name, off: "0" } },
    ];
    const known = index % 4 < 2;
    const jobs = (cron.jobs as Tree[] | undefined)?.map((job) => ({ ...job, deployment: undefined, cronjob: name }));
    const start = [{ cronjob: name }, { deployment: `${name}-beat`, replicas: index }].slice(0, 1 + index);
    return {
      ...cron,
      stop: stops[index % 4],
      start: start.map(({ replicas, ...each }) => (replicas ? { ...each, replicas } : each)),
      ...(known ? { jobs: [] } : { jobs: jobs ?? [] }),
    };
  });
  const release = { ...(service.release as Tree), name: `s${at}`, namespace: "commerce" };
  const environments = { [names[0] ?? "e0"]: { prepare: { ttl: 5 } } };
  return {
    ...service,
    release,
    ecs: { service: `s${at}`, cluster: "c" },
    records: records ?? [],
    switch: switched(service.switch as Tree | undefined, at),
    crons: crons ?? [],
    environments,
  };
}

/** Weights that go up to 100, in steps for every other service; an error rate from one place. */
function switched(given: Tree = {}, at: number): Tree {
  const weights = at % 2 === 0 ? [1 + at, 20, 100].slice(at % 3) : [100];
  const abort = given.abort as Tree | undefined;
  const rate = abort?.["error-rate"] as Tree | undefined;
  if (rate === undefined) return { ...given, weights };
  const from = at % 3 === 0 ? { cloudwatch: true } : { url: "https://{service}.example.com/rate" };
  const most = typeof rate.most === "number" ? rate.most / 100 : "2.5%";
  return { ...given, weights, abort: { ...abort, "error-rate": { ...rate, most, from } } };
}
