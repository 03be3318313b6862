import * as z from "zod";
import { ECS_NAME, EKS_CLUSTER, isBucketName, REGION, ROLE_ARN } from "../forms/aws-forms.ts";
import { parseServerAddress } from "../forms/server-address.ts";
import { parseWindow } from "../window.ts";
import { text, withFacts } from "./leaves.ts";

function region(description: string) {
  return text({ description, is: "a region", example: "us-west-2", pattern: REGION });
}

function role(description: string) {
  const example = "arn:aws:iam::111122223333:role/migrate";
  return text({ description, is: "a role's ARN", example, pattern: ROLE_ARN }).optional();
}

function server(description: string) {
  return text({
    description,
    is: "a server's address",
    example: "10.0.0.2",
    problem: (value) => {
      const parsed = parseServerAddress(value);
      return "problem" in parsed ? parsed.problem : undefined;
    },
  });
}

const ecs = withFacts(
  z.strictObject({
    "aws-region": region("Region of the ECS side."),
    cluster: text({
      description: "The ECS cluster of services that name none of their own.",
      is: "an ECS cluster's name",
      example: "shop",
      pattern: ECS_NAME,
    }).optional(),
    "role-to-assume": role("Role for all that is read and written on the ECS side. Default is the job's own login."),
  }),
  { description: "The side that is left.", is: "a map", example: { "aws-region": "us-west-1", cluster: "shop" } },
);

const eks = withFacts(
  z.strictObject({
    "aws-region": region("Region of the EKS cluster."),
    cluster: text({
      description: "Name of the EKS cluster.",
      is: "an EKS cluster's name",
      example: "shop",
      pattern: EKS_CLUSTER,
    }),
    "role-to-assume": role("Role for the EKS side. Default is the job's own login."),
  }),
  { description: "The side that is moved to.", is: "a map", example: { "aws-region": "us-west-2", cluster: "shop" } },
);

const dns = withFacts(
  z.strictObject({
    "role-to-assume": role(
      "Role for Route 53, where the hosted zones are in another account. Default is that of `ecs`.",
    ),
    resolver: server(
      "Where names are asked for: a resolver that sees private zones, or the only one that may be asked. Default is the machine's.",
    ).optional(),
    "name-servers": withFacts(z.array(server("An IP address, and its port where that is not 53.")).min(1), {
      description: "Asked in place of each public zone's own name servers, where these cannot be reached.",
      is: "a list of servers' addresses",
      example: ["10.0.0.53"],
    }).optional(),
  }),
  {
    description: "Where the hosted zones are, and where names are asked for.",
    is: "a map",
    example: { "role-to-assume": "arn:aws:iam::333333333333:role/dns" },
  },
);

const s3 = withFacts(
  z.strictObject({
    bucket: text({
      description: "Name of the bucket.",
      is: "an S3 bucket's name",
      example: "shop-migration",
      problem: (name) => (isBucketName(name) ? undefined : "is not an S3 bucket's name"),
    }),
    "aws-region": region("Region of the bucket. Default is that of `ecs`.").optional(),
    "role-to-assume": role("Role for the bucket. Default is that of `ecs`."),
  }),
  { description: "Keeps it in S3.", is: "a map", example: { bucket: "shop-migration" } },
);

const state = withFacts(z.strictObject({ s3 }), {
  description: "Where the journal and its lock are kept. Default is the EKS cluster, in the namespace `k8s-migrate`.",
  is: "a map",
  example: { s3: { bucket: "shop-migration" } },
});

const window = text({
  description: "When the switch is allowed: days, hours and time zone. It is refused at other times.",
  is: "a window",
  example: "Sun 02:00-05:00 America/Los_Angeles",
  problem: (value) => {
    const parsed = parseWindow(value);
    return "problem" in parsed ? parsed.problem : undefined;
  },
});

/** One place to move in, such as production. */
export const environmentSchema = withFacts(
  z.strictObject({ ecs, eks, dns: dns.optional(), state: state.optional(), window: window.optional() }),
  {
    description: "One place in which services move, such as `production`.",
    is: "a map",
    example: { ecs: { "aws-region": "us-west-1" }, eks: { "aws-region": "us-west-2", cluster: "shop" } },
  },
);
