// How the emulator behaves where AWS would have a world around it: said by tags that only it reads.
import { type Tag, TagResourceCommand } from "@aws-sdk/client-ecs";
import { AddTagsCommand, type TargetHealthStateEnum } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ChangeTagsForResourceCommand } from "@aws-sdk/client-route-53";
import { type Aws, ecsClient, loadBalancingClient, route53Client } from "./clients.ts";

/** Makes changes of that hosted zone stay PENDING for so long. Without it GetChange answers PENDING once. */
export async function setInsyncSeconds(aws: Aws, zoneId: string, seconds: number): Promise<void> {
  const AddTags = [{ Key: "sandbox:insync-seconds", Value: String(seconds) }];
  const ResourceId = zoneId.replace("/hostedzone/", "");
  await route53Client(aws).send(new ChangeTagsForResourceCommand({ ResourceType: "hostedzone", ResourceId, AddTags }));
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

function regionOf(arn: string): string {
  return arn.split(":")[3] ?? "";
}
