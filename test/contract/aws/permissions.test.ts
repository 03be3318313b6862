import * as scaling from "@aws-sdk/client-application-auto-scaling";
import * as metrics from "@aws-sdk/client-cloudwatch";
import * as ecs from "@aws-sdk/client-ecs";
import * as eks from "@aws-sdk/client-eks";
import * as balancing from "@aws-sdk/client-elastic-load-balancing-v2";
import * as events from "@aws-sdk/client-eventbridge";
import * as route53 from "@aws-sdk/client-route-53";
import * as s3 from "@aws-sdk/client-s3";
import * as scheduler from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  type Aws,
  assumeRole,
  autoScalingClient,
  cloudWatchClient,
  ecsClient,
  eksClient,
  eventBridgeClient,
  loadBalancingClient,
  route53Client,
  s3Client,
  schedulerClient,
} from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

const region = "us-west-1";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let nobody: Awaited<ReturnType<typeof assumeRole>>;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  await s3Client(aws, "us-east-1").send(new s3.CreateBucketCommand({ Bucket: object.Bucket }));
  nobody = await assumeRole(aws, await createRole(aws, { name: "nobody", trust: { account: aws.accountId } }));
}, INSTALL_MS);
afterAll(() => emulator.stop());

const target = {
  ServiceNamespace: "ecs",
  ResourceId: "service/a/b",
  ScalableDimension: "ecs:service:DesiredCount",
} as const;
const schedule = {
  Name: "a",
  ScheduleExpression: "rate(1 hour)",
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: { Arn: "arn:aws:ecs:us-west-1:000000000000:cluster/a", RoleArn: "arn:aws:iam::000000000000:role/a" },
} as const;
const balancer = "arn:aws:elasticloadbalancing:us-west-1:000000000000:loadbalancer/app/a/0123456789abcdef";
const group = "arn:aws:elasticloadbalancing:us-west-1:000000000000:targetgroup/a/0123456789abcdef";
const zone = { HostedZoneId: "Z0123456789ABC" };
const object = { Bucket: "a-bucket", Key: "a" };

type Send = (command: never) => Promise<unknown>;
type Row = [action: string, command: object];

/** What a move reads and writes, service by service. */
const actions: [client: () => { send: unknown }, rows: Row[]][] = [
  [
    () => route53Client(aws, "us-east-1", nobody),
    [
      ["route53:ListHostedZones", new route53.ListHostedZonesCommand({})],
      ["route53:ListHostedZonesByName", new route53.ListHostedZonesByNameCommand({})],
      ["route53:GetHostedZone", new route53.GetHostedZoneCommand({ Id: zone.HostedZoneId })],
      ["route53:ListResourceRecordSets", new route53.ListResourceRecordSetsCommand(zone)],
      [
        "route53:ChangeResourceRecordSets",
        new route53.ChangeResourceRecordSetsCommand({ ...zone, ChangeBatch: { Changes: [] } }),
      ],
      ["route53:GetChange", new route53.GetChangeCommand({ Id: "C1" })],
      [
        "route53:TestDNSAnswer",
        new route53.TestDNSAnswerCommand({ ...zone, RecordName: "www.example.com", RecordType: "A" }),
      ],
      [
        "route53:ListTagsForResource",
        new route53.ListTagsForResourceCommand({ ResourceType: "hostedzone", ResourceId: "Z1" }),
      ],
    ],
  ],
  [
    () => ecsClient(aws, region, nobody),
    [
      ["ecs:ListClusters", new ecs.ListClustersCommand({})],
      ["ecs:DescribeClusters", new ecs.DescribeClustersCommand({ clusters: ["a"] })],
      ["ecs:ListServices", new ecs.ListServicesCommand({ cluster: "a" })],
      ["ecs:DescribeServices", new ecs.DescribeServicesCommand({ cluster: "a", services: ["b"] })],
      ["ecs:UpdateService", new ecs.UpdateServiceCommand({ cluster: "a", service: "b" })],
      ["ecs:ListTasks", new ecs.ListTasksCommand({ cluster: "a" })],
      ["ecs:DescribeTasks", new ecs.DescribeTasksCommand({ cluster: "a", tasks: ["b"] })],
      ["ecs:RunTask", new ecs.RunTaskCommand({ cluster: "a", taskDefinition: "b" })],
      ["ecs:StopTask", new ecs.StopTaskCommand({ cluster: "a", task: "b" })],
      ["ecs:ListTaskDefinitions", new ecs.ListTaskDefinitionsCommand({})],
      ["ecs:DescribeTaskDefinition", new ecs.DescribeTaskDefinitionCommand({ taskDefinition: "a" })],
      ["ecs:RegisterTaskDefinition", new ecs.RegisterTaskDefinitionCommand({ family: "a", containerDefinitions: [] })],
      [
        "ecs:ListTagsForResource",
        new ecs.ListTagsForResourceCommand({ resourceArn: "arn:aws:ecs:us-west-1:000000000000:cluster/a" }),
      ],
    ],
  ],
  [
    () => eventBridgeClient(aws, region, nobody),
    [
      ["events:ListRules", new events.ListRulesCommand({})],
      ["events:ListRuleNamesByTarget", new events.ListRuleNamesByTargetCommand({ TargetArn: "a" })],
      ["events:ListTargetsByRule", new events.ListTargetsByRuleCommand({ Rule: "a" })],
      ["events:DescribeRule", new events.DescribeRuleCommand({ Name: "a" })],
      ["events:DisableRule", new events.DisableRuleCommand({ Name: "a" })],
      ["events:EnableRule", new events.EnableRuleCommand({ Name: "a" })],
      ["events:PutRule", new events.PutRuleCommand({ Name: "a" })],
      [
        "events:ListTagsForResource",
        new events.ListTagsForResourceCommand({ ResourceARN: "arn:aws:events:us-west-1:000000000000:rule/a" }),
      ],
    ],
  ],
  [
    () => schedulerClient(aws, region, nobody),
    [
      ["scheduler:ListSchedules", new scheduler.ListSchedulesCommand({})],
      ["scheduler:ListScheduleGroups", new scheduler.ListScheduleGroupsCommand({})],
      ["scheduler:GetSchedule", new scheduler.GetScheduleCommand({ Name: "a" })],
      ["scheduler:CreateSchedule", new scheduler.CreateScheduleCommand(schedule)],
      ["scheduler:UpdateSchedule", new scheduler.UpdateScheduleCommand(schedule)],
    ],
  ],
  [
    () => loadBalancingClient(aws, region, nobody),
    [
      ["elasticloadbalancing:DescribeLoadBalancers", new balancing.DescribeLoadBalancersCommand({})],
      ["elasticloadbalancing:DescribeListeners", new balancing.DescribeListenersCommand({ LoadBalancerArn: balancer })],
      ["elasticloadbalancing:DescribeRules", new balancing.DescribeRulesCommand({ ListenerArn: "a" })],
      ["elasticloadbalancing:DescribeTargetGroups", new balancing.DescribeTargetGroupsCommand({})],
      [
        "elasticloadbalancing:DescribeTargetHealth",
        new balancing.DescribeTargetHealthCommand({ TargetGroupArn: group }),
      ],
      [
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        new balancing.DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: balancer }),
      ],
      [
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        new balancing.ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: balancer, Attributes: [] }),
      ],
      ["elasticloadbalancing:DescribeTags", new balancing.DescribeTagsCommand({ ResourceArns: [balancer] })],
    ],
  ],
  [
    () => autoScalingClient(aws, region, nobody),
    [
      ["application-autoscaling:DescribeScalableTargets", new scaling.DescribeScalableTargetsCommand(target)],
      ["application-autoscaling:DescribeScalingPolicies", new scaling.DescribeScalingPoliciesCommand(target)],
      ["application-autoscaling:DescribeScheduledActions", new scaling.DescribeScheduledActionsCommand(target)],
      ["application-autoscaling:RegisterScalableTarget", new scaling.RegisterScalableTargetCommand(target)],
    ],
  ],
  [
    () => s3Client(aws, region, nobody),
    [
      ["s3:GetObject", new s3.GetObjectCommand(object)],
      ["s3:PutObject", new s3.PutObjectCommand({ ...object, Body: "a" })],
      ["s3:DeleteObject", new s3.DeleteObjectCommand(object)],
      ["s3:ListBucket", new s3.ListObjectsV2Command({ Bucket: object.Bucket })],
    ],
  ],
  [
    () => cloudWatchClient(aws, region, nobody),
    [
      [
        "cloudwatch:GetMetricData",
        new metrics.GetMetricDataCommand({ MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date(1) }),
      ],
    ],
  ],
  [() => eksClient(aws, region, nobody), [["eks:DescribeCluster", new eks.DescribeClusterCommand({ name: "a" })]]],
];

test.each(actions.flatMap(([client, rows]) => rows.map(([action, command]) => [action, client, command] as const)))(
  "a role without %s is denied it",
  async (action, client, command) => {
    const sent = (client() as { send: Send }).send(command as never);
    await expect(sent).rejects.toMatchObject({
      name: expect.stringMatching(/^AccessDenied/),
      message: expect.stringContaining(`not authorized to perform: ${action}`),
    });
  },
);
