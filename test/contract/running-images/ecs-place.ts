import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteServiceCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { taskTags } from "../../../sandbox/aws/behaviour.ts";
import { type Aws, assumeRole, ecsClient, inAccount } from "../../../sandbox/aws/clients.ts";
import { createRole, type Statement } from "../../../sandbox/aws/roles.ts";
import { awsRunningImages } from "../../../src/adapters/aws/running-images.ts";
import type { AskedImage, RunningImages } from "../../../src/ports/running-images.ts";
import { sandbox } from "../../support/sandbox.ts";
import type { Place, ShownService } from "./place.ts";

const REGION = "us-west-1";
const ACCOUNT = "333333330065";

export type EcsPlace = Place & {
  aws: Aws;
  ecs: ECSClient;
  /** Which expects to be asked for these. */
  together(expected: readonly AskedImage[]): RunningImages;
  /** By a login that may do that and nothing else. */
  openBy(policy: Statement[], expected?: readonly AskedImage[]): Promise<RunningImages>;
  close(): Promise<void>;
};

/** ECS of the sandbox's emulator, in an account of this suite's own. */
export async function ecsPlace(): Promise<EcsPlace> {
  const aws = inAccount((await sandbox()).aws, ACCOUNT);
  const ecs = ecsClient(aws, REGION);
  const silent = new Set<string>();
  const front = await startFront(aws.url, silent);
  process.env.AWS_ENDPOINT_URL = front.url;
  const { accessKeyId, secretAccessKey } = aws;
  const login = { region: REGION, credentials: async () => ({ accessKeyId, secretAccessKey }) };
  let roles = 0;

  const register = async ({ service, containers, digests }: ShownService): Promise<string> => {
    const known = Object.entries(digests).flatMap(([name, digest]) => (digest === undefined ? [] : [[name, digest]]));
    for (const { name, image } of containers) {
      if (digests[name] === undefined && !image.includes("@")) silent.add(image);
    }
    const tags = taskTags({ digests: Object.fromEntries(known) as Record<string, string> });
    // The API refuses an empty list.
    const input = { family: service, containerDefinitions: containers, ...(tags.length > 0 ? { tags } : {}) };
    const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(input));
    return taskDefinition?.taskDefinitionArn ?? "";
  };

  return {
    aws,
    ecs,
    images: awsRunningImages(login),
    together: (expected) => awsRunningImages(login, expected),
    async addCluster(clusterName) {
      await ecs.send(new CreateClusterCommand({ clusterName }));
    },
    async run(shown) {
      const { cluster, service, tasks, served = [] } = shown;
      const taskDefinition = await register(shown);
      const loadBalancers = served.map((containerName) => ({
        targetGroupArn: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/web/0123456789abcdef`,
        containerName,
        containerPort: 80,
      }));
      const input = { cluster, serviceName: service, taskDefinition, desiredCount: tasks, loadBalancers };
      await ecs.send(new CreateServiceCommand(input));
      return taskDefinition;
    },
    async beginDeploy(shown, newTasks) {
      const { cluster, service, tasks } = shown;
      const taskDefinition = await register(shown);
      // So few may start at once, and none may end, that the deployment cannot go on by itself.
      const maximumPercent = Math.ceil(((tasks + newTasks) / tasks) * 100);
      const deploymentConfiguration = { maximumPercent, minimumHealthyPercent: 100 };
      await ecs.send(new UpdateServiceCommand({ cluster, service, taskDefinition, deploymentConfiguration }));
    },
    async remove({ cluster, service }) {
      await ecs.send(new DeleteServiceCommand({ cluster, service, force: true }));
    },
    lackCluster: () => undefined,
    async openBy(policy, expected = []) {
      const name = `images-${process.pid}-${++roles}`;
      const roleArn = await createRole(aws, { name, trust: { account: ACCOUNT }, policy });
      const session = await assumeRole(aws, roleArn);
      return awsRunningImages({ region: REGION, credentials: async () => session }, expected);
    },
    close: () => front.close(),
  };
}

/** Stands before the emulator, which knows every digest, and leaves out those of some images, as old ECS agents do. */
async function startFront(address: string, silent: ReadonlySet<string>) {
  const target = new URL(address);
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    const relay = async (answer: IncomingMessage): Promise<void> => {
      const body = Buffer.concat((await answer.toArray()) as Buffer[]);
      const shown = String(headers["x-amz-target"]).endsWith(".DescribeTasks") ? withoutDigests(body, silent) : body;
      const { "content-length": _, ...others } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, others).end(shown);
    };
    const onward = httpRequest({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
      relay(answer).catch(() => response.destroy());
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

type Described = { tasks?: { containers: { image: string; imageDigest?: string }[] }[] };

function withoutDigests(body: Buffer, silent: ReadonlySet<string>): string {
  const answer = JSON.parse(body.toString()) as Described;
  for (const container of answer.tasks?.flatMap(({ containers }) => containers) ?? []) {
    if (silent.has(container.image)) delete container.imageDigest;
  }
  return JSON.stringify(answer);
}
