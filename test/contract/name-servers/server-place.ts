import { nameServers } from "../../../src/adapters/dns/name-servers.ts";
import { startDnsServer, type TestDnsServer } from "../../support/dns-server.ts";
import { fakeClock } from "../../support/fakes/fake-clock.ts";
import { memoryRecordSets } from "../../support/fakes/record-sets.ts";
import { answerOf } from "../../support/fakes/zone-answers.ts";
import { ZONE } from "../record-sets/sets.ts";
import type { Place } from "./place.ts";
import { unheard } from "./unheard.ts";

/** Servers on loopback, one a zone, which is its own resolver. */
export function serverPlace(): Place & { close(): Promise<void> } {
  const started: TestDnsServer[] = [];
  return {
    zone: ZONE,
    async serve(sets) {
      const recordSets = memoryRecordSets({ clock: fakeClock() });
      const zone = recordSets.addZone({ name: ZONE });
      recordSets.put(zone, ...sets);
      const all = await recordSets.all(zone);
      const parts = { addressesOf: () => [], random: Math.random };
      const server = await startDnsServer({
        answer: (question) => answerOf({ name: ZONE, sets: all }, question, parts),
      });
      started.push(server);
      return { server, names: nameServers({ resolver: server, timeoutMs: 2000 }) };
    },
    nobody: unheard,
    async close() {
      for (const each of started) await each.close();
    },
  };
}
