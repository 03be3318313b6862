import { DescribeScalableTargetsCommand } from "@aws-sdk/client-application-auto-scaling";
import { CreateClusterCommand, ListClustersCommand } from "@aws-sdk/client-ecs";
import { ListClustersCommand as ListEksClustersCommand } from "@aws-sdk/client-eks";
import { DescribeLoadBalancersCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { DisableRuleCommand, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { ListHostedZonesCommand } from "@aws-sdk/client-route-53";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetScheduleCommand, ListSchedulesCommand } from "@aws-sdk/client-scheduler";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import {
  type Aws,
  assumeRole,
  autoScalingClient,
  ecsClient,
  eksClient,
  eventBridgeClient,
  loadBalancingClient,
  route53Client,
  s3Client,
  schedulerClient,
  stsClient,
} from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import type { ErrorKind } from "../../../sandbox/proxy/errors.ts";
import type { Fault } from "../../../sandbox/proxy/faults.ts";
import { type Outside, startOutside } from "../../../sandbox/proxy/outside.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";
import { a, change, create, newZone, recordSets } from "../../support/record-sets.ts";

const region = "us-west-1";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let open: Outside[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
}, INSTALL_MS);
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
  delete process.env.AWS_MAX_ATTEMPTS;
});
afterAll(() => emulator.stop());

async function through(...faults: Fault[]): Promise<{ outside: Outside; aws: Aws }> {
  const outside = await startOutside({ aws, clusters: {} }, { faults });
  open.push(outside);
  return { outside, aws: { ...aws, url: outside.env.AWS_ENDPOINT_URL } };
}
const attempts = (outside: Outside) => outside.calls().length;

const calls: Record<string, (to: Aws) => Promise<unknown>> = {
  ecs: (to) => ecsClient(to, region).send(new ListClustersCommand({})),
  events: (to) => eventBridgeClient(to, region).send(new ListRulesCommand({})),
  "application-autoscaling": (to) =>
    autoScalingClient(to, region).send(new DescribeScalableTargetsCommand({ ServiceNamespace: "ecs" })),
  scheduler: (to) => schedulerClient(to, region).send(new ListSchedulesCommand({})),
  eks: (to) => eksClient(to, region).send(new ListEksClustersCommand({})),
  elasticloadbalancing: (to) => loadBalancingClient(to, region).send(new DescribeLoadBalancersCommand({})),
  route53: (to) => route53Client(to).send(new ListHostedZonesCommand({})),
  sts: (to) => stsClient(to, region).send(new GetCallerIdentityCommand({})),
  s3: (to) => s3Client(to, region).send(new PutObjectCommand({ Bucket: "faults", Key: "x", Body: "x" })),
};

// What the SDK makes of the wire: status and name are AWS's, see sandbox/proxy/errors.ts.
test.each<[service: string, kind: ErrorKind, status: number, name: string]>([
  ["ecs", "throttled", 400, "ThrottlingException"],
  ["ecs", "server-error", 500, "ServerException"],
  ["ecs", "expired-token", 400, "ExpiredTokenException"],
  ["ecs", "access-denied", 400, "AccessDeniedException"],
  ["events", "throttled", 400, "ThrottlingException"],
  ["events", "server-error", 500, "InternalException"],
  ["events", "conflict", 400, "ConcurrentModificationException"],
  ["application-autoscaling", "throttled", 400, "ThrottlingException"],
  ["application-autoscaling", "conflict", 400, "ConcurrentUpdateException"],
  ["scheduler", "throttled", 429, "ThrottlingException"],
  ["scheduler", "conflict", 409, "ConflictException"],
  ["scheduler", "access-denied", 403, "AccessDeniedException"],
  ["eks", "server-error", 500, "ServerException"],
  ["eks", "expired-token", 403, "ExpiredTokenException"],
  ["elasticloadbalancing", "throttled", 400, "Throttling"],
  ["elasticloadbalancing", "access-denied", 403, "AccessDenied"],
  ["route53", "throttled", 400, "Throttling"],
  ["route53", "conflict", 400, "PriorRequestNotComplete"],
  ["route53", "expired-token", 403, "ExpiredToken"],
  ["sts", "expired-token", 403, "ExpiredToken"],
  ["s3", "throttled", 503, "SlowDown"],
  ["s3", "conflict", 409, "ConditionalRequestConflict"],
  ["s3", "expired-token", 400, "ExpiredToken"],
  ["s3", "access-denied", 403, "AccessDenied"],
])("%s: %s is %i %s", async (service, kind, status, name) => {
  process.env.AWS_MAX_ATTEMPTS = "1";
  const { outside, aws: faulty } = await through({ service, effect: kind });
  await expect(calls[service]?.(faulty)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  expect(outside.calls()).toMatchObject([{ service, status }]);
});

test("an error of one's own is answered as it is said", async () => {
  const effect = { status: 404, code: "ResourceNotFoundException", message: "Schedule <x> & y does not exist." };
  const { aws: faulty } = await through({ service: "scheduler", effect });
  await expect(schedulerClient(faulty, region).send(new GetScheduleCommand({ Name: "x" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: effect.message,
    $metadata: { httpStatusCode: 404 },
  });
});

test("the SDK tries three times; what goes wrong twice works then, what goes on does not", async () => {
  for (const effect of ["throttled", "server-error", "reset"] as const) {
    const twice = await through({ service: "ecs", times: 2, effect });
    await calls.ecs?.(twice.aws);
    expect(attempts(twice.outside)).toBe(3);
  }
  const always = await through({ service: "route53", times: Number.POSITIVE_INFINITY, effect: "throttled" });
  await expect(calls.route53?.(always.aws)).rejects.toMatchObject({ name: "Throttling" });
  expect(attempts(always.outside)).toBe(3);
});

test("only the call that is meant goes wrong: by service, operation, resource and number", async () => {
  process.env.AWS_MAX_ATTEMPTS = "1";
  const meant = {
    service: "events",
    operation: "DisableRule",
    resource: "orders",
    from: 2,
    effect: "access-denied" as const,
  };
  const { aws: faulty } = await through(meant);
  const events = eventBridgeClient(faulty, region);
  const disable = (Name: string) => events.send(new DisableRuleCommand({ Name })).catch((error: Error) => error.name);
  await calls.ecs?.(faulty);
  await calls.events?.(faulty);
  const absent = "ResourceNotFoundException";
  expect([await disable("orders"), await disable("other"), await disable("orders"), await disable("orders")]).toEqual([
    absent,
    absent,
    "AccessDeniedException",
    absent,
  ]);
});

test("a lost answer: what was asked for is done, and trying again meets it", async () => {
  const zone = await newZone(route53Client(aws), "lost.example.com");
  const { outside, aws: faulty } = await through({
    service: "route53",
    operation: "ChangeResourceRecordSets",
    effect: "answer-lost",
  });
  const record = a("10.0.0.1", { Name: "www.lost.example.com" });
  await expect(change(route53Client(faulty), zone, [create(record)])).rejects.toMatchObject({
    name: "InvalidChangeBatch",
    message: expect.stringContaining("but it already exists"),
  });
  expect(outside.calls().map(({ operation, status }) => [operation, status])).toEqual([
    ["ChangeResourceRecordSets", undefined],
    ["ChangeResourceRecordSets", 400],
  ]);
  expect(await recordSets(route53Client(aws), zone)).toHaveLength(1);
});

test("a lost answer to a conditional write: the next try is refused, although it is our own", async () => {
  const bucket = { Bucket: "lost-answers" };
  await s3Client(aws, region).send(new CreateBucketCommand(bucket));
  const { aws: faulty } = await through({ service: "s3", operation: "PutObject", effect: "answer-lost" });
  const put = new PutObjectCommand({ ...bucket, Key: "journal", Body: "mine", IfNoneMatch: "*" });
  await expect(s3Client(faulty, region).send(put)).rejects.toMatchObject({ name: "PreconditionFailed" });
  const { Body } = await s3Client(aws, region).send(new GetObjectCommand({ ...bucket, Key: "journal" }));
  expect(await Body?.transformToString()).toBe("mine");
});

test("a reset leaves nothing done; latency only delays", async () => {
  process.env.AWS_MAX_ATTEMPTS = "1";
  const reset = await through({ service: "ecs", effect: "reset" });
  const make = (to: Aws) => ecsClient(to, "us-east-2").send(new CreateClusterCommand({ clusterName: "made" }));
  await expect(make(reset.aws)).rejects.toThrow(/ECONNRESET/);
  expect((await ecsClient(aws, "us-east-2").send(new ListClustersCommand({}))).clusterArns).toEqual([]);
  const late = await through({ service: "ecs", effect: { latencyMs: 300 } });
  const start = Date.now();
  await make(late.aws);
  expect(Date.now() - start).toBeGreaterThanOrEqual(299);
});

test("no answer lasts until the client gives up", async () => {
  process.env.AWS_MAX_ATTEMPTS = "1";
  const { outside, aws: faulty } = await through({ service: "ecs", effect: "no-answer" });
  const abort = AbortSignal.timeout(300);
  const list = ecsClient(faulty, region).send(new ListClustersCommand({}), { abortSignal: abort });
  await expect(list).rejects.toMatchObject({ name: "AbortError" });
  await calls.ecs?.(faulty);
  expect(outside.calls().map(({ status }) => status)).toEqual([undefined, 200]);
});

test("a role's signature is still checked behind it", async () => {
  const policy = [{ Effect: "Allow" as const, Action: "ecs:ListClusters", Resource: "*" }];
  const role = await createRole(aws, { name: "faulty", trust: { account: aws.accountId }, policy });
  const { aws: faulty } = await through();
  const session = await assumeRole(faulty, role);
  await ecsClient(faulty, region, session).send(new ListClustersCommand({}));
  const forged = { ...session, secretAccessKey: "x".repeat(40) };
  await expect(ecsClient(faulty, region, forged).send(new ListClustersCommand({}))).rejects.toMatchObject({
    message: expect.stringMatching(/signature/),
  });
});

test("20 side by side keep to themselves", async () => {
  process.env.AWS_MAX_ATTEMPTS = "1";
  const runs = Array.from({ length: 20 }, async (_, i) => {
    const { outside, aws: faulty } = await through({ service: "ecs", from: i + 1, effect: "throttled" });
    const failed: number[] = [];
    for (let n = 1; n <= 20; n++) await calls.ecs?.(faulty).catch(() => failed.push(n));
    return [failed, attempts(outside)];
  });
  expect(await Promise.all(runs)).toEqual(Array.from({ length: 20 }, (_, i) => [[i + 1], 20]));
});
