import type { LiveState } from "../deploy/read-live.ts";
import { code, table } from "./markdown.ts";

/** What the cluster has of a release, for a job summary: a table for each that there is. */
export function liveSections({ workloads, urls, cronJobs }: LiveState): string[] {
  return [
    section("Workloads", ["Workload", "Ready", "Image", "Digest"], workloadRows(workloads)),
    section(
      "URLs",
      ["URL"],
      urls.map((url) => [url]),
    ),
    section("CronJobs", ["CronJob", "Schedule", "State", "Last run"], cronJobRows(cronJobs)),
  ];
}

function workloadRows(workloads: LiveState["workloads"]): string[][] {
  return workloads.flatMap(({ kind, name, ready, wanted, images }) =>
    (images.length > 0 ? images : [{ image: "", digest: "" }]).map(({ image, digest }, index) => [
      index === 0 ? `${kind} ${name}` : "",
      index === 0 ? `${ready}/${wanted}` : "",
      code(image),
      code(digest.slice(0, "sha256:".length + 12)),
    ]),
  );
}

function cronJobRows(cronJobs: LiveState["cronJobs"]): string[][] {
  return cronJobs.map(({ name, schedule, timeZone, suspend, lastScheduleTime }) => [
    name,
    `${code(schedule)}${timeZone === "" ? "" : ` ${timeZone}`}`,
    suspend ? "suspended" : "on",
    lastScheduleTime || "never",
  ]);
}

function section(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `#### ${title}\n\n${table(header, rows)}`;
}
