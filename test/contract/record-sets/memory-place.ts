import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryRecordSets } from "../../support/fakes/record-sets.ts";
import type { Place } from "./place.ts";

const PENDING_MS = 30_000;

export function memoryPlace(): Place {
  const clock = fakeClock();
  const records = memoryRecordSets({ clock, pendingMs: PENDING_MS });
  return {
    records,
    addZone: async (name, kind) => records.addZone({ name, isPrivate: kind === "private" }),
    put: async (zone, ...sets) => records.put(zone, ...sets),
    pass: () => clock.advance(PENDING_MS),
  };
}
