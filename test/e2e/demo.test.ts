import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ClusterView, clusterView } from "../support/cluster-view.ts";
import { sandbox } from "../support/sandbox.ts";

// The demo has a namespace of its own name: here it runs on the sandbox of the tests.
const own = ["--namespace", "commerce"];
let cluster: ClusterView;

beforeAll(async () => {
  cluster = await clusterView();
  await cluster.kubectl("delete", "namespace", "commerce", "--ignore-not-found");
}, 60_000);

afterAll(async () => {
  await cluster.kubectl("delete", "namespace", "commerce", "--ignore-not-found", "--wait=false");
});

test("npm run demo fails where the deploy fails, then deploys twice, and works a second time", async () => {
  // A Service that Helm does not own.
  await cluster.kubectl("create", "namespace", "commerce");
  await cluster.kubectl("create", "service", "clusterip", "orders", "--tcp=80", ...own);
  const failed = await demo();
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("The deploy failed: see above.") });
  expect(failed.stdout).toMatch(
    / {4}error: Helm: upgrade --install orders in namespace commerce failed: .*Service "orders"/,
  );

  await cluster.kubectl("delete", "service", "orders", ...own);
  for (const revision of [2, 4]) {
    const { code, stdout, stderr } = await demo();
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^\[sandbox\] sandbox \S+ is up\n$/) });
    expect(stdout).toContain("> casaone/k8s-migrate/deploy@v1\n");
    expect(stdout).toContain("    Deployment orders: 3/3 ready\n");
    expect(stdout).toContain("### ✅ orders upgraded in commerce\n");
    expect(stdout).toContain("\n\nDone in ");
    const history = await cluster.helmJson<{ revision: number; status: string }[]>("4", "history", "orders", ...own);
    expect(history.at(-1)).toMatchObject({ revision, status: "deployed" });
    expect(await cluster.kubectl("get", "deployment", "orders", ...own)).toMatch(/ 3\/3 /);
  }
}, 180_000);

/** What `npm run demo` starts. */
async function demo(): Promise<{ code: number; stdout: string; stderr: string }> {
  const { name } = await sandbox();
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/demo.ts", "--name", name], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
