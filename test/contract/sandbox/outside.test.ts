import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { CreateClusterCommand, ListClustersCommand } from "@aws-sdk/client-ecs";
import { DescribeClusterCommand } from "@aws-sdk/client-eks";
import { DescribeLoadBalancersCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { PutRuleCommand } from "@aws-sdk/client-eventbridge";
import { GetChangeCommand } from "@aws-sdk/client-route-53";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetScheduleCommand } from "@aws-sdk/client-scheduler";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeAll, expect, test } from "@jest/globals";
import {
  type Aws,
  ecsClient,
  eksClient,
  eventBridgeClient,
  loadBalancingClient,
  route53Client,
  s3Client,
  schedulerClient,
  stsClient,
} from "../../../sandbox/aws/clients.ts";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { type Outside, type OutsideCall, type OutsideOptions, startOutside } from "../../../sandbox/proxy/outside.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { ownAccount } from "../../support/emulator.ts";
import { a, change, create, newZone } from "../../support/record-sets.ts";
import { sandbox as runningSandbox } from "../../support/sandbox.ts";

const run = promisify(execFile);
const region = "us-west-1";
let sandbox: Sandbox;
let open: Outside[] = [];

beforeAll(async () => {
  sandbox = await runningSandbox();
});
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});

async function listenIn(options: OutsideOptions = {}): Promise<{ outside: Outside; aws: Aws }> {
  const outside = await startOutside(sandbox, options);
  open.push(outside);
  const aws = { ...ownAccount(sandbox.aws), url: outside.env.AWS_ENDPOINT_URL };
  return { outside, aws };
}
const lines = (calls: OutsideCall[]) =>
  calls.map(({ n, service, operation, resource, write, status }) =>
    [n, service, operation, resource, write ? "write" : "read", status].join(" "),
  );

test("lists the calls to AWS in order, with what they are about and whether they write", async () => {
  const { outside, aws } = await listenIn();
  await stsClient(aws, region).send(new GetCallerIdentityCommand({}));
  await ecsClient(aws, region).send(new CreateClusterCommand({ clusterName: "shop" }));
  const zone = await newZone(route53Client(aws), "listed.example.com");
  await change(route53Client(aws), zone, [create(a())]).catch(() => undefined);
  await route53Client(aws)
    .send(new GetChangeCommand({ Id: "C1" }))
    .catch(() => undefined);
  await eventBridgeClient(aws, region).send(new PutRuleCommand({ Name: "nightly", ScheduleExpression: "rate(1 day)" }));
  await schedulerClient(aws, region)
    .send(new GetScheduleCommand({ Name: "absent" }))
    .catch(() => undefined);
  await loadBalancingClient(aws, region).send(new DescribeLoadBalancersCommand({}));
  const s3 = s3Client(aws, "us-east-1");
  const Bucket = `outside-${aws.accountId}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "orders/journal", Body: "x" }));
  await s3.send(new GetObjectCommand({ Bucket, Key: "orders/journal" }));
  await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(lines(outside.calls())).toEqual([
    "1 sts GetCallerIdentity  read 200",
    "2 ecs CreateCluster shop write 200",
    "3 route53 CreateHostedZone /2013-04-01/hostedzone write 201",
    `4 route53 ChangeResourceRecordSets /2013-04-01${zone}/rrset write 400`,
    "5 route53 GetChange /2013-04-01/change/C1 read 404",
    "6 events PutRule nightly write 200",
    "7 scheduler GetSchedule /schedules/absent read 404",
    "8 elasticloadbalancing DescribeLoadBalancers  read 200",
    `9 s3 CreateBucket /${Bucket}/ write 200`,
    `10 s3 PutObject /${Bucket}/orders/journal write 200`,
    `11 s3 GetObject /${Bucket}/orders/journal read 200`,
    `12 s3 ListObjectsV2 /${Bucket}/ read 200`,
  ]);
});

test("lists kubectl's and Helm's calls, and tells a dry run from a write", async () => {
  const { outside } = await listenIn({ counts: ({ resource }) => resource.includes("/namespaces/") });
  const env = { ...process.env, ...outside.env };
  const name = `outside-${Date.now().toString(36)}`;
  const kubectl = (...args: string[]) => run(sandbox.tools.kubectl, args, { env });
  await kubectl("create", "namespace", name);
  try {
    await kubectl("-n", name, "create", "configmap", "a", "--from-literal=x=y");
    await kubectl("-n", name, "create", "configmap", "b", "--from-literal=x=y", "--dry-run=server");
    await kubectl("-n", name, "get", "configmaps");
    await kubectl("-n", name, "get", "configmap", "a");
    await kubectl("-n", name, "delete", "configmap", "a", "--wait=false");
    await run(sandbox.tools.helm4, ["-n", name, "list"], { env });
    const path = `/api/v1/namespaces/${name}`;
    expect(lines(outside.calls())).toEqual([
      `1 kubernetes create ${path}/configmaps write 201`,
      `2 kubernetes create ${path}/configmaps read 201`,
      `3 kubernetes list ${path}/configmaps read 200`,
      `4 kubernetes get ${path}/configmaps/a read 200`,
      `5 kubernetes delete ${path}/configmaps/a write 200`,
      `6 kubernetes list ${path}/secrets read 200`,
    ]);
    expect(outside.calls().at(-1)?.userAgent).toMatch(/^Helm\/4/);
  } finally {
    await run(sandbox.tools.kubectl, ["delete", "namespace", name, "--wait=false"], {
      env: { ...process.env, KUBECONFIG: sandbox.clusters.shop?.adminKubeconfig },
    });
  }
});

test("DescribeCluster leads through it too", async () => {
  const { outside, aws } = await listenIn();
  const own = { ...aws, accessKeyId: sandbox.aws.accessKeyId };
  const { cluster } = await eksClient(own, "us-west-2").send(new DescribeClusterCommand({ name: "shop" }));
  const [first = ""] = outside.env.KUBECONFIG.split(":");
  const { stdout } = await run(
    sandbox.tools.kubectl,
    ["config", "view", "--minify", "-o", "jsonpath={.clusters[0].cluster.server}"],
    {
      env: { ...process.env, KUBECONFIG: first },
    },
  );
  expect(cluster?.endpoint).toBe(stdout);
  expect(cluster?.endpoint).not.toBe(sandbox.clusters.shop?.server);
  expect(lines(outside.calls())).toEqual(["1 eks DescribeCluster /clusters/shop read 200"]);
});

test("calls that come at once are taken one after the other", async () => {
  let within = 0;
  let most = 0;
  const { outside, aws } = await listenIn({
    async onCall(_, moment) {
      if (moment === "before") most = Math.max(most, ++within);
      else within -= 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  });
  const ecs = ecsClient(aws, region);
  await Promise.all(Array.from({ length: 10 }, () => ecs.send(new ListClustersCommand({}))));
  expect([most, outside.calls().map(({ n }) => n)]).toEqual([1, Array.from({ length: 10 }, (_, i) => i + 1)]);
});

test("a watch goes on while other calls are made", async () => {
  const { outside } = await listenIn();
  const env = { ...process.env, ...outside.env };
  const watch = spawn(sandbox.tools.kubectl, ["get", "namespaces", "--watch"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(watch.stdout, "data");
  await waitFor("the watch", async () =>
    outside.calls().some(({ operation, status }) => operation === "watch" && status === 200),
  );
  await run(sandbox.tools.kubectl, ["get", "configmaps"], { env });
  expect(outside.calls().at(-1)).toMatchObject({ resource: "/api/v1/namespaces/default/configmaps", status: 200 });
  watch.kill();
  await once(watch, "close");
});

test("the API server's errors are what kubectl knows them by", async () => {
  const forbidden = {
    service: "kubernetes",
    operation: "create",
    resource: "/configmaps",
    effect: "access-denied",
  } as const;
  const lost = { service: "kubernetes", operation: "create", resource: "/secrets", effect: "answer-lost" } as const;
  const { outside } = await listenIn({ faults: [forbidden, lost] });
  const kubectl = (...args: string[]) => run(sandbox.tools.kubectl, args, { env: { ...process.env, ...outside.env } });
  const name = `faulty-${Date.now().toString(36)}`;
  await expect(kubectl("create", "configmap", name)).rejects.toMatchObject({
    stderr: expect.stringMatching(/is forbidden/),
  });
  await expect(kubectl("create", "secret", "generic", name)).rejects.toMatchObject({
    stderr: expect.stringMatching(/EOF/),
  });
  await kubectl("delete", "secret", name);
});

// A run that makes clusters a, b, c, ... as a process that can be killed.
const RUN = `
import { CreateClusterCommand, ECSClient } from "@aws-sdk/client-ecs";
const ecs = new ECSClient({ region: "${region}" });
for (const clusterName of ["a", "b", "c", "d"]) await ecs.send(new CreateClusterCommand({ clusterName }));
`;

test.each([
  ["before", 3, ["a", "b"]],
  ["after", 3, ["a", "b", "c"]],
] as const)("a run is killed %s its call %i, and not one more is made", async (moment, n, left) => {
  const account = ownAccount(sandbox.aws);
  const ecs = ecsClient(account, region);
  let victim: ReturnType<typeof spawn> | undefined;
  const { outside } = await listenIn({
    async onCall(call, when) {
      if (call.n !== n || when !== moment) return;
      victim?.kill("SIGKILL");
      await call.clientGone;
    },
  });
  const credentials = { AWS_ACCESS_KEY_ID: account.accessKeyId, AWS_SECRET_ACCESS_KEY: account.secretAccessKey };
  victim = spawn(process.execPath, ["--input-type=module", "--eval", RUN], {
    env: { ...process.env, ...credentials, ...outside.env },
    stdio: "inherit",
  });
  expect(await once(victim, "close")).toEqual([null, "SIGKILL"]);
  const { clusterArns = [] } = await ecs.send(new ListClustersCommand({}));
  expect(clusterArns.map((arn) => arn.split("/")[1])).toEqual(left);
  expect(outside.calls()).toHaveLength(n);
});
