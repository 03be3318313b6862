// npm run bench: measures, prints what it found. npm run bench -- deploy login: those only; with --helm 4 or --rounds 3
// the deploys are measured with that Helm only, or in fewer rounds; with --services 1,40 moves are for so many services,
// with --records 10,100 DNS is measured for so many record sets.
// With --record the results go into bench/RESULTS.md, where each benchmark has a section of its own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BenchCluster, benchCluster, removeFolder } from "../bench/bench-cluster.ts";
import { type BenchOptions, benchDeploy, benchObjects } from "../bench/deploy.ts";
import { benchDns } from "../bench/dns.ts";
import { benchLogin } from "../bench/login.ts";
import { benchMoves } from "../bench/moves.ts";
import type { Report } from "../bench/report.ts";
import { showReport } from "../bench/show-report.ts";
import { benchStartup } from "../bench/startup.ts";
import { asCommand } from "./as-command.ts";
import { withSandbox } from "./with-sandbox.ts";

const root = join(import.meta.dirname, "..");

/** In the order in which they run. */
const onCluster: Record<string, (bench: BenchCluster, options: BenchOptions) => Promise<Report>> = {
  deploy: benchDeploy,
  objects: benchObjects,
  login: benchLogin,
  moves: benchMoves,
  dns: benchDns,
};
const alone: Record<string, () => Promise<Report>> = { startup: () => benchStartup(root) };
const all = [...Object.keys(alone), ...Object.keys(onCluster)];

await asCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      record: { type: "boolean" },
      helm: { type: "string", default: "" },
      rounds: { type: "string", default: "100" },
      services: { type: "string" },
      records: { type: "string" },
    },
  });
  const options = {
    helm: values.helm,
    mostRounds: Number(values.rounds),
    ...(values.services ? { services: values.services.split(",").map(Number) } : {}),
    ...(values.records ? { records: values.records.split(",").map(Number) } : {}),
  };
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(", ")}: there are ${all.join(", ")}.`);
  if (!existsSync(join(root, "dist/deploy/index.js"))) throw new Error("dist is missing: run npm run build first.");
  const chosen = all.filter((name) => positionals.length === 0 || positionals.includes(name));
  const keep = values.record ?? false;
  for (const [name, measure] of Object.entries(alone)) if (chosen.includes(name)) await show(name, measure, keep);
  const wanted = Object.entries(onCluster).filter(([name]) => chosen.includes(name));
  if (wanted.length > 0) {
    await withCluster(async (bench) => {
      for (const [name, measure] of wanted) await show(name, () => measure(bench, options), keep);
    });
  }
  return true;
});

async function show(name: string, measure: () => Promise<Report>, keep: boolean): Promise<void> {
  await showReport({ root, command: "bench", name, record: keep }, measure);
}

async function withCluster(work: (bench: BenchCluster) => Promise<void>): Promise<void> {
  await withSandbox("bench", async (sandbox) => {
    const bench = await benchCluster(sandbox);
    try {
      await work(bench);
    } finally {
      await removeFolder(bench);
    }
  });
}
