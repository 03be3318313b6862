import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "../journal/canonical-json.ts";
import { type Change, changesOf, type ServicePlan } from "./change.ts";

/** What is planned: one phase, for some services of an environment. */
export type Planned = {
  phase: string;
  environment: string;
  /** What is meant besides the changes, such as where the new side is. */
  intent: JsonValue;
  services: readonly ServicePlan[];
};

/** Enough that nobody meets another plan with the same hash by chance. */
const HASH_BYTES = 8;
/** Of each part of a change: enough to tell which of a plan's few changes is another one. */
const PART_BYTES = 3;
const FORM = /^([0-9a-f]{16})(?:\.([\w-]*))?$/;

/**
 * The hash of a plan: 16 hexadecimal digits over what is meant and what is there, then a point and a few letters for each change,
 * by which `planDifferences` tells what changed since. The part before the point is enough.
 */
export function planHash(planned: Planned): string {
  const parts = partsOf(planned).map(({ id, before, after }) => Buffer.concat([id, before, after]));
  return `${hashOf(planned)}.${Buffer.concat(parts).toString("base64url")}`;
}

export function isPlanHash(text: string): boolean {
  return FORM.test(text);
}

export function hasHash(planned: Planned, given: string): boolean {
  return FORM.exec(given)?.[1] === hashOf(planned);
}

/** What is no longer as it was in the plan with this hash, in words; empty where that cannot be told. */
export function planDifferences(planned: Planned, given: string): string[] {
  const known = FORM.exec(given)?.[2];
  if (known === undefined) return [];
  const old = oldParts(Buffer.from(known, "base64url"));
  const now = partsOf(planned);
  const differing = now.flatMap(({ service, change, ...part }) => {
    const was = old.find(({ id }) => id.equals(part.id));
    const what = `${service}: ${change.words}`;
    if (was === undefined) return [`${what}: was not in that plan`];
    return [
      ...(was.before.equals(part.before)
        ? []
        : [`${what}: what is there now is another: ${canonicalJson(change.before)}`]),
      ...(was.after.equals(part.after) ? [] : [`${what}: would now become another: ${canonicalJson(change.after)}`]),
    ];
  });
  const gone = old.filter(({ id }) => !now.some((part) => part.id.equals(id))).length;
  return [...differing, ...(gone === 0 ? [] : [`${gone} of its changes are not to be made any more`])];
}

type Part = { id: Buffer; before: Buffer; after: Buffer };

function partsOf({ services }: Planned): (Part & { service: string; change: Change })[] {
  return services.flatMap((plan) =>
    changesOf(plan).map((change) => ({
      service: plan.service,
      change,
      id: digest([plan.service, change.step, change.target]).subarray(0, PART_BYTES),
      before: digest(change.before).subarray(0, PART_BYTES),
      after: digest(change.after).subarray(0, PART_BYTES),
    })),
  );
}

function oldParts(bytes: Buffer): Part[] {
  const length = 3 * PART_BYTES;
  return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => {
    const at = index * length;
    const part = (number: number) => bytes.subarray(at + number * PART_BYTES, at + (number + 1) * PART_BYTES);
    return { id: part(0), before: part(1), after: part(2) };
  });
}

function hashOf({ phase, environment, intent, services }: Planned): string {
  const changes = services.flatMap((plan) =>
    changesOf(plan).map(({ step, target, before, after }) => [plan.service, step, target, before, after]),
  );
  return digest([phase, environment, intent, changes]).subarray(0, HASH_BYTES).toString("hex");
}

function digest(value: unknown): Buffer {
  return createHash("sha256").update(canonicalJson(value)).digest();
}
