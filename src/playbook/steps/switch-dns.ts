import { counted } from "../../evidence/text.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import { setsOf } from "../../records/set-map.ts";
import { type Bake, bakeBefore } from "../dns/bake.ts";
import type { Delegations } from "../dns/check-delegation.ts";
import type { DnsPorts } from "../dns/dns-ports.ts";
import { zoneOfTarget } from "../dns/known-states.ts";
import { planSwitch, SWITCH_DNS, type SwitchedName } from "../dns/plan-switch.ts";
import type { ZoneReader } from "../dns/read-zones.ts";
import { expectedBack, type PutBack, recordsBack } from "../dns/take-back-records.ts";
import { untilInsync } from "../dns/until-insync.ts";
import { type Expected, verifyAnswers, withOthers } from "../dns/verify-answers.ts";
import { writeBatch } from "../dns/write-batch.ts";
import type { Step } from "../move/step.ts";

export type SwitchDnsParts = DnsPorts & { reader: ZoneReader; delegations: Delegations; bake: Bake };

/**
 * Leads the records of a service to the new side: one batch for each zone, each a compare-and-swap, zone after zone. With weights it
 * does so step by step, each step watched before the next. Its undo puts back the records as they were before the move.
 */
export function switchDns(parts: SwitchDnsParts): Step {
  /** What was planned last of each service, for what comes after its changes. */
  const planned = new Map<string, SwitchedName[]>();
  const changes = new Map<string, string[]>();
  const putBack = new Map<string, PutBack[]>();
  return { id: SWITCH_DNS, plan, apply, verify, undo, takeBack, verifyUndo };

  async function plan(
    service: Service,
    move: readonly Entry[],
    { isLocked }: { isLocked: boolean },
  ): Promise<StepPlan> {
    const { names, ...rest } = await planSwitch(service, { move, isLocked }, parts);
    planned.set(service.name, names);
    return { step: SWITCH_DNS, title: `switch the records of ${service.name} to the new side`, ...rest };
  }

  async function apply(change: Change, service: Service, stop: AbortSignal): Promise<string> {
    const [before, after] = [setsOf(change.before), setsOf(change.after)];
    const { id, name } = zoneOfTarget(change.target);
    const names = planned.get(service.name) ?? [];
    const watched = await bakeBefore({ service, before, after, names }, parts.bake, stop);
    const comment = `k8s-migrate: ${service.name}`;
    const written = await writeBatch({ zone: id, before, after, comment }, parts, { reader: parts.reader, stop });
    if (written !== undefined) {
      changes.set(service.name, [...(changes.get(service.name) ?? []), written]);
      // What is watched next has to be there.
      if (/ at \d+ %/.test(change.target)) await untilInsync([written], parts, stop);
    }
    return `${watched === "" ? "" : `${watched}; `}changed ${counted(after.length, "record set")} of ${name}`;
  }

  async function verify(service: Service, stop: AbortSignal): Promise<string> {
    const names = planned.get(service.name) ?? [];
    const expected = names.map(({ moved, before, after }) => {
      return withOthers({ zone: moved.zone, name: moved.name, before, after });
    });
    return answered(service, expected, stop);
  }

  async function answered(service: Service, expected: readonly Expected[], stop: AbortSignal): Promise<string> {
    if (expected.length === 0) return "";
    const own = changes.get(service.name) ?? [];
    await untilInsync(own, parts, stop);
    const words = await verifyAnswers(expected, parts, stop);
    return own.length === 0 ? words : `Route 53 is in sync; ${words}`;
  }

  async function undo(service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const title = `put back the records of ${service.name}`;
    const { names, ...back } = await recordsBack(SWITCH_DNS, move, parts);
    putBack.set(service.name, names);
    return { step: SWITCH_DNS, title, ...back };
  }

  /** The TTL stays low, so that it can be switched anew. */
  async function takeBack(service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const title = `lead the records of ${service.name} back to the old side`;
    const { names, ...back } = await recordsBack(SWITCH_DNS, move, { ...parts, steps: [SWITCH_DNS] });
    putBack.set(service.name, names);
    return { step: SWITCH_DNS, title, ...back };
  }

  async function verifyUndo(service: Service, stop: AbortSignal): Promise<string> {
    return answered(service, await expectedBack(putBack.get(service.name) ?? [], parts.reader), stop);
  }
}
