// How the emulator behaves where AWS would have a world around it: said by tags that only it reads.
import { type Tag, TagResourceCommand } from "@aws-sdk/client-ecs";
import { AddTagsCommand, type TargetHealthStateEnum } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ChangeTagsForResourceCommand } from "@aws-sdk/client-route-53";
import { type Aws, ecsClient, loadBalancingClient, route53Watcher } from "./clients.ts";

/** Makes changes of that hosted zone stay PENDING for so long. Without it GetChange answers PENDING once. */
export async function setInsyncSeconds(aws: Aws, zoneId: string, seconds: number): Promise<void> {
  await tagZone(aws, zoneId, { key: "sandbox:insync-seconds", value: String(seconds) });
}

/** Makes that hosted zone busy for so long with each batch: others get PriorRequestNotComplete. 0 is not at all. */
export async function setBatchSeconds(aws: Aws, zoneId: string, seconds: number): Promise<void> {
  await tagZone(aws, zoneId, { key: "sandbox:batch-seconds", value: String(seconds) });
}

/**
 * Limits the calls of Route 53 of the account that the hosted zone is in, all together: AWS has 5 in a second. More get
 * Throttling. Calls of `route53Watcher` do not count. `undefined` takes the limit off.
 */
export async function setRequestsPerSecond(aws: Aws, zoneId: string, requests: number | undefined): Promise<void> {
  const value = requests === undefined ? undefined : String(requests);
  await tagZone(aws, zoneId, { key: "sandbox:requests-per-second", value });
}

/** Makes the hosted zone one that another service of AWS keeps, such as `servicediscovery.amazonaws.com`: changes are refused. */
export async function setLinkedService(aws: Aws, zoneId: string, service: string): Promise<void> {
  await tagZone(aws, zoneId, { key: "sandbox:linked-service", value: service });
}

/** Makes the record sets of that name and type those of a traffic policy instance, which is shown in place of their values. */
export async function setTrafficPolicy(
  aws: Aws,
  zoneId: string,
  record: { name: string; type: string; instance: string },
): Promise<void> {
  await tagZone(aws, zoneId, { key: `sandbox:traffic-policy/${record.name}/${record.type}`, value: record.instance });
}

/** Says where a load balancer listens: IPv4 and IPv6. The latter are answered only where its IpAddressType is dualstack. */
export async function setAddresses(aws: Aws, loadBalancerArn: string, addresses: readonly string[]): Promise<void> {
  const Tags = [{ Key: "sandbox:addresses", Value: addresses.join(",") }];
  const request = new AddTagsCommand({ ResourceArns: [loadBalancerArn], Tags });
  await loadBalancingClient(aws, regionOf(loadBalancerArn)).send(request);
}

/** Makes one target of a target group, or without `id` each that is not told apart, have this state. */
export async function setTargetHealth(
  aws: Aws,
  targetGroupArn: string,
  health: { id?: string; state: TargetHealthStateEnum },
): Promise<void> {
  const Key = health.id === undefined ? "sandbox:health" : `sandbox:health/${health.id}`;
  const request = new AddTagsCommand({ ResourceArns: [targetGroupArn], Tags: [{ Key, Value: health.state }] });
  await loadBalancingClient(aws, regionOf(targetGroupArn)).send(request);
}

/** Ends a task, as when its essential container exits with that code. */
export async function endTask(aws: Aws, taskArn: string, exitCode = 0): Promise<void> {
  const tags = [{ key: "sandbox:exit-code", value: String(exitCode) }];
  await ecsClient(aws, regionOf(taskArn)).send(new TagResourceCommand({ resourceArn: taskArn, tags }));
}

/**
 * Tags for a task definition that say how its new tasks are.
 *
 * @param tasks.seconds after which a task ends that no service runs, by the clock of rules and schedules
 * @param tasks.exitCode of its containers then; 0 when left out
 * @param tasks.digests by container, what its image resolves to; an image named by digest has that one anyway
 */
export function taskTags(tasks: { seconds?: number; exitCode?: number; digests?: Record<string, string> }): Tag[] {
  const { seconds, exitCode, digests = {} } = tasks;
  return [
    ...(seconds === undefined ? [] : [{ key: "sandbox:task-seconds", value: String(seconds) }]),
    ...(exitCode === undefined ? [] : [{ key: "sandbox:exit-code", value: String(exitCode) }]),
    ...Object.entries(digests).map(([container, value]) => ({ key: `sandbox:digest/${container}`, value })),
  ];
}

/** A tag for PutRule that makes a rule one that a service of AWS manages, such as `ecs.amazonaws.com`. */
export function managedBy(service: string): { Key: string; Value: string } {
  return { Key: "sandbox:managed-by", Value: service };
}

async function tagZone(aws: Aws, zoneId: string, tag: { key: string; value: string | undefined }): Promise<void> {
  const { key, value } = tag;
  const ResourceId = zoneId.replace("/hostedzone/", "");
  const change = value === undefined ? { RemoveTagKeys: [key] } : { AddTags: [{ Key: key, Value: value }] };
  const request = new ChangeTagsForResourceCommand({ ResourceType: "hostedzone", ResourceId, ...change });
  await route53Watcher(aws).send(request);
}

function regionOf(arn: string): string {
  return arn.split(":")[3] ?? "";
}
