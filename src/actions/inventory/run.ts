import { awsEcs } from "../../adapters/aws/ecs.ts";
import { awsHostedZones } from "../../adapters/aws/hosted-zones.ts";
import { awsLoadBalancers } from "../../adapters/aws/load-balancers.ts";
import { awsScaling } from "../../adapters/aws/scaling.ts";
import { awsSchedules } from "../../adapters/aws/schedules.ts";
import { awsSession } from "../../adapters/aws/session.ts";
import type { ActionsIo } from "../../adapters/github/actions-io.ts";
import { awsIdToken } from "../../adapters/github/id-token.ts";
import { makePrivateFolder, writePrivateFile } from "../../adapters/private-folder.ts";
import { inventorySummary } from "../../playbook/inventory/inventory-summary.ts";
import type { InventoryPorts } from "../../playbook/inventory/inventory-types.ts";
import { takeInventory } from "../../playbook/inventory/take-inventory.ts";
import { runAction } from "../run-action.ts";
import { type InventoryInputs, readInventoryInputs } from "./inputs.ts";

/** `actions/inventory`: a first migration file from what runs on ECS. It reads only. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const inputs = readInventoryInputs(io);
    const { environment, region, clusters, dnsRoleToAssume: dnsRole } = inputs;
    const request = { environment, region, clusters, ...(dnsRole === "" ? {} : { dnsRole }) };
    const inventory = await untilEnd((signal) => takeInventory(request, portsOf(inputs, io, signal)));
    // It stays for the job's later steps: nothing in it is secret, and the runner empties this place after the job.
    const file = await writePrivateFile(await makePrivateFolder(), "k8s-migrate.yml", inventory.text);
    io.log.info(`Wrote ${file}: ${inventory.questions.length} open questions`);
    io.output("file", file);
    io.output("open-questions", String(inventory.questions.length));
    await io.summary(inventorySummary(inventory));
  });
}

/** Many calls are under way or waiting: when one fails the others need not go on. */
async function untilEnd<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const ended = new AbortController();
  try {
    return await work(ended.signal);
  } finally {
    ended.abort();
  }
}

function portsOf(
  { region, roleToAssume, dnsRoleToAssume }: InventoryInputs,
  io: ActionsIo,
  signal: AbortSignal,
): InventoryPorts {
  const login = (role: string) => {
    const idToken = awsIdToken(process.env);
    const session = { region, roleToAssume: role, ...(idToken ? { idToken } : {}), onSecrets: io.hide };
    return { region, credentials: awsSession(session), signal };
  };
  const own = login(roleToAssume);
  return {
    ecs: awsEcs(own),
    loadBalancers: awsLoadBalancers(own),
    zones: awsHostedZones(dnsRoleToAssume === "" ? own : login(dnsRoleToAssume)),
    schedules: awsSchedules(own),
    scaling: awsScaling(own),
    log: io.log,
  };
}
