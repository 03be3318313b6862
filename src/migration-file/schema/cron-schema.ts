import * as z from "zod";
import { CONTAINER_NAME, ECS_NAME, ECS_SERVICE, RULE_NAME, SCHEDULE_NAME } from "../forms/aws-forms.ts";
import { cronProblem } from "../forms/cron-syntax.ts";
import { CRONJOB_NAME, OBJECT_NAME } from "../forms/names.ts";
import { isTimeZone } from "../forms/time-zone.ts";
import { cronChecks, oneOf, replicasFit } from "./cron-checks.ts";
import { choice, count, duration, text, withFacts } from "./leaves.ts";

const envSwitch = z.strictObject({
  service: text({
    description: "The ECS service. Default is that of `ecs`.",
    is: "an ECS service's name",
    example: "orders",
    pattern: ECS_NAME,
    placeholders: true,
  }).optional(),
  cluster: text({
    description: "Its cluster. Default is that of `ecs`.",
    is: "an ECS cluster's name",
    example: "shop",
    pattern: ECS_NAME,
    placeholders: true,
  }).optional(),
  container: text({
    description: "The container that has the variable. Needed only where more than one has it.",
    is: "a container's name",
    example: "web",
    pattern: CONTAINER_NAME,
    placeholders: true,
  }).optional(),
  name: text({
    description: "Name of the environment variable.",
    is: "a variable's name",
    example: "CRON_ENABLED",
    pattern: /^[^\s=]+$/,
  }),
  off: text({
    description: "The value that turns cron off.",
    is: "text",
    example: '"false"',
    pattern: /^[\s\S]*$/,
  }),
});

/** What is stopped on the ECS side: exactly one of these. */
const stopSchema = z
  .strictObject({
    rule: text({
      description: "Name of an EventBridge rule.",
      is: "an EventBridge rule's name",
      example: "orders-nightly",
      pattern: RULE_NAME,
      placeholders: true,
    }).optional(),
    schedule: text({
      description: "A schedule of EventBridge Scheduler, as `group/name`. Without a group it is `default`.",
      is: "a schedule",
      example: "shop/orders-nightly",
      pattern: SCHEDULE_NAME,
      placeholders: true,
    }).optional(),
    "env-switch": withFacts(envSwitch, {
      description: "An environment variable that turns off the cron inside of an ECS service.",
      is: "a map",
      example: { name: "CRON_ENABLED", off: '"false"' },
    }).optional(),
    worker: text({
      description:
        "An ECS service that does nothing but start jobs, such as celery beat; as `cluster/service` where its cluster is another one.",
      is: "an ECS service's name",
      example: "orders-beat",
      pattern: ECS_SERVICE,
      placeholders: true,
    }).optional(),
  })
  .check(oneOf(["rule", "schedule", "env-switch", "worker"]))
  .meta({ minProperties: 1, maxProperties: 1 });

const cronjob = text({
  description: "Name of a CronJob.",
  is: "a CronJob's name",
  example: "nightly-invoice",
  pattern: CRONJOB_NAME,
  placeholders: true,
}).optional();

const deployment = text({
  description: "Name of a Deployment that starts jobs by itself.",
  is: "a Deployment's name",
  example: "beat",
  pattern: OBJECT_NAME,
  placeholders: true,
}).optional();

/** What takes over in Kubernetes: a CronJob or a Deployment. */
const startSchema = z
  .strictObject({
    cronjob,
    deployment,
    replicas: count(
      { description: "Replicas of the Deployment. Default is 1.", is: "a whole number", example: 1 },
      { from: 1, to: 1000 },
    ).optional(),
  })
  .check(oneOf(["cronjob", "deployment"]))
  .check(replicasFit)
  .meta({ minProperties: 1, not: { required: ["cronjob", "replicas"] } });

/** A job whose times AWS does not know. */
const jobSchema = z
  .strictObject({
    cronjob,
    deployment,
    schedule: text({
      description: "When it runs, as Kubernetes writes it.",
      is: "a schedule",
      example: '"*/5 * * * *"',
      problem: cronProblem,
    }),
    "time-zone": text({
      description: "Time zone of the schedule.",
      is: "a time zone",
      example: "America/Los_Angeles",
      problem: (zone) => (isTimeZone(zone) ? undefined : "is not a time zone"),
    }).default("UTC"),
    "max-run": duration({ description: "How long a run takes at most.", example: "10m" }).optional(),
  })
  .check(oneOf(["cronjob", "deployment"]));

/** One thing that is stopped, with all that takes over from it. */
export const cronSchema = z
  .strictObject({
    stop: withFacts(stopSchema, {
      description: "What is stopped on the ECS side: one of `rule`, `schedule`, `env-switch`, `worker`.",
      is: "a map",
      example: { rule: "orders-nightly" },
    }),
    start: withFacts(z.array(startSchema).min(1), {
      description: "What takes over in Kubernetes: CronJobs and Deployments of the release.",
      is: "a list with at least one entry",
      example: [{ cronjob: "nightly-invoice" }],
    }),
    "missed-runs": choice(
      ["all", "latest", "skip"],
      "Which of the runs that were due during the hand-over are caught up on.",
    ).default("latest"),
    jobs: withFacts(z.array(jobSchema), {
      description:
        "The jobs that an `env-switch` or a `worker` runs. AWS knows nothing of them: without this, their runs count as `unobserved`.",
      is: "a list",
      example: [{ cronjob: "cleanup", schedule: '"*/5 * * * *"' }],
    }).optional(),
  })
  .check(cronChecks);
