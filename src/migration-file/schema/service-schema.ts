import * as z from "zod";
import { namespaceNameProblem, releaseNameProblem } from "../../release/release-name.ts";
import { CONTAINER_NAME, ECS_NAME } from "../forms/aws-forms.ts";
import { cronSchema } from "./cron-schema.ts";
import { choice, count, duration, text, withFacts } from "./leaves.ts";
import { probeSchema } from "./probe-schema.ts";
import { recordSchema } from "./record-schema.ts";
import { switchSchema } from "./switch-schema.ts";

const image = z.strictObject({
  from: choice(["ecs", "values"], "`ecs` deploys the digest that ECS runs now; `values` what the values files say."),
  container: text({
    description: "The container in the ECS task whose image it is. Needed only where there is more than one.",
    is: "a container's name",
    example: "web",
    pattern: CONTAINER_NAME,
    placeholders: true,
  }).optional(),
  "values-path": text({
    description: "The Helm value that takes the image, as `repository@sha256:…`.",
    is: "the path of a value",
    example: "image",
    pattern: /^[^\s.]+(\.[^\s.]+)*$/,
    placeholders: true,
  }).default("image"),
});

const release = z.strictObject({
  name: text({
    description: "Name of the Helm release. Default is the service's name.",
    is: "a release's name",
    example: "orders",
    placeholders: true,
    problem: (name) => withoutKey(releaseNameProblem(name)),
  }),
  chart: text({
    description: "The chart: a path, `repo/name`, the https address of a .tgz, or `oci://…`.",
    is: "a chart",
    example: "charts/service",
    placeholders: true,
  }),
  "chart-version": text({
    description: "Version of a chart that is not a path. Default is the newest.",
    is: "a version",
    example: '"1.4.2"',
  }).optional(),
  repository: text({
    description: "Address of the chart repository, when `chart` is only a name.",
    is: "an address",
    example: "https://charts.example.com",
    pattern: /^https?:\/\/\S+$/,
  }).optional(),
  namespace: text({
    description: "Namespace to deploy to.",
    is: "a namespace",
    example: "commerce",
    placeholders: true,
    problem: (name) => withoutKey(namespaceNameProblem(name)),
  }),
  "value-files": withFacts(
    z.array(text({ description: "A path.", is: "a path", example: "charts/orders.yaml", placeholders: true })),
    {
      description: "Paths of values files. Later ones win.",
      is: "a list of paths",
      example: ['"charts/{service}/{environment}.yaml"'],
    },
  ).default([]),
  timeout: duration({ description: "How long to wait until everything is ready.", example: "10m" }).default("5m"),
});

/** What the rules of `deploy` say, without the name of its input and the value. */
function withoutKey(problem: string | undefined): string | { what: string; instead: string } | undefined {
  const [what = "", next] = problem?.replace(/^\w+: "[^"]*" /, "").split(": ") ?? [];
  if (problem === undefined) return undefined;
  return next === undefined ? what : { what, instead: next };
}

const ecs = z.strictObject({
  service: text({
    description: "Name of the ECS service. Default is the service's name here.",
    is: "an ECS service's name",
    example: "orders",
    pattern: ECS_NAME,
    placeholders: true,
  }),
  cluster: text({
    description: "Its cluster. Default is that of the environment.",
    is: "an ECS cluster's name",
    example: "orders",
    pattern: ECS_NAME,
    placeholders: true,
  }),
});

const prepare = z.strictObject({
  ttl: count(
    { description: "What the TTL of the records is lowered to, in seconds.", is: "a number of seconds", example: 60 },
    { from: 1, to: 3600 },
  ).default(60),
  "keep-alive": count(
    {
      description:
        "What the client keep-alive of the old load balancer is lowered to, in seconds. Left out, it stays as it is.",
      is: "a number of seconds",
      example: 60,
    },
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
    { from: 60, to: 604_800 },
  ).optional(),
  margin: duration({
    description: "How much longer than the old TTL is waited before the switch.",
    example: "60s",
  }).default("60s"),
});

/** All that a service has once `defaults`, service and environment are merged. */
export const serviceSchema = z.strictObject({
  image: withFacts(image, {
    description: "Which image is deployed.",
    is: "a map",
    example: { from: "ecs", "values-path": "image" },
  }),
  release: withFacts(release, {
    description: "The Helm release in EKS.",
    is: "a map",
    example: { chart: "charts/service", namespace: "commerce" },
  }),
  ecs: withFacts(ecs, {
    description: "The service in ECS.",
    is: "a map",
    example: { service: "orders", cluster: "orders" },
  }),
  records: withFacts(z.array(recordSchema), {
    description: "The names in DNS that move.",
    is: "a list",
    example: [{ name: "orders.example.com", target: { kind: "ingress", name: "orders" } }],
  }).default([]),
  probe: withFacts(probeSchema, {
    description: "How the new side is tried before traffic goes there. Needed where there are `records`.",
    is: "a map",
    example: { path: "/healthz" },
  }).optional(),
  crons: withFacts(z.array(cronSchema), {
    description: "The cron jobs that move, by the thing that is stopped.",
    is: "a list",
    example: [{ stop: { rule: "orders-nightly" }, start: [{ cronjob: "nightly-invoice" }] }],
  }).default([]),
  prepare: withFacts(prepare, {
    description: "What is lowered before the switch.",
    is: "a map",
    example: { ttl: 60 },
  }).prefault({}),
  switch: withFacts(switchSchema, {
    description: "How traffic goes over.",
    is: "a map",
    example: { weights: [1, 10, 50, 100] },
  }).prefault({}),
});

export type ServiceKeys = z.output<typeof serviceSchema>;
