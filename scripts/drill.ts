// npm run drill: what takes too long for npm test. npm run drill -- kills: that one only.
// With --record the results go into bench/RESULTS.md; with --minutes N each drill begins nothing new after N minutes; with
// --every N those of moves and dns cut at each N-th call only.
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "../bench/report.ts";
import { showReport } from "../bench/show-report.ts";
import { drillDns } from "../drill/dns.ts";
import { drillKills } from "../drill/kills.ts";
import { drillMoves } from "../drill/moves.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { asCommand } from "./as-command.ts";
import { withSandbox } from "./with-sandbox.ts";

const root = join(import.meta.dirname, "..");

/** In the order in which they run. */
const drills: Record<string, (sandbox: Sandbox, deadline: number, every: number) => Promise<Report>> = {
  kills: drillKills,
  moves: drillMoves,
  dns: drillDns,
};

await asCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      record: { type: "boolean" },
      minutes: { type: "string", default: "600" },
      every: { type: "string", default: "1" },
    },
  });
  const unknown = positionals.filter((name) => !(name in drills));
  const known = Object.keys(drills).join(", ");
  if (unknown.length > 0) throw new Error(`There is no drill ${unknown.join(", ")}: there are ${known}.`);
  return withSandbox("drill", async (sandbox) => {
    let failed = 0;
    for (const [drill, work] of Object.entries(drills)) {
      if (positionals.length > 0 && !positionals.includes(drill)) continue;
      const deadline = Date.now() + Number(values.minutes) * 60_000;
      const options = { root, command: "drill", name: drill, record: values.record ?? false } as const;
      failed += (await showReport(options, () => work(sandbox, deadline, Number(values.every)))).failed ?? 0;
    }
    return failed === 0;
  });
});
