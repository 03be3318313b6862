import { beforeAll, expect, test } from "@jest/globals";
import { packStorefront } from "../../support/charts.ts";
import { type HelmMajor, helms } from "../../support/cluster-view.ts";
import { type Kill, type KillResult, killAtWrite } from "../../support/kill-runs.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { sandbox } from "../../support/sandbox.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// A spread of the writes; `npm run drill -- kills` kills at each of them.

let temp: string;
let chart: string;
const writes = new Map<string, number>();

beforeAll(async () => {
  temp = await tempFolder();
  chart = await packStorefront(temp);
  // How many there are: a run that nobody kills.
  await Promise.all(
    helms.map(async (helm) => {
      const run = await kill(helm, { of: "install", victim: "action", at: 0, post: false });
      writes.set(helm, run.next.code === 0 ? run.writes.length : 0);
    }),
  );
}, 120_000);

async function kill(helm: HelmMajor, how: Kill): Promise<KillResult> {
  const { tools } = await sandbox();
  const helmPath = helm === "3" ? tools.helm3 : tools.helm4;
  return killAtWrite({ helm, helmPath, namespace: newNamespace(), chart, temp }, how);
}

const spread: { of: Kill["of"]; victim: Kill["victim"]; post: boolean; part: number }[] = [
  { of: "install", victim: "action", post: false, part: 0.15 },
  { of: "install", victim: "action", post: true, part: 0.5 },
  { of: "install", victim: "action", post: false, part: 0.9 },
  { of: "install", victim: "helm", post: true, part: 0.4 },
  { of: "upgrade", victim: "action", post: false, part: 0.2 },
  { of: "upgrade", victim: "action", post: true, part: 0.6 },
  { of: "upgrade", victim: "helm", post: false, part: 0.5 },
];

test.concurrent.each(helms.flatMap((helm) => spread.map((point) => ({ helm, ...point }))))(
  "Helm $helm: the $victim killed at $part of the writes of an $of (post step: $post), and the next deploy works",
  async ({ helm, part, ...how }) => {
    // A chart of more than twenty objects, and Helm's own revisions.
    expect(writes.get(helm)).toBeGreaterThan(20);
    const at = Math.round((writes.get(helm) ?? 0) * part);
    const result = await kill(helm, { ...how, at });
    expect(result.killed).toBe(true);
    expect({ left: result.left, ...result.next, stdout: undefined }).toMatchObject({
      code: 0,
      errors: [],
      outputs: { status: "deployed" },
    });
    expect(result.history.at(-1)).toBe(`${result.next.outputs.revision} deployed`);
    expect(result.unready).toEqual([]);
  },
  300_000,
);
