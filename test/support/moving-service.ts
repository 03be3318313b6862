// A service in ECS that shall move, with the repository that says so. Free of jest, so that drills can use it too.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteClusterCommand,
  DeleteServiceCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
} from "@aws-sdk/client-s3";
import { stringify } from "yaml";
import { taskTags } from "../../sandbox/aws/behaviour.ts";
import { ecsClient, s3Client } from "../../sandbox/aws/clients.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

/** Of the old side, and of journals in S3. */
export const ECS_REGION = "us-west-1";

/** What the role of a move may do in AWS, with `eks:DescribeCluster`. */
export const MOVE_ACTIONS = [
  "ecs:Describe*",
  "ecs:List*",
  "s3:GetObject",
  "s3:PutObject",
  "s3:ListBucket",
  "route53:ListHostedZones",
  "route53:GetHostedZone",
  "route53:ListResourceRecordSets",
  "route53:ChangeResourceRecordSets",
  "route53:GetChange",
  "route53:TestDNSAnswer",
  "elasticloadbalancing:DescribeLoadBalancers",
  "elasticloadbalancing:DescribeLoadBalancerAttributes",
  "elasticloadbalancing:ModifyLoadBalancerAttributes",
  "cloudwatch:GetMetricData",
];

export type MovingPlace = {
  aws: Sandbox["aws"];
  /** Ends the names of the environment, and of what is made in AWS: of this service alone. */
  id: string;
  /** Of the release. */
  namespace: string;
  /** An empty folder, for the user's repository. */
  workspace: string;
  /** What `switchover` and `rollback` log in as, on both sides. */
  roleArn: string;
};

export type MovingWishes = {
  /** Where the journals are. */
  state?: "cluster" | "s3";
  /** More keys of the environment in the migration file. */
  keys?: object;
  /** More keys of the service "orders" in the migration file. */
  orders?: { release?: object; [key: string]: unknown };
};

export type MovingService = {
  /** Of the migration file: one of its own, since journals in the cluster are all in one namespace. */
  environment: string;
  /** Has ECS run another image of the service "orders"; gives it by digest. */
  runInEcs(tag: string): Promise<string>;
  /** Values of the service "orders" on the new side. */
  values(values: object): Promise<void>;
  /** Takes away what is in AWS. */
  remove(): Promise<void>;
};

/** The service "orders", as it runs in ECS, in a repository that shall move it. It has one CronJob, "nightly-invoice". */
export async function newMovingService(
  { aws, id, namespace, workspace, roleArn }: MovingPlace,
  { state = "cluster", keys = {}, orders = {} }: MovingWishes = {},
): Promise<MovingService> {
  const ecsCluster = `shop-${id}`;
  const environment = `production-${id}`;
  const bucket = `shop-migration-${id}`;
  const ecs = ecsClient(aws, ECS_REGION);
  const s3 = s3Client(aws, ECS_REGION);
  await ecs.send(new CreateClusterCommand({ clusterName: ecsCluster }));
  let isThere = false;

  async function runInEcs(tag: string): Promise<string> {
    const image = "registry.test/shop/orders";
    const digest = `sha256:${tag
      .replaceAll(/[^0-9a-f]/g, "0")
      .padEnd(64, "0")
      .slice(0, 64)}`;
    const registered = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: `orders-${id}`,
        containerDefinitions: [{ name: "web", image: `${image}:${tag}` }],
        tags: taskTags({ digests: { web: digest } }),
      }),
    );
    const service = { cluster: ecsCluster, taskDefinition: registered.taskDefinition?.taskDefinitionArn };
    if (isThere) await ecs.send(new UpdateServiceCommand({ ...service, service: "orders", forceNewDeployment: true }));
    else await ecs.send(new CreateServiceCommand({ ...service, serviceName: "orders", desiredCount: 2 }));
    isThere = true;
    return `${image}@${digest}`;
  }

  if (state === "s3") {
    const CreateBucketConfiguration = { LocationConstraint: ECS_REGION } as const;
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  }
  await cp("examples/charts", join(workspace, "charts"), { recursive: true });
  await write(workspace, ".github/k8s-migrate.yml", {
    version: 1,
    environments: {
      [environment]: {
        ecs: { "aws-region": ECS_REGION, cluster: ecsCluster, "role-to-assume": roleArn },
        eks: { "aws-region": "us-west-2", cluster: "shop", "role-to-assume": roleArn },
        ...keys,
        ...(state === "s3" ? { state: { s3: { bucket, "aws-region": ECS_REGION } } } : {}),
      },
    },
    services: {
      orders: {
        image: { from: "ecs", container: "web", "values-path": "image" },
        ...orders,
        release: { chart: "charts/service", namespace, "value-files": ["values/orders.yaml"], ...orders.release },
      },
    },
  });
  const values = (content: object) => write(workspace, "values/orders.yaml", content);
  await values({ cronJobs: [{ name: "nightly-invoice", schedule: "0 3 * * *", command: ["bin/invoice"] }] });
  await runInEcs("7.0");

  async function remove(): Promise<void> {
    await ecs.send(new DeleteServiceCommand({ cluster: ecsCluster, service: "orders", force: true }));
    await ecs.send(new DeleteClusterCommand({ cluster: ecsCluster }));
    if (state !== "s3") return;
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    await s3.send(new DeleteBucketCommand({ Bucket: bucket }));
  }

  return { environment, runInEcs, values, remove };
}

async function write(workspace: string, path: string, content: object): Promise<void> {
  const file = join(workspace, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, stringify(content));
}
