import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { readMigration } from "../../../src/migration-file/read-migration.ts";
import { resolve } from "../../../src/migration-file/resolve.ts";
import { environmentSchema } from "../../../src/migration-file/schema/environment-schema.ts";
import { fileSchema } from "../../../src/migration-file/schema/file-schema.ts";
import { allKeys } from "../../../src/migration-file/schema/schema-keys.ts";
import { serviceSchema } from "../../../src/migration-file/schema/service-schema.ts";

const all = readFileSync("examples/k8s-migrate-all-keys.yml", "utf8");

test.each(["examples/k8s-migrate.yml", "examples/k8s-migrate-all-keys.yml"])("%s has no problem", (path) => {
  const read = readMigration([{ path, text: readFileSync(path, "utf8") }]);
  expect(read).not.toHaveProperty("problems");
  if (!("migration" in read)) return;
  for (const environment of read.migration.environments) {
    expect(resolve(read.migration, { environment, services: [] })).toHaveProperty("migration");
  }
});

/** The paths of all keys in a value; names stay. */
function pathsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [`${path}.${key}`, ...pathsIn(each, `${path}.${key}`)]);
}

test("the example with every key has every key", () => {
  const file = parse(all) as Record<string, Record<string, unknown>>;
  const places = { ...file.services, defaults: file.defaults };
  const services = Object.values(places).flatMap((service) => pathsIn(service, ""));
  const environments = Object.values(file.environments ?? {}).flatMap((environment) => pathsIn(environment, ""));
  const lacks = (schema: typeof serviceSchema | typeof environmentSchema, found: string[]) =>
    allKeys(schema)
      .map(({ path }) => `.${path}`)
      .filter((path) => !found.includes(path));
  expect(lacks(serviceSchema, services)).toEqual([]);
  expect(lacks(environmentSchema, environments)).toEqual([]);
  expect(Object.keys(file)).toEqual(Object.keys(fileSchema.shape));
  expect(services).toContain(".environments");
});

test("the example with every key has every choice of a kind", () => {
  for (const kind of ["ingress", "http-route", "service", "host"]) expect(all).toContain(`kind: ${kind},`);
  for (const stop of ["rule", "schedule", "env-switch", "worker"]) expect(all).toMatch(new RegExp(`${stop}: `));
});
