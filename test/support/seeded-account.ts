import { RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import {
  type ContainerDefinition,
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
} from "@aws-sdk/client-ecs";
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  type RuleCondition,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { PutRuleCommand, PutTargetsCommand, type Target } from "@aws-sdk/client-eventbridge";
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  type RRType,
} from "@aws-sdk/client-route-53";
import { CreateScheduleCommand, CreateScheduleGroupCommand, type CreateScheduleInput } from "@aws-sdk/client-scheduler";
import {
  type Aws,
  autoScalingClient,
  ecsClient,
  eventBridgeClient,
  loadBalancingClient,
  route53Client,
  schedulerClient,
} from "../../sandbox/aws/clients.ts";

export type LoadBalancer = { arn: string; dnsName: string; zone: string };
export type SeededService = { cluster: string; name: string; family: string; container: string };

/** A value that stands for a password, in every task definition. */
export const SECRET = "Secret-Value-1";

/** Makes things of an account in one region, each as AWS has them. */
export function seeding(aws: Aws, region: string) {
  const [ecs, balancing, dns] = [ecsClient(aws, region), loadBalancingClient(aws, region), route53Client(aws, region)];
  const [events, scheduler] = [eventBridgeClient(aws, region), schedulerClient(aws, region)];
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${aws.accountId}:${resource}`;
  const roleArn = `arn:aws:iam::${aws.accountId}:role/events`;
  const clusters = new Set<string>();

  const family = async (name: string, containers: ContainerDefinition[]): Promise<string> => {
    const answer = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: name,
        cpu: "256",
        memory: "512",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        containerDefinitions: containers,
      }),
    );
    return answer.taskDefinition?.taskDefinitionArn ?? "";
  };

  const ofTask = (service: SeededService, name = service.family): Target => ({
    Id: "task",
    Arn: arn("ecs", `cluster/${service.cluster}`),
    RoleArn: roleArn,
    EcsParameters: {
      TaskDefinitionArn: arn("ecs", `task-definition/${name}`),
      TaskCount: 1,
    },
  });

  return {
    arn,
    family,
    ofTask,

    /** A container with a secret value and these variables. */
    container(name: string, image: string, variables: readonly string[] = []): ContainerDefinition {
      const environment = ["DATABASE_PASSWORD", ...variables].map((each) => ({ name: each, value: SECRET }));
      return { name, image, essential: true, environment };
    },

    /** A service, with its cluster when that is new, behind the target groups. */
    async service(
      place: { cluster: string; name: string },
      wishes: { containers: ContainerDefinition[]; targetGroups?: string[]; desired?: number; family?: string },
    ): Promise<SeededService> {
      const { cluster, name } = place;
      if (!clusters.has(cluster)) await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
      clusters.add(cluster);
      const own = {
        cluster,
        name,
        family: wishes.family ?? `${cluster}-${name}`,
        container: wishes.containers[0]?.name ?? "",
      };
      await family(own.family, wishes.containers);
      await ecs.send(
        new CreateServiceCommand({
          cluster,
          serviceName: name,
          taskDefinition: own.family,
          desiredCount: wishes.desired ?? 1,
          launchType: "FARGATE",
          loadBalancers: (wishes.targetGroups ?? []).map((targetGroupArn) => ({
            targetGroupArn,
            containerName: own.container,
            containerPort: 8080,
          })),
        }),
      );
      return own;
    },

    async targetGroup(Name: string, check: { path?: string; codes?: string } = {}): Promise<string> {
      const { TargetGroups } = await balancing.send(
        new CreateTargetGroupCommand({
          Name,
          Protocol: "HTTP",
          Port: 8080,
          VpcId: "vpc-1",
          TargetType: "ip",
          HealthCheckPath: check.path ?? "/healthz",
          Matcher: { HttpCode: check.codes ?? "200" },
        }),
      );
      return TargetGroups?.[0]?.TargetGroupArn ?? "";
    },

    /** A load balancer with one listener, whose default is that target group; without one it answers 404. */
    async loadBalancer(Name: string, targetGroup?: string): Promise<LoadBalancer & { listener: string }> {
      const { LoadBalancers } = await balancing.send(
        new CreateLoadBalancerCommand({ Name, Subnets: ["subnet-1", "subnet-2"], Type: "application" }),
      );
      const { LoadBalancerArn = "", DNSName = "", CanonicalHostedZoneId = "" } = LoadBalancers?.[0] ?? {};
      const { Listeners } = await balancing.send(
        new CreateListenerCommand({
          LoadBalancerArn,
          Protocol: "HTTP",
          Port: 80,
          DefaultActions: targetGroup
            ? [
                {
                  Type: "forward",
                  TargetGroupArn: targetGroup,
                },
              ]
            : [
                {
                  Type: "fixed-response",
                  FixedResponseConfig: { StatusCode: "404" },
                },
              ],
        }),
      );
      const listener = Listeners?.[0]?.ListenerArn ?? "";
      return { arn: LoadBalancerArn, dnsName: DNSName, zone: CanonicalHostedZoneId, listener };
    },

    async rule(listener: string, rule: { priority: number; hosts?: string[]; paths?: string[]; targetGroup: string }) {
      const Conditions: RuleCondition[] = [
        ...(rule.hosts ? [{ Field: "host-header", HostHeaderConfig: { Values: rule.hosts } }] : []),
        ...(rule.paths ? [{ Field: "path-pattern", PathPatternConfig: { Values: rule.paths } }] : []),
      ];
      const Actions = [{ Type: "forward" as const, TargetGroupArn: rule.targetGroup }];
      await balancing.send(
        new CreateRuleCommand({ ListenerArn: listener, Priority: rule.priority, Conditions, Actions }),
      );
    },

    async zone(Name: string, visibility: "public" | "private" = "public"): Promise<string> {
      const { HostedZone } = await dns.send(
        new CreateHostedZoneCommand({
          Name,
          CallerReference: `${aws.accountId}-${Name}-${visibility}`,
          ...(visibility === "private"
            ? {
                VPC: {
                  VPCRegion: "us-west-2",
                  VPCId: "vpc-1",
                },
              }
            : {}),
        }),
      );
      return (HostedZone?.Id ?? "").replace("/hostedzone/", "");
    },

    async records(HostedZoneId: string, sets: readonly ResourceRecordSet[]): Promise<void> {
      for (let at = 0; at < sets.length; at += 100) {
        const Changes = sets
          .slice(at, at + 100)
          .map((ResourceRecordSet) => ({ Action: "CREATE" as const, ResourceRecordSet }));
        await dns.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
      }
    },

    async eventRule(
      Name: string,
      rule: { schedule?: string; pattern?: object; disabled?: boolean; targets: Target[] },
    ): Promise<void> {
      await events.send(
        new PutRuleCommand({
          Name,
          State: rule.disabled ? "DISABLED" : "ENABLED",
          ...(rule.schedule ? { ScheduleExpression: rule.schedule } : {}),
          ...(rule.pattern ? { EventPattern: JSON.stringify(rule.pattern) } : {}),
        }),
      );
      await events.send(new PutTargetsCommand({ Rule: Name, Targets: rule.targets }));
    },

    async scheduleGroup(Name: string): Promise<void> {
      await scheduler.send(new CreateScheduleGroupCommand({ Name }));
    },

    /** A schedule of the Scheduler; by default of a task of that service. */
    async schedule(
      schedule: Pick<CreateScheduleInput, "Name" | "ScheduleExpression"> & Partial<CreateScheduleInput>,
      target: { service: SeededService } | { arn: string; input?: string },
    ): Promise<void> {
      const Target =
        "service" in target
          ? {
              Arn: arn("ecs", `cluster/${target.service.cluster}`),
              RoleArn: roleArn,
              EcsParameters: { TaskDefinitionArn: arn("ecs", `task-definition/${target.service.family}`) },
            }
          : { Arn: target.arn, RoleArn: roleArn, ...(target.input ? { Input: target.input } : {}) };
      await scheduler.send(new CreateScheduleCommand({ FlexibleTimeWindow: { Mode: "OFF" }, ...schedule, Target }));
    },

    async task({ cluster, family: taskDefinition }: SeededService, startedBy: string): Promise<void> {
      await ecs.send(new RunTaskCommand({ cluster, taskDefinition, startedBy, launchType: "FARGATE" }));
    },

    async scaling({ cluster, name }: SeededService, min: number, max: number): Promise<void> {
      await autoScalingClient(aws, region).send(
        new RegisterScalableTargetCommand({
          ServiceNamespace: "ecs",
          ResourceId: `service/${cluster}/${name}`,
          ScalableDimension: "ecs:service:DesiredCount",
          MinCapacity: min,
          MaxCapacity: max,
        }),
      );
    },
  };
}

export type Seeding = ReturnType<typeof seeding>;

/** An alias to a load balancer, as the console makes it: with `dualstack.` before the name. */
export function alias(
  Name: string,
  to: LoadBalancer,
  more: Partial<ResourceRecordSet> & { plain?: boolean } = {},
): ResourceRecordSet {
  const { plain = false, Type = "A", ...rest } = more;
  const DNSName = plain ? to.dnsName : `dualstack.${to.dnsName}`;
  return { Name, Type, AliasTarget: { HostedZoneId: to.zone, DNSName, EvaluateTargetHealth: true }, ...rest };
}

export function plainRecord(
  Name: string,
  Type: RRType,
  values: readonly string[],
  more: Partial<ResourceRecordSet> = {},
): ResourceRecordSet {
  return { Name, Type, TTL: 300, ResourceRecords: values.map((Value) => ({ Value })), ...more };
}
