import { join, relative } from "node:path";
import { logOf } from "./process/daemon.ts";
import { daemonsOf } from "./process/mark.ts";
import { names, read, type Sandbox } from "./sandbox.ts";

/** One process of a sandbox. */
export type Part = { part: string; state: "runs" | "ended"; pid: number; address: string; log: string };

/** The processes of a sandbox, in the order in which `up` started them. */
export function partsOf(sandbox: Sandbox): Part[] {
  const daemons = daemonsOf(sandbox.folder);
  const alive = new Set(daemons.map(({ pid }) => pid));
  const state = (pid: number): Part["state"] => (alive.has(pid) ? "runs" : "ended");
  const { folder, oidc, aws, dns } = sandbox;
  const own = [
    { part: "oidc", pid: oidc.pid, address: new URL(oidc.requestUrl).origin },
    { part: "aws", pid: aws.pid, address: aws.url },
    // A sandbox that an older version has started has none.
    { part: "dns", pid: dns?.pid ?? 0, address: dns?.resolver ?? "" },
  ].map((each) => ({ ...each, state: state(each.pid), log: logOf(folder, each.part) }));
  const clusters = Object.values(sandbox.clusters).flatMap((cluster) =>
    Object.entries(cluster.pids).map(([name, pid]) => ({
      part: `${cluster.name}/${name}`,
      state: state(pid),
      pid,
      address: name === "kube-apiserver" ? cluster.server : "",
      log: logOf(cluster.folder, name),
    })),
  );
  const known = new Set([...own, ...clusters].map(({ log }) => log));
  // What was started later, such as the load balancers.
  const more = daemons
    .map(({ folder: at, name, pid }) => ({
      part: join(relative(folder, at), name),
      pid,
      address: "",
      log: logOf(at, name),
    }))
    .filter(({ log }) => !known.has(log))
    .map((each) => ({ ...each, state: "runs" as const }));
  return [...own, ...clusters, ...more];
}

/** A table of all sandboxes and their parts. */
export async function status(): Promise<string> {
  const all = await names();
  if (all.length === 0) return "No sandbox is up. Start one: npm run sandbox -- up";
  const texts = all.map(async (name) => {
    const sandbox = await read(name);
    if (!sandbox)
      return `${name}: starts right now, or did not start; remove it: npm run sandbox -- down --name ${name}`;
    return `${name} (${sandbox.folder})\n${table(partsOf(sandbox))}`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

function table(parts: Part[]): string {
  const header = { part: "PART", state: "STATE", pid: "PID", address: "ADDRESS", log: "LOG" };
  const columns = ["part", "state", "pid", "address", "log"] as const;
  const rows = [header, ...parts];
  const widths = columns.map((column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      columns
        .map((column, i) => String(row[column]).padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
