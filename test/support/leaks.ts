import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { clusterView } from "./cluster-view.ts";
import type { ActionRun } from "./run-action.ts";

/** A place where a secret must not be, with all that is there. */
export type Place = { name: string; text: string };

/** The places that a run of an action and its post step write to: what the runner keeps or shows, and files. */
export async function placesOfRun(run: ActionRun, post: ActionRun): Promise<Place[]> {
  const ofStep = (step: string, { stdout, stderr, summary, outputs, env, state }: ActionRun): Place[] => [
    // The runner takes these commands out of the log.
    { name: `${step}: stdout`, text: stdout.replace(/^::add-mask::.*$/gm, "") },
    { name: `${step}: stderr`, text: stderr },
    { name: `${step}: summary`, text: summary },
    { name: `${step}: outputs`, text: JSON.stringify(outputs) },
    { name: `${step}: exported variables`, text: JSON.stringify(env) },
    { name: `${step}: state`, text: JSON.stringify(state) },
  ];
  return [...ofStep("main", run), ...ofStep("post", post), ...(await files(dirname(run.runnerTemp)))];
}

/** What anybody who may look into the namespace sees: its ConfigMaps and events; and our own records. */
export async function placesInNamespace(namespace: string): Promise<Place[]> {
  const cluster = await clusterView();
  const of = async (kind: string) => JSON.stringify(await cluster.list(kind, "--namespace", namespace));
  const records = await cluster.list("secrets", "-n", namespace, "-l", "app.kubernetes.io/managed-by=k8s-migrate");
  return [
    { name: "ConfigMaps", text: await of("configmaps") },
    { name: "events", text: await of("events") },
    ...records.map(({ metadata, data = {} }) => ({
      name: `record ${metadata.name}`,
      text: JSON.stringify([metadata, ...Object.values(data).map((value) => Buffer.from(value, "base64").toString())]),
    })),
  ];
}

/** The RUNNER_TEMP, home and tool cache of the run, and its command files. */
async function files(job: string): Promise<Place[]> {
  const found = await readdir(job, { recursive: true, withFileTypes: true });
  return Promise.all(
    found
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { name: `file ${relative(job, path)}`, text: `${path}\n${await readFile(path, "latin1")}` };
      }),
  );
}

/** `"<secret> in <place>"` for each secret that is somewhere: as it is, by line, in quotes' escapes, or in base64. */
export function leaks(places: Place[], secrets: Record<string, string>): string[] {
  return places.flatMap(({ name: place, text }) =>
    Object.entries(secrets)
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([name]) => `${name} in ${place}`),
  );
}

function formsOf(secret: string): string[] {
  const texts = [secret, ...secret.split("\n")].map((text) => text.trim()).filter((text) => text.length >= 8);
  const quoted = texts.map((text) => JSON.stringify(text).slice(1, -1));
  // What is in quotes already, in quotes once more: outputs here are JSON, and so may be what they hold.
  const twice = quoted.map((text) => JSON.stringify(text).slice(1, -1));
  const encoded = [secret, secret.trim()].map((text) => Buffer.from(text).toString("base64"));
  return [...texts, ...quoted, ...twice, ...encoded];
}
