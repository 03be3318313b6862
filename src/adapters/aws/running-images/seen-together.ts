import type { AskedImage } from "../../../ports/running-images.ts";
import type { RunningTask } from "../../../running-image/running-image.ts";
import { inGroups } from "../aws-calls.ts";
import { asRunning, describedTasks, type EcsCalls, isThere, runningTasks, type SeenService } from "./seen-service.ts";

/** As many services as one call takes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const DESCRIBED_AT_ONCE = 10;

type Name = Pick<AskedImage, "cluster" | "service">;

/**
 * Services of one cluster in as few calls as possible: the first time that one of them is taken all are looked for.
 * @param expected those that will be taken
 * @returns gives what was seen of a service, but once: who asks again wants to know what is then. Undefined too where it was
 *   not expected, is the only one of its cluster, or was not seen; then it has to be asked for alone
 */
export function seenTogether(
  call: EcsCalls,
  expected: readonly Name[],
): (name: Name) => Promise<SeenService | undefined> {
  const unseen = Map.groupBy(expected, ({ cluster }) => cluster);
  const seen = new Map<string, Promise<Map<string, SeenService>>>();

  return async ({ cluster, service }) => {
    const names = new Set(unseen.get(cluster)?.map((each) => each.service));
    if (names.has(service) && names.size > 1) {
      unseen.delete(cluster);
      // Asked for alone, each says itself what is wrong with it.
      const all = seeAll(call, cluster, [...names]).catch(() => new Map<string, SeenService>());
      for (const name of names) seen.set(keyOf({ cluster, service: name }), all);
    }
    const key = keyOf({ cluster, service });
    const found = seen.get(key);
    seen.delete(key);
    return (await found)?.get(service);
  };
}

async function seeAll(call: EcsCalls, cluster: string, names: readonly string[]): Promise<Map<string, SeenService>> {
  const asked = { action: "ecs:DescribeServices", operation: `describe services of cluster ${cluster}` };
  const described = await Promise.all(
    inGroups(names, DESCRIBED_AT_ONCE).map((services) =>
      call(asked, ({ sdk, client }) => client.send(new sdk.DescribeServicesCommand({ cluster, services }))),
    ),
  );
  const services = described.flatMap((answer) => answer.services ?? []).filter(isThere);
  const tasks = await tasksByService(call, cluster, names);
  const found = services.map(async (service) => {
    const { serviceName: name = "" } = service;
    const own = tasks?.get(name);
    const isNone = own === undefined && tasks !== undefined && service.runningCount === 0;
    return [
      name,
      { service, tasks: isNone ? [] : (own ?? (await runningTasks(call, { cluster, service: name }))) },
    ] as const;
  });
  return new Map(await Promise.all(found));
}

/** @returns undefined where so much else runs in the cluster that those of each service are in fewer pages */
async function tasksByService(
  call: EcsCalls,
  cluster: string,
  { length: mostPages }: readonly string[],
): Promise<Map<string, RunningTask[]> | undefined> {
  const what = `the tasks of cluster ${cluster}`;
  const arns: string[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page === 0 || nextToken; page++) {
    if (page === mostPages) return undefined;
    const answer = await call({ action: "ecs:ListTasks", operation: `list ${what}` }, ({ sdk, client }) =>
      client.send(new sdk.ListTasksCommand({ cluster, nextToken, maxResults: 100 })),
    );
    arns.push(...(answer.taskArns ?? []));
    nextToken = answer.nextToken;
  }
  const tasks = new Map<string, RunningTask[]>();
  for (const task of await describedTasks(call, { cluster, arns, what })) {
    // The group of a service's tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-groups.html
    const [, service] = /^service:(.*)$/.exec(task.group ?? "") ?? [];
    if (service !== undefined) tasks.set(service, [...(tasks.get(service) ?? []), ...asRunning(task)]);
  }
  return tasks;
}

function keyOf({ cluster, service }: Name): string {
  return `${cluster}/${service}`;
}
