import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryNameServers } from "../../support/fakes/name-servers.ts";
import { memoryRecordSets } from "../../support/fakes/record-sets.ts";
import { ZONE } from "../record-sets/sets.ts";
import type { Place } from "./place.ts";

export function memoryPlace(): Place {
  return {
    zone: ZONE,
    async serve(sets) {
      const clock = fakeClock();
      const recordSets = memoryRecordSets({ clock });
      const zone = recordSets.addZone({ name: ZONE });
      recordSets.put(zone, ...sets);
      const names = memoryNameServers({ clock, recordSets: [recordSets] });
      const [first = ""] = await recordSets.nameServers(zone);
      return { names, server: { address: names.addressOf(first), port: 53 } };
    },
    nobody: async () => ({ address: "198.18.99.99", port: 53 }),
  };
}
