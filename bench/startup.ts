import { join } from "node:path";
import { sizeOf } from "../scripts/size.ts";
import { startUpTimes } from "../scripts/start-up.ts";
import { type Report, seconds } from "./report.ts";

const RUNS = 21;

/** Each program of dist to its first line and to its end, without inputs, beside an empty script. */
export async function benchStartup(root: string): Promise<Report> {
  const dist = join(root, "dist");
  process.stderr.write("[bench] start-up\n");
  const { empty, entries } = await startUpTimes(dist, RUNS);
  const { files, bytes, packed } = sizeOf(dist);
  const row = (name: string, own: typeof empty) => [
    name,
    seconds(own.firstLineMs),
    seconds(own.firstLineMs - empty.firstLineMs),
    seconds(own.endMs),
    seconds(own.endMs - empty.endMs),
    String(RUNS),
  ];
  return {
    notes: [`dist: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(1)} MB as gzip`],
    tables: [
      {
        title: "Start of each program, without inputs (medians)",
        header: ["", "first line", "above empty", "end", "above empty", "n"],
        rows: [row("an empty script", empty), ...entries.map((entry) => row(entry.entry, entry))],
      },
    ],
  };
}
