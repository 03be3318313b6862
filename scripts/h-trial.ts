import { benchCluster, removeFolder } from "../bench/bench-cluster.ts";
import { benchMoves } from "../bench/moves-h-trial.ts";
import { markdown } from "../bench/report.ts";
import { withSandbox } from "./with-sandbox.ts";
await withSandbox("bench", async (sandbox) => {
  const bench = await benchCluster(sandbox);
  try { console.log(markdown(await benchMoves(bench, { helm: "", mostRounds: 100 }))); } finally { await removeFolder(bench); }
});
