import { looksLikeCronSwitch } from "./cron-switches.ts";
import type { DraftService } from "./draft.ts";
import type { Container, EcsService, TaskDefinition } from "./facts/ecs.ts";
import type { HealthCheck } from "./facts/load-balancers.ts";
import { sorted, sortedTexts } from "./facts.ts";
import { healthStatus } from "./health-status.ts";
import { listed, note, question, type Remark } from "./remark.ts";

/** The container whose image is deployed: that behind the load balancer, else the only one that matters. */
export function mainContainer(
  service: EcsService,
  definition: TaskDefinition | undefined,
): { name?: string; remarks: Remark[] } {
  const containers = definition?.containers ?? [];
  const served = sortedTexts(service.attachments.map(({ container }) => container));
  const essential = containers.filter((each) => each.essential);
  const [first] = served.length > 0 ? served : [containers.length === 1 ? containers[0]?.name : undefined];
  if (served.length < 2 && first !== undefined) return { name: first, remarks: [] };
  if (definition === undefined) return { remarks: [] };
  const names =
    served.length > 1 ? served : sortedTexts((essential.length > 0 ? essential : containers).map(({ name }) => name));
  return { remarks: [question(`Which container is the service itself: ${listed(names)}?`, "image: { container: … }")] };
}

/** How the new side is probed: as the load balancer checks the old one. */
export function probeOf(checks: readonly HealthCheck[]): Pick<DraftService, "probe"> & { remarks: Remark[] } {
  const paths = sortedTexts(checks.flatMap(({ path }) => path ?? []));
  const [path] = paths;
  if (path === undefined) {
    return {
      remarks: [
        question("Which path tells that the service is well? Its load balancer asks for none.", "probe: { path: … }"),
      ],
    };
  }
  if (paths.length > 1) {
    return {
      remarks: [
        question(
          `Which path tells that the service is well? Its load balancers ask for ${listed(paths)}.`,
          "probe: { path: … }",
        ),
      ],
    };
  }
  const codes = sortedTexts(checks.flatMap((check) => check.codes ?? []));
  const status = codes.length === 1 ? healthStatus(codes[0] ?? "") : undefined;
  const known = { probe: { path, ...(status === undefined ? {} : { status }) } };
  if (codes.length < 2 && (status !== undefined || codes[0] === undefined || codes[0] === "200"))
    return { ...known, remarks: [] };
  return {
    ...known,
    remarks: [note(`The load balancer takes ${listed(codes)}; a probe takes 200 unless status says otherwise.`)],
  };
}

/** What a service may start by itself, and what else is to be decided about it. */
export function serviceRemarks(service: EcsService, definition: TaskDefinition | undefined): DraftService["remarks"] {
  const remarks: DraftService["remarks"] = { service: [], image: [], records: [], probe: [], crons: [] };
  if (service.isDaemon) {
    remarks.service.push(question("This runs once on each machine of the cluster (a daemon). Does it move at all?"));
  } else if (service.desired === 0) {
    remarks.service.push(
      question("This wants no tasks now, so that there is no running image to deploy. Does it move?"),
    );
  }
  if (service.discoveredBy.length > 0) {
    remarks.records.push(
      question(
        `Others may find its tasks without a load balancer, through ${listed(sortedTexts(service.discoveredBy))}, where no record can be switched. Who calls it there?`,
      ),
    );
  }
  remarks.crons.push(...switches(definition));
  if (service.attachments.length === 0 && !service.isDaemon) {
    remarks.crons.push(
      question(
        "This has no load balancer. Does it start jobs by itself, as celery beat or a scheduler does? If not, delete this.",
        `- { stop: { worker: ${service.name} }, start: [{ deployment: … }] }`,
      ),
    );
  }
  return remarks;
}

function switches(definition: TaskDefinition | undefined): Remark[] {
  const found = (definition?.containers ?? []).flatMap((container) =>
    sortedTexts(container.variables.filter(looksLikeCronSwitch)).map((variable) => ({ container, variable })),
  );
  return sorted(found, ({ container, variable }) => `${variable} ${container.name}`).map(({ container, variable }) =>
    question(
      `Variable ${variable} of container ${container.name} reads like a switch for cron jobs inside of the service. Is it one, and which value turns them off? If not, delete this.`,
      `- { stop: { env-switch: { ${whereNeeded(container, definition, variable)}name: ${variable}, off: "…" } }, start: [{ cronjob: … }] }`,
    ),
  );
}

function whereNeeded(container: Container, definition: TaskDefinition | undefined, variable: string): string {
  const having = (definition?.containers ?? []).filter(({ variables }) => variables.includes(variable));
  return having.length > 1 ? `container: ${container.name}, ` : "";
}
