import { draftCrons } from "./crons/draft-crons.ts";
import { unexplainedTasks } from "./crons/unexplained-tasks.ts";
import type { Draft, DraftService } from "./draft.ts";
import { mainContainer, probeOf, serviceRemarks } from "./draft-service.ts";
import type { EcsService } from "./facts/ecs.ts";
import { type Facts, serviceKey, sorted, sortedTexts } from "./facts.ts";
import { recordDrafter } from "./records/draft-records.ts";
import { openRecords } from "./records/open-records.ts";
import { type SharedOut, shareOut } from "./records/share-out.ts";
import { loadBalancersOf } from "./records/shared-load-balancers.ts";
import { listed, note, question, type Remark } from "./remark.ts";
import { serviceNames } from "./service-names.ts";

/** Decides what of the file can be decided, and asks about the rest. The same facts give the same draft, in whatever order they come. */
export function draftFile(facts: Facts, place: Pick<Draft, "environment" | "region" | "dnsRole">): Draft {
  const names = serviceNames(facts.services);
  const nameOf = (key: string) => names.get(key) ?? key;
  const shared = shareOut(facts);
  const crons = draftCrons(facts);
  const unexplained = unexplainedTasks(facts);
  const draftRecords = recordDrafter(facts.zones ?? []);
  const balancers = loadBalancersOf(facts.services, facts.targetGroups ?? []);
  const clusters = sortedTexts(facts.services.map(({ cluster }) => cluster));

  const services = facts.services.map((service): DraftService => {
    const key = serviceKey(service);
    const definition = facts.definitions.get(service.taskDefinition);
    const container = mainContainer(service, definition);
    const { records, remarks: recordRemarks } = draftRecords(shared.byService.get(key) ?? []);
    const probe = records.length === 0 ? { remarks: [] } : probeOf(healthChecks(service, facts));
    const own = crons.byService.get(key) ?? { crons: [], remarks: [] };
    const remarks = serviceRemarks(service, definition);
    return {
      name: nameOf(key),
      ecs: { service: service.name, cluster: service.cluster },
      ...(container.name === undefined ? {} : { container: container.name }),
      records,
      ...("probe" in probe && probe.probe !== undefined ? { probe: probe.probe } : {}),
      crons: own.crons,
      remarks: {
        service: remarks.service,
        image: container.remarks,
        records: [...recordRemarks, ...severalOf(key, shared), ...remarks.records],
        probe: probe.remarks,
        crons: [
          ...own.remarks,
          ...remarks.crons,
          ...unexplained.filter(({ owner }) => owner === key).map(({ remark }) => remark),
        ],
      },
      facts: {
        image: imageOf(service, facts, container.name),
        tasks: `${service.running}/${service.desired}`,
        loadBalancers: titles(balancers.get(key) ?? [], facts),
        scaling: scalingOf(service, facts),
      },
    };
  });
  return {
    ...place,
    ...(clusters.length === 1 && clusters[0] !== undefined ? { cluster: clusters[0] } : {}),
    services: sorted(services, ({ name }) => name),
    remarks: [
      ...missing(facts),
      ...openRecords(facts, shared, nameOf),
      ...crons.remarks,
      ...unexplained.filter(({ owner }) => owner === undefined).map(({ remark }) => remark),
    ],
  };
}

/** Names that lead to others too: their question stands once, at the end of the file. */
function severalOf(key: string, { ambiguous }: SharedOut): Remark[] {
  const names = sortedTexts(ambiguous.filter(({ services }) => services.includes(key)).map(({ name }) => name.name));
  return names.length === 0
    ? []
    : [
        note(
          `${listed(names)} ${names.length === 1 ? "leads" : "lead"} here and to other services: see the end of this file.`,
        ),
      ];
}

function missing(facts: Facts): Remark[] {
  const byAction = Map.groupBy(facts.missing, ({ action }) => action);
  return sorted(byAction, ([action]) => action).map(([action, parts]) =>
    question(
      `The login lacks the right ${action}, so that ${listed(sortedTexts(parts.map(({ what }) => what)))} could not be read. Allow it and run this again.`,
    ),
  );
}

function healthChecks({ attachments }: EcsService, { targetGroups = [] }: Facts) {
  const groups = new Map((targetGroups ?? []).map((group) => [group.arn, group]));
  return attachments.flatMap(({ targetGroup }) => groups.get(targetGroup ?? "")?.health ?? []);
}

function imageOf({ taskDefinition }: EcsService, { definitions }: Facts, container: string | undefined): string {
  const containers = definitions.get(taskDefinition)?.containers ?? [];
  return (
    containers.find(({ name }) => name === container)?.image ??
    (containers.length > 0 ? `${containers.length} containers` : "not known")
  );
}

function titles(arns: readonly string[], { loadBalancers }: Facts): string[] {
  const names = new Map((loadBalancers ?? []).map(({ arn, name }) => [arn, name]));
  return sortedTexts(arns.map((arn) => names.get(arn) ?? arn));
}

function scalingOf({ cluster, name }: EcsService, { scaling }: Facts): string {
  if (scaling === undefined) return "not known";
  const found = scaling.find((each) => each.cluster === cluster && each.service === name);
  return found === undefined ? "" : `${found.min} to ${found.max}`;
}
