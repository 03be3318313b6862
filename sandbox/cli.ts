// npm run sandbox -- up | down | status | env | logs
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { exportLines } from "./environment.ts";
import { progress } from "./progress.ts";
import { down, downFamily, names, read, type Sandbox, up, usualClusters } from "./sandbox.ts";
import { partsOf, status } from "./status.ts";

const usage = `npm run sandbox -- <command>

  up [--name N]                      start a sandbox; the first time installs what is missing
  status                             what runs, at which address, with which log
  env [--name N]                     export lines: eval "$(npm run -s sandbox -- env)"
  logs [part] [--follow] [--name N]  the last lines of all logs, or of the part's (as in status)
  down [--name N | --all]            stop it and remove its files

N is "default" where it is not given.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: "string", default: "default" },
      all: { type: "boolean", default: false },
      family: { type: "boolean", default: false },
      follow: { type: "boolean", default: false },
    },
  });
  const [command, part] = positionals;
  if (command === "up") await start(values.name);
  else if (command === "down" && values.family) await downFamily(values.name);
  else if (command === "down") for (const name of values.all ? await names() : [values.name]) await stop(name);
  else if (command === "status") console.log(await status());
  else if (command === "env") console.log(exportLines(await running(values.name)));
  else if (command === "logs") showLogs(await running(values.name), part, values.follow);
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(name: string): Promise<void> {
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      interrupted = true;
      progress(`interrupted: sandbox ${name} is stopped as soon as its start is over`);
      void down(name).finally(() => process.exit(130));
    });
  }
  await up({ name, clusters: usualClusters });
  if (interrupted) return;
  const option = name === "default" ? "" : ` --name ${name}`;
  progress(`use it: eval "$(npm run -s sandbox -- env${option})", then kubectl get nodes`);
  progress(`stop it: npm run sandbox -- down${option}`);
}

async function stop(name: string): Promise<void> {
  const wasThere = (await names()).includes(name);
  await down(name);
  progress(wasThere ? `sandbox ${name} is down` : `there was no sandbox ${name}`);
}

async function running(name: string): Promise<Sandbox> {
  const sandbox = await read(name);
  if (sandbox) return sandbox;
  const others = (await names()).join(", ") || "none";
  throw new Error(`Sandbox ${name} is not up (others: ${others}). Start it: npm run sandbox -- up --name ${name}`);
}

function showLogs(sandbox: Sandbox, part: string | undefined, follow: boolean): void {
  const parts = partsOf(sandbox);
  const wanted = part ? parts.filter((each) => each.part === part || each.part.startsWith(`${part}/`)) : parts;
  if (wanted.length === 0) {
    throw new Error(`The sandbox has no part ${part}. It has: ${parts.map((each) => each.part).join(", ")}`);
  }
  spawn("tail", ["-n", "20", ...(follow ? ["-F"] : []), ...wanted.map(({ log }) => log)], { stdio: "inherit" });
}
