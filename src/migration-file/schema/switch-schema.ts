import * as z from "zod";
import { HTTPS_ADDRESS, PERCENTAGE } from "../forms/http-forms.ts";
import { oneOf } from "./cron-checks.ts";
import { count, duration, text, withFacts } from "./leaves.ts";

const EXAMPLE = [1, 10, 50, 100];

const weights = z
  .array(count({ description: "Percent.", is: "a whole number", example: 10 }, { from: 1, to: 100 }))
  .min(1)
  .check((context) => {
    const steps = context.value;
    const refuse = (at: number, message: string) => {
      const params = { instead: `write ascending numbers that end at 100, such as [${EXAMPLE.join(", ")}]` };
      context.issues.push({ code: "custom", message, input: steps[at], path: [at], params, continue: true });
    };
    for (const [at, step] of steps.entries()) {
      if (!(step >= 1 && step <= 100)) continue;
      const before = steps[at - 1] ?? 0;
      if (step <= before) refuse(at, `${step} is not above ${before}, the one before it`);
      else if (at === steps.length - 1 && step !== 100) refuse(at, `${step} is the last, so that not all goes over`);
    }
  })
  .meta({ uniqueItems: true, contains: { const: 100 } });

const source = z
  .strictObject({
    cloudwatch: withFacts(z.literal(true), {
      description: "`true`: the new load balancer's own counts, in CloudWatch.",
      is: "the word true",
    }).optional(),
    url: text({
      description:
        'An https address that answers with the share, such as `0.01`, or `{"errorRate": 0.01, "requests": 120}`.',
      is: "an https address",
      example: "https://metrics.example.com/error-rate",
      pattern: HTTPS_ADDRESS,
      placeholders: true,
    }).optional(),
  })
  .check(oneOf(["cloudwatch", "url"]))
  .meta({ minProperties: 1, maxProperties: 1 });

const errorRate = z.strictObject({
  // One is below all: who writes 1 means 1 %.
  most: withFacts(z.union([z.number().min(0).lt(1), z.string().regex(PERCENTAGE)]), {
    description: "Which share of requests may fail: `0.01` or `1%`.",
    is: "a share below 1, or a percentage below 100%",
    example: "1%",
  }),
  from: withFacts(source, {
    description: "Where that is read: one of `cloudwatch`, `url`.",
    is: "a map",
    example: { cloudwatch: true },
  }),
  "least-requests": count(
    {
      description: "With fewer requests in a step the rate says nothing, and the switch does not go further.",
      is: "a whole number",
      example: 100,
    },
    { from: 1, to: 1_000_000 },
  ).default(100),
});

const abort = z.strictObject({
  "probe-failures": count(
    { description: "So many probes of the new side that fail in a row.", is: "a whole number", example: 3 },
    { from: 1, to: 100 },
  ).default(3),
  "error-rate": withFacts(errorRate, {
    description: "Too many requests of the new side that fail. Left out, only probes are watched.",
    is: "a map",
    example: { most: "1%", from: { cloudwatch: true } },
  }).optional(),
});

/** How the records go over. */
export const switchSchema = z.strictObject({
  weights: withFacts(weights, {
    description: "In which steps the records go over, in percent of the answers. Default is `[100]`: all at once.",
    is: "a list of whole numbers",
    example: EXAMPLE,
  }).default([100]),
  bake: duration({ description: "How long each step but the last is watched.", example: "5m" }).default("5m"),
  abort: withFacts(abort, {
    description: "What ends a step that is watched, and gives everything back to the old side.",
    is: "a map",
    example: { "probe-failures": 3 },
  }).prefault({}),
});
