import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../src/evidence/finding.ts";
import type { DeployResult } from "../../../src/playbook/deploy/deploy-types.ts";
import { deploySummary } from "../../../src/playbook/report/deploy-summary.ts";
import { code, folded, table } from "../../../src/playbook/report/markdown.ts";

describe("markdown", () => {
  test("no value breaks out of its cell", () => {
    expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n| --- |\n| x \\| y<br>z |");
  });

  test("no value breaks out of its code", () => {
    expect(code("nginx:1")).toBe("`nginx:1`");
    expect(code("a`b``c")).toBe("``` a`b``c ```");
    expect(code("")).toBe("");
  });

  test("no text breaks out of its fold", () => {
    expect(folded("t", "a\n```\nb")).toContain("````text\na\n```\nb\n````");
  });
});

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const result: DeployResult = {
  status: "deployed",
  action: "upgrade",
  found: "revision 2, failed",
  done: ["upgraded to revision 3"],
  previousRevision: 1,
  release: {
    name: "orders",
    namespace: "commerce",
    revision: 3,
    status: "deployed",
    changedAt: "2026-01-01T00:00:00Z",
    description: "Upgrade complete",
    deployedAt: "2026-01-01T00:00:00Z",
    chart: { name: "service", version: "1.0.0", appVersion: "" },
    manifest: "",
    hooks: [],
    serverSide: true,
    values: {},
  },
  failures: [],
  settled: true,
  chartDigest: digest,
  workloads: [
    {
      kind: "Deployment",
      namespace: "commerce",
      name: "orders",
      ready: 2,
      wanted: 2,
      images: [
        { workload: "Deployment/orders", container: "web", image: "shop/orders:2", digest },
        { workload: "Deployment/orders", container: "proxy", image: "shop/proxy:1", digest: "" },
      ],
    },
  ],
  cronJobs: [
    {
      namespace: "commerce",
      name: "nightly",
      schedule: "0 3 * * *",
      timeZone: "",
      suspend: true,
      lastScheduleTime: "",
    },
  ],
  urls: ["https://orders.example.com/"],
  durations: [{ part: "rollout", milliseconds: 12_300 }],
};
const subject = { release: "orders", namespace: "commerce", cluster: "shop", helmVersion: "4.1.4", error: "" };

function finding(problem: string): Finding {
  return {
    kind: "crash",
    object: { kind: "Deployment", namespace: "commerce", name: "orders" },
    problem,
    next: "look",
  };
}

describe("the summary of a deploy", () => {
  test("says what was found, what is there, and how long it took", () => {
    const text = deploySummary(result, subject);
    expect(text).toContain("### ✅ orders upgraded in commerce");
    expect(text).toContain("| Found | revision 2, failed |\n| Done | upgraded to revision 3 |");
    expect(text).toContain("| Now | revision 3, deployed |");
    expect(text).toContain("| Duration | rollout 12.3 s |");
    expect(text).toContain(
      "| Deployment orders | 2/2 | `shop/orders:2` | `sha256:0123456789ab` |\n|  |  | `shop/proxy:1` |  |",
    );
    expect(text).toContain("| https://orders.example.com/ |");
    expect(text).toContain("| nightly | `0 3 * * *` | suspended | never |");
  });

  test("of a failure holds Helm's words, and no empty section", () => {
    const failed: DeployResult = {
      ...result,
      status: "failed",
      workloads: [],
      cronJobs: [],
      urls: [],
      error: new Error("no"),
    };
    const text = deploySummary(failed, { ...subject, error: "Helm: upgrade failed: timed out" });
    expect(text).toContain("### ❌ orders was not deployed to commerce\n");
    expect(text).toContain("Helm: upgrade failed: timed out");
    expect(text).not.toContain("#### ");
  });

  test("tells each run that failed with its evidence, also where the last one worked", () => {
    const failure = {
      revision: result.release,
      error: new Error("Helm: context deadline exceeded"),
      findings: [finding("web crashes"), finding("web is not ready")],
      evidence: [],
      stoppedByUs: false,
    };
    const recovered = deploySummary({ ...result, failures: [failure] }, subject);
    expect(recovered).toContain("### ✅ orders upgraded in commerce");
    expect(recovered).toContain("#### Why revision 3 failed, at the first try");
    for (const text of ["web crashes", "web is not ready", "Helm: context deadline exceeded"]) {
      expect(recovered).toContain(text);
    }
    // Of the last failure the first finding is the error above.
    const rolledBack = deploySummary(
      { ...result, status: "rolled-back", rolledBackTo: 2, failures: [failure], error: new Error("web crashes") },
      { ...subject, error: "web crashes\norders was rolled back to revision 2" },
    );
    expect(rolledBack).toContain("### ⏪ orders was not deployed to commerce: rolled back to revision 2");
    expect(rolledBack.split("web crashes")).toHaveLength(2);
  });
});
