import { describe, expect, test } from "@jest/globals";
import { notRolledBackSummary, rollbackSummary } from "../../../src/playbook/report/rollback-summary.ts";
import type { BackResult } from "../../../src/playbook/rollback-release/rollback-types.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const chart = { name: "service", version: "1.0.0", appVersion: "7" };
const result: BackResult = {
  status: "rolled-back",
  found: "revision 3, deployed",
  target: 1,
  why: "the last good one before revision 3",
  passed: ["revision 2: failed"],
  done: "rolled back to revision 1, as revision 4",
  previousRevision: 3,
  release: {
    name: "orders",
    namespace: "commerce",
    revision: 4,
    status: "deployed",
    changedAt: "2026-01-01T00:00:00Z",
    description: "Rollback to 1",
    deployedAt: "2026-01-01T00:00:00Z",
    chart,
    manifest: "",
    hooks: [],
    serverSide: true,
    values: {},
  },
  chart,
  record: {
    schemaVersion: 1,
    release: "orders",
    namespace: "commerce",
    revision: 1,
    deployedAt: "2026-01-01T00:00:00Z",
    helmVersion: "4.1.4",
    chart: { source: "x", repository: "", ...chart, digest },
    values: { files: [], inline: "", set: [], setString: [], secretLeaves: 0, secretPaths: [] },
    images: [],
    git: { repository: "o/r", commit: "0123456789abcdef0123456789abcdef01234567", ref: "refs/heads/main" },
    run: { url: "https://github.com/o/r/actions/runs/1/attempts/1", actor: "octocat" },
  },
  plan: {
    changes: [{ action: "change", kind: "Deployment", namespace: "commerce", name: "orders", diff: "-a\n+b" }],
    isUnchanged: false,
    notes: [],
  },
  workloads: [{ kind: "Deployment", namespace: "commerce", name: "orders", ready: 1, wanted: 1, images: [] }],
  cronJobs: [],
  urls: [],
  durations: [{ part: "rollback", milliseconds: 3200 }],
};
const subject = { release: "orders", namespace: "commerce", cluster: "shop", helmVersion: "4.1.4", error: "" };

describe("the summary of a rollback", () => {
  test("says where it went and why, what serves again, and what changed", () => {
    expect(rollbackSummary(result, subject)).toContain(
      [
        "### ⏪ orders in commerce rolled back to revision 1",
        "",
        "| What | Value |",
        "| --- | --- |",
        "| Found | revision 3, deployed |",
        "| Back to | revision 1, the last good one before revision 3 |",
        "| Not to | revision 2: failed |",
        "| Done | rolled back to revision 1, as revision 4 |",
        "| Now | revision 4, deployed |",
        "| Chart | service 1.0.0 (app 7) |",
        `| Chart digest | \`${digest}\` |`,
        "| Commit | `0123456789ab` ([its run](https://github.com/o/r/actions/runs/1/attempts/1) by octocat) |",
        "| Cluster | shop |",
        "| Helm | 4.1.4 |",
        "| Duration | rollback 3.2 s |",
        "",
        "#### Changes",
      ].join("\n"),
    );
    expect(rollbackSummary(result, subject)).toContain("| Deployment orders | 1/1 |");
  });

  test("of a plan says of which revision chart and commit are", () => {
    const planned: BackResult = { ...result, status: "planned", workloads: [], passed: [] };
    const text = rollbackSummary(planned, subject);
    expect(text).toContain("### 📝 Plan of a rollback of orders in commerce to revision 1: 1 to change\n");
    expect(text).toContain("| Commit of revision 1 | `0123456789ab`");
    expect(text).not.toContain("Not to");
    expect(text).not.toContain("Workloads");
  });

  test("of a failure holds the error, further findings and the evidence, and claims no commit", () => {
    const object = { kind: "Deployment", namespace: "commerce", name: "orders" };
    const deployment = { ...object, uid: "1", createdAt: "2026-01-01T00:00:00Z", hook: false };
    const finding = (problem: string) => ({ kind: "crash" as const, object, problem, next: "look" });
    const failed: BackResult = {
      ...result,
      status: "failed",
      record: undefined,
      failure: {
        revision: result.release,
        error: new Error("no"),
        findings: [finding("web crashes"), finding("proxy crashes")],
        stoppedByUs: true,
        evidence: [{ ...deployment, ready: 0, wanted: 1, conditions: [], events: [], pods: [] }],
      },
    };
    const text = rollbackSummary(failed, { ...subject, error: "web crashes\nNext: look" });
    expect(text).toMatch(
      /^### ❌ orders in commerce was not rolled back to revision 1\n\n```text\nweb crashes\nNext: look\n/,
    );
    expect(text).toContain("#### Why revision 4 failed\n\n```text\nproxy crashes\n  look\n```\n\n<details>");
    expect(text).not.toContain("Commit");
  });

  test("of a refusal says that nothing was changed", () => {
    expect(notRolledBackSummary(subject, { error: "there is none", refused: true })).toBe(
      "### ⏸️ orders in commerce was not rolled back: nothing was changed\n\n```text\nthere is none\n```\n",
    );
    expect(notRolledBackSummary(subject, { error: "no answer", refused: false })).toContain(
      "### ❌ orders in commerce was not rolled back\n",
    );
  });
});
