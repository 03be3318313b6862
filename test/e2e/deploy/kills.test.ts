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
/** How many writes there are, by Helm and what is cut. */
const writes = new Map<string, number>();
const kinds = ["install", "upgrade", "failing-upgrade"] as const;

beforeAll(async () => {
  temp = await tempFolder();
  chart = await packStorefront(temp);
  // Runs that nobody kills.
  await Promise.all(
    helms.flatMap((helm) =>
      kinds.map(async (of) => {
        const run = await kill(helm, { of, victim: "action", at: 0, post: false });
        writes.set(`${helm} ${of}`, run.next.code === 0 ? run.writes.length : 0);
      }),
    ),
  );
}, 400_000);

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
  // In the rollback.
  { of: "failing-upgrade", victim: "action", post: true, part: 0.75 },
  { of: "failing-upgrade", victim: "helm", post: false, part: 0.95 },
];

test.concurrent.each(helms.flatMap((helm) => spread.map((point) => ({ helm, ...point }))))(
  "Helm $helm: the $victim killed at $part of the writes of its $of (post step: $post), and the next deploy works",
  async ({ helm, part, ...how }) => {
    // A chart of more than twenty objects, and Helm's own revisions.
    const count = writes.get(`${helm} ${how.of}`) ?? 0;
    expect(count).toBeGreaterThan(20);
    const at = Math.round(count * part);
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
  500_000,
);
