import { describe, expect, test } from "@jest/globals";
import type { Inspection } from "../../../src/playbook/inspect-release.ts";
import { inspectSummary } from "../../../src/playbook/report/inspect-summary.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const subject = { release: "orders", namespace: "commerce", cluster: "shop" };
const inspection: Inspection = {
  newest: { revision: 3, status: "deployed", changedAt: "2026-01-01T00:00:00.000Z" },
  serving: {
    name: "orders",
    namespace: "commerce",
    revision: 3,
    status: "deployed",
    changedAt: "2026-01-01T00:00:00.000Z",
    description: "Upgrade complete",
    deployedAt: "2026-01-01T00:00:00Z",
    chart: { name: "service", version: "1.0.0", appVersion: "7" },
    manifest: "",
    hooks: [],
    serverSide: true,
    values: { password: "Secret-Value-1" },
  },
  record: {
    schemaVersion: 1,
    release: "orders",
    namespace: "commerce",
    revision: 3,
    deployedAt: "2026-01-01T00:00:00Z",
    helmVersion: "4.1.4",
    chart: { source: "x", repository: "", name: "service", version: "1.0.0", appVersion: "7", digest },
    values: { files: [], inline: "", set: [], setString: [], secretLeaves: 1, secretPaths: [["password"]] },
    images: [],
    git: { repository: "o/r", commit: "0123456789abcdef0123456789abcdef01234567", ref: "refs/heads/main" },
    run: { url: "https://github.com/o/r/actions/runs/1/attempts/1", actor: "octocat" },
  },
  images: [{ workload: "Deployment/orders", container: "web", image: "shop/orders:2", digest }],
  values: {},
  lease: undefined,
};

describe("the summary of a release", () => {
  test("says what serves, and which run deployed it", () => {
    expect(inspectSummary(inspection, subject)).toBe(
      [
        "### 🔍 orders in commerce",
        "",
        "| What | Value |",
        "| --- | --- |",
        "| Status | deployed |",
        "| Revision | 3, deployed, of 2026-01-01T00:00:00Z |",
        "| Chart | service 1.0.0 (app 7) |",
        `| Chart digest | \`${digest}\` |`,
        "| Commit | `0123456789ab` ([its run](https://github.com/o/r/actions/runs/1/attempts/1) by octocat) |",
        "| Cluster | shop |",
        "",
        "| Workload | Container | Image | Digest |",
        "| --- | --- | --- | --- |",
        `| Deployment/orders | web | \`shop/orders:2\` | \`${digest}\` |`,
        "",
      ].join("\n"),
    );
  });

  test("tells the newest revision from the one that serves, and who holds the lease", () => {
    const text = inspectSummary(
      {
        ...inspection,
        newest: { revision: 4, status: "pending-upgrade", changedAt: "2026-01-02T00:00:00.000Z" },
        lease: {
          namespace: "commerce",
          name: "k8s-migrate-orders",
          holder: "x",
          runUrl: "https://github.com/o/r/actions/runs/2/attempts/1",
          acquiredAt: "2026-01-02T00:00:00Z",
          unsettledSince: "2026-01-02T00:00:00Z",
          renewedAt: "2026-01-02T00:00:05Z",
          durationSeconds: 15,
          version: "1",
        },
      },
      subject,
    );
    expect(text).toContain("| Status | pending-upgrade |\n| Serves | 3, deployed, of 2026-01-01T00:00:00Z |\n");
    expect(text).toContain("| Newest revision | 4, pending-upgrade, of 2026-01-02T00:00:00.000Z |\n");
    expect(text).toContain(
      "| Lease of | https://github.com/o/r/actions/runs/2/attempts/1, last renewed at 2026-01-02T00:00:05Z |",
    );
  });

  test("without a record claims nothing", () => {
    const text = inspectSummary({ ...inspection, record: undefined, images: [] }, subject);
    expect(text).toContain("| Chart digest | not known |\n| Commit | not known |");
    expect(text).not.toContain("Workload");
  });

  test("of no release is one line and the cluster", () => {
    const none = { newest: undefined, serving: undefined, record: undefined, images: [], values: undefined };
    expect(inspectSummary({ ...none, lease: undefined }, subject)).toBe(
      "### 🔍 There is no release orders in commerce\n\n| What | Value |\n| --- | --- |\n| Cluster | shop |\n",
    );
  });
});
