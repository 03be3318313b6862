import { describe, expect, test } from "@jest/globals";
import type { DeployResult } from "../../../src/playbook/deploy-release.ts";
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
  found: { revision: 2, status: "failed" },
  previousRevision: 1,
  release: {
    name: "orders",
    namespace: "commerce",
    revision: 3,
    status: "deployed",
    description: "Upgrade complete",
    deployedAt: "2026-01-01T00:00:00Z",
    chart: { name: "service", version: "1.0.0", appVersion: "" },
    manifest: "",
    hooks: [],
  },
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

describe("the summary of a deploy", () => {
  test("says what was found, what is there, and how long it took", () => {
    const text = deploySummary(result, subject);
    expect(text).toContain("### ✅ orders upgraded in commerce");
    expect(text).toContain("| Found | revision 2, failed |");
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
    expect(text).toContain("### ❌ orders was not deployed to commerce");
    expect(text).toContain("Helm: upgrade failed: timed out");
    expect(text).not.toContain("#### ");
  });
});
