import { OutsideError, UserError } from "../../errors.ts";
import type { JsonValue } from "../../journal/canonical-json.ts";
import { preImageOf } from "../../journal/history.ts";
import type { Entry } from "../../journal/schema.ts";
import type { Service } from "../../migration-file/migration.ts";
import type { Change, StepPlan } from "../../move/change.ts";
import type { Balancer, Balancers } from "../../ports/balancers.ts";
import { leadsTo } from "../../records/leads-to.ts";
import { readyAt } from "../../records/ready-at.ts";
import { knownNames } from "../dns/known-states.ts";
import { movedNames } from "../dns/moved-names.ts";
import { RECORD_STEPS } from "../dns/plan-switch.ts";
import type { ZoneReader } from "../dns/read-zones.ts";
import type { Step } from "../move/step.ts";

const ID = "lower-keep-alive";
/** More than this keeps clients on the old side for longer than the TTL does. */
const LONG_SECONDS = 300;

/**
 * Lowers how long the old load balancer keeps a client's connection, where the file asks for it: who keeps one never asks DNS again.
 * Whether that counts for connections that are open already is not documented, so the old value has to be waited out.
 */
export function lowerKeepAlive({ old, reader }: { old: Balancers; reader: ZoneReader }): Step {
  return { id: ID, plan, apply, waitFor, undo };

  async function plan(service: Service, move: readonly Entry[], look: { isLocked: boolean }): Promise<StepPlan> {
    const wanted = service.prepare.keepAliveSeconds;
    const title = "lower the client keep-alive of the old load balancer";
    const result: StepPlan = { step: ID, title, changes: [], already: [], problems: [], warnings: [] };
    const balancers = await oldBalancers(service, move, look);
    if (wanted !== undefined && balancers.length === 0 && service.records.length > 0) {
      result.warnings?.push(
        "prepare.keep-alive: the records lead to no application load balancer of the old side's account and region, so that it is not lowered",
      );
    }
    for (const { arn, dnsName } of balancers) {
      const now = await old.keepAlive(arn);
      if (now === undefined) continue;
      if (wanted === undefined) {
        if (now > LONG_SECONDS) {
          result.warnings?.push(
            `${dnsName} keeps a client's connection for up to ${now} s, and who keeps one stays on the old side: prepare.keep-alive lowers it`,
          );
        }
        continue;
      }
      if (now <= wanted) {
        result.already.push(`${dnsName} keeps a client's connection for ${now} s`);
        continue;
      }
      const words = `lower the client keep-alive of ${dnsName} to ${wanted} s`;
      result.changes.push({ step: ID, target: targetOf(arn), words, before: image(now), after: image(wanted) });
      result.waitMs = Math.max(result.waitMs ?? 0, now * 1000 + service.prepare.marginMs);
    }
    return result;
  }

  /** Those that the records lead to, or did before this move. */
  async function oldBalancers(
    service: Service,
    move: readonly Entry[],
    look: { isLocked: boolean },
  ): Promise<Balancer[]> {
    const { names } = await movedNames(service, look, reader);
    const known = knownNames(move, RECORD_STEPS);
    const sets = names.flatMap(({ moved }) => {
      const before = known.find(({ zone, name }) => zone === moved.zone.id && name === moved.name);
      return before?.original ?? moved.sets;
    });
    const found = await Promise.all([...new Set(sets.flatMap(leadsTo))].map((name) => old.byDnsName(name)));
    return [...new Map(found.flatMap((each) => (each ? [[each.arn, each]] : []))).values()];
  }

  async function apply({ target, before, after }: Change): Promise<string> {
    const arn = arnOf(target);
    const [expected, wanted] = [secondsIn(before), secondsIn(after)];
    const now = await old.keepAlive(arn);
    if (now !== expected && now !== wanted) {
      throw new UserError(
        `The client keep-alive of ${arn} is ${now} s and not ${expected} s, as when this was planned; nothing was written. Run this again`,
      );
    }
    if (now !== wanted) await old.setKeepAlive(arn, wanted);
    const made = await old.keepAlive(arn);
    if (made === wanted) return `the client keep-alive of ${arn} is ${wanted} s`;
    throw new OutsideError({
      system: "Elastic Load Balancing",
      operation: `set the client keep-alive of ${arn} to ${wanted} s`,
      reason: `it is ${made} s afterwards`,
    });
  }

  function waitFor({ prepare }: Service, move: readonly Entry[], now: Date): { notBefore: Date; why: string } {
    const seconds = Math.max(
      0,
      ...move.flatMap((entry) => (entry.kind === "intent" && entry.step === ID ? [secondsIn(entry.before)] : [])),
    );
    const waited = { oldTtlSeconds: 0, oldKeepAliveSeconds: seconds, marginSeconds: prepare.marginMs / 1000 };
    const notBefore = readyAt({ insync: now, ...waited });
    return { notBefore, why: `until then clients may keep a connection by the old keep-alive of ${seconds} s` };
  }

  async function undo(_service: Service, move: readonly Entry[]): Promise<StepPlan> {
    const result: StepPlan = {
      step: ID,
      title: "put back the client keep-alive",
      changes: [],
      already: [],
      problems: [],
    };
    const written = move.flatMap((entry) => (entry.kind === "intent" && entry.step === ID ? [entry] : []));
    for (const target of new Set(written.map((entry) => entry.target))) {
      const original = secondsIn(preImageOf({ entries: [...move] }, target, ID) ?? null);
      const arn = arnOf(target);
      const now = await old.keepAlive(arn);
      const isOurs = written.some((entry) => entry.target === target && secondsIn(entry.after) === now);
      if (now === original) {
        result.already.push(`the client keep-alive of ${arn} is ${now} s`);
      } else if (isOurs && now !== undefined) {
        const words = `put back the client keep-alive of ${arn} to ${original} s`;
        result.changes.push({ step: ID, target, words, before: image(now), after: image(original) });
      } else {
        result.problems.push(
          `the client keep-alive of ${arn} is ${now} s, neither what this move made it nor the ${original} s that it was; set it by hand, and run this again`,
        );
      }
    }
    return result;
  }
}

function targetOf(arn: string): string {
  return `load balancer ${arn}`;
}

function arnOf(target: string): string {
  return target.replace(/^load balancer /, "");
}

function image(seconds: number): JsonValue {
  return { keepAliveSeconds: seconds };
}

function secondsIn(value: JsonValue): number {
  const fields = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return typeof fields.keepAliveSeconds === "number" ? fields.keepAliveSeconds : 0;
}
