import * as z from "zod";
import { OWN_NAME } from "../forms/names.ts";
import { asWritten } from "./as-written.ts";
import { environmentSchema } from "./environment-schema.ts";
import { withFacts } from "./leaves.ts";
import { serviceSchema } from "./service-schema.ts";

const name = z
  .string()
  .regex(OWN_NAME)
  .meta({ patternErrorMessage: 'Not a name: write lower case letters, digits and "-".' });

const defaults = asWritten(serviceSchema) as z.ZodObject;

const service = z.strictObject({
  ...defaults.shape,
  environments: withFacts(z.record(name, defaults), {
    description: "What differs in one environment, by its name. Maps merge, lists replace.",
    is: "a map of environments",
    example: { staging: { release: { namespace: "commerce-staging" } } },
  }).optional(),
});

/** One migration file, or one file of the folder: any of these keys. */
export const fileSchema = z.strictObject({
  version: withFacts(z.literal(1), {
    description: "Version of this form.",
    is: "a version that is known here",
    example: 1,
  }).optional(),
  environments: withFacts(z.record(name, environmentSchema), {
    description: "Where services move, by name: `production`, `staging`.",
    is: "a map of environments",
    example: { production: { ecs: {}, eks: {} } },
  }).optional(),
  defaults: withFacts(defaults, {
    description: "What all services have, unless they say otherwise. Maps merge, lists replace.",
    is: "a map",
    example: { release: { chart: "charts/service", namespace: "commerce" } },
  }).optional(),
  services: withFacts(
    z.record(
      name,
      withFacts(service, {
        description: "One service that moves.",
        is: "a map",
        example: {},
      }),
    ),
    {
      description: "What moves, by name.",
      is: "a map of services",
      example: { orders: { image: { from: "ecs" } } },
    },
  ).optional(),
});
