// npm test: every part in order, or those that are named (npm test -- unit contract). parts.ts lists them.
import { join } from "node:path";
import { asCommand } from "./as-command.ts";
import { chooseParts, type Part } from "./parts.ts";
import { resultsAge } from "./results-age.ts";
import { type PartResult, runPart } from "./run-part.ts";

const begin = performance.now();
const limitMinutes = Number(process.env.K8S_MIGRATE_TEST_MINUTES ?? 60);

type Row = { part: string; result?: PartResult; note?: string };

/** Why everything stops: the time is over, or somebody wants it to. */
let stopReason: string | undefined;
let stopCurrent: () => void = () => {};

function stopAll(reason: string): void {
  if (stopReason) return;
  stopReason = reason;
  console.error(`\nnpm test stops: ${reason}`);
  stopCurrent();
}

async function runParts(parts: Part[]): Promise<Row[]> {
  const rows: Row[] = [];
  const isBroken = (name: string) => rows.some((row) => row.part === name && (row.result?.failed ?? 0) > 0);
  for (const part of parts) {
    const broken = (part.needs ?? []).filter(isBroken);
    const reason = stopReason ?? (broken.length > 0 ? `${broken.join(" and ")} failed` : undefined);
    if (reason) {
      rows.push({ part: part.name, note: `not run: ${reason}` });
      continue;
    }
    console.log(`\n=== ${part.name}: ${part.about}`);
    const result = await runPart(part, (stop) => {
      stopCurrent = stop;
    });
    console.log(`--- ${part.name} took ${duration(result.seconds)}`);
    // One that was stopped may still end well: it has not shown all it should.
    if (stopReason) rows.push({ part: part.name, result: { ...result, failed: result.failed || 1 }, note: stopReason });
    else rows.push({ part: part.name, result });
  }
  return rows;
}

function duration(seconds: number): string {
  return seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Prints the closing table. @returns true when every part ran and nothing failed */
function report(rows: Row[]): boolean {
  console.log(`\n=== npm test`);
  for (const { part, result, note } of rows) {
    const counts = result ? `${result.passed} passed, ${result.failed} failed` : "";
    const time = result ? duration(result.seconds) : "";
    console.log(`  ${part.padEnd(12)}${time.padStart(12)}   ${[counts, note].filter(Boolean).join("; ")}`);
  }
  console.log(`  ${"all".padEnd(12)}${duration((performance.now() - begin) / 1000).padStart(12)}`);
  for (const line of resultsAge(join(import.meta.dirname, ".."))) console.log(`\nwarning: ${line}`);
  const sum = (count: "passed" | "failed") => rows.reduce((total, row) => total + (row.result?.[count] ?? 0), 0);
  console.log(`\ntotal: ${sum("passed")} passed, ${sum("failed")} failed`);
  return rows.every((row) => row.result?.failed === 0);
}

/** Runs the parts on one sandbox; one that K8S_MIGRATE_SANDBOX names is used, and left as it is. */
async function test(names: string[]): Promise<boolean> {
  const own = process.env.K8S_MIGRATE_SANDBOX ? undefined : `test-${process.pid}`;
  const parts = chooseParts(names, own);
  if (own && parts.some((part) => part.name === "sandbox")) process.env.K8S_MIGRATE_SANDBOX = own;
  const rows = await runParts(parts);
  if (own && rows.some((row) => row.part === "sandbox" && row.result)) {
    const part = {
      name: "sandbox-down",
      script: ["sandbox", "--", "down", "--family", "--name", own],
      about: "stopping it",
    };
    rows.push({ part: part.name, result: await runPart(part, () => {}) });
  }
  return report(rows);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopAll(`it got ${signal}`));
setTimeout(
  () => stopAll(`it may take ${limitMinutes} minutes (K8S_MIGRATE_TEST_MINUTES), and they are over`),
  limitMinutes * 60_000,
).unref();

await asCommand(() => test(process.argv.slice(2)));
