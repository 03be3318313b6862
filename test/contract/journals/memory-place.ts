import { memoryJournals } from "../../support/fakes/journals.ts";
import { memoryLeases } from "../../support/fakes/memory-leases.ts";
import type { Place } from "./place.ts";

export function memoryPlace(): Place {
  const journals = memoryJournals();
  const leases = memoryLeases();
  return {
    name: "in memory",
    open: async () => ({ journals, leases }),
    text: async (key) => journals.get(key)?.text,
    overwrite: async (key, text) => journals.put(key, text),
  };
}
