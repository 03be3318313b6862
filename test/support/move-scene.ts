import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { stringify } from "yaml";
import { taskTags } from "../../sandbox/aws/behaviour.ts";
import { ecsClient, s3Client } from "../../sandbox/aws/clients.ts";
import { type ClusterView, clusterView } from "./cluster-view.ts";
import { oidcJob, roleFor } from "./login.ts";
import { newNamespace } from "./namespaces.ts";
import { type ActionOptions, type ActionRun, runAction } from "./run-action.ts";
import { sandbox } from "./sandbox.ts";
import { tempFolder } from "./temp-folder.ts";

const ECS_REGION = "us-west-1";

export type MoveScene = {
  cluster: ClusterView;
  /** Of the releases, and of nobody else. */
  namespace: string;
  /** The user's repository. */
  workspace: string;
  /** Of the migration file. */
  environment: string;
  /** Has ECS run another image of the service "orders"; gives it by digest. */
  runInEcs(tag: string): Promise<string>;
  /** Values of the service "orders" on the new side. */
  values(values: object): Promise<void>;
  /** Runs `switchover` as a job that logs in by OIDC. */
  switchover(inputs: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
  rollback(inputs?: Record<string, string>, options?: Omit<ActionOptions, "inputs">): Promise<ActionRun>;
};

export type MoveWishes = {
  /** Where the journals are. */
  state?: "cluster" | "s3";
  /** The `sub` of the jobs that may log in; left out, that of `switchover` and `rollback` of the scene. */
  subject?: string;
  /** More keys of the service "orders" in the migration file. */
  orders?: { release?: object; [key: string]: unknown };
};

let scenes = 0;

/** The service "orders", as it runs in ECS, in a repository that shall move it. */
export async function newMoveScene({ state = "cluster", orders = {}, subject }: MoveWishes = {}): Promise<MoveScene> {
  const running = await sandbox();
  const { aws, tools } = running;
  const cluster = await clusterView();
  const id = `${process.pid}-${++scenes}`;
  const namespace = newNamespace();
  const ecsCluster = `shop-${id}`;
  // An environment of its own, since journals in the cluster are all in one namespace.
  const environment = `production-${id}`;
  const role = await roleFor(running, {
    actions: ["ecs:Describe*", "ecs:List*", "s3:GetObject", "s3:PutObject", "s3:ListBucket"],
    ...(subject ? { subject } : {}),
  });
  const ecs = ecsClient(aws, ECS_REGION);
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

  const workspace = await tempFolder();
  const bucket = `shop-migration-${id}`;
  if (state === "s3") {
    const CreateBucketConfiguration = { LocationConstraint: ECS_REGION } as const;
    await s3Client(aws, ECS_REGION).send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  }
  await cp("examples/charts", join(workspace, "charts"), { recursive: true });
  await write(workspace, ".github/k8s-migrate.yml", {
    version: 1,
    environments: {
      [environment]: {
        ecs: { "aws-region": ECS_REGION, cluster: ecsCluster, "role-to-assume": role.arn },
        eks: { "aws-region": "us-west-2", cluster: "shop", "role-to-assume": role.arn },
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

  const run = (action: string, inputs: Record<string, string>, options: Omit<ActionOptions, "inputs"> = {}) =>
    runAction(action, {
      ...options,
      workspace,
      timeoutMs: 120_000,
      env: { ...oidcJob(running), ...options.env },
      inputs: { environment, services: "orders", ...inputs },
    });
  return {
    cluster,
    namespace,
    workspace,
    environment,
    runInEcs,
    values,
    switchover: (inputs, options) => run("switchover", { "helm-version": tools.helm4, ...inputs }, options),
    rollback: (inputs = {}, options) => run("rollback", inputs, options),
  };
}

async function write(workspace: string, path: string, content: object): Promise<void> {
  const file = join(workspace, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, stringify(content));
}
