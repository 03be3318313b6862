import { describe, expect, test } from "@jest/globals";
import type { Revision } from "../../../src/release/release.ts";
import { pastIn, situationOf } from "../../../src/release/situation.ts";

const changedAt = "2026-01-01T00:00:00Z";
const history = (...states: string[]): Revision[] =>
  states.map((text) => {
    const [revision = "", status = ""] = text.split(" ");
    return { revision: Number(revision), status: status as Revision["status"], changedAt };
  });
const none = async () => "failed" as const;
const all = async () => "deployed" as const;

describe("the situation of a release", () => {
  test.each([
    ["nothing", history(), { kind: "absent" }],
    ["uninstalled, its history kept", history("1 superseded", "2 uninstalled"), { kind: "absent" }],
    ["deployed", history("1 superseded", "2 deployed"), { kind: "deployed", lastGood: 2 }],
    ["failed, never deployed", history("1 failed", "2 failed"), { kind: "failed", lastGood: "none" }],
    ["failed, deployed before", history("1 deployed", "2 failed"), { kind: "failed", lastGood: 1 }],
    ["failed twice, deployed before", history("1 deployed", "2 failed", "3 failed"), { kind: "failed", lastGood: 1 }],
    ["a state that Helm calls unknown", history("1 deployed", "2 unknown"), { kind: "failed", lastGood: 1 }],
    ["an install that has not ended", history("1 pending-install"), { kind: "pending", lastGood: "none" }],
    ["an upgrade that has not ended", history("1 deployed", "2 pending-upgrade"), { kind: "pending", lastGood: 1 }],
    [
      "a rollback that has not ended",
      history("1 superseded", "2 deployed", "3 failed", "4 pending-rollback"),
      { kind: "pending", lastGood: 2 },
    ],
    [
      "an upgrade over a failed install",
      history("1 failed", "2 pending-upgrade"),
      { kind: "pending", lastGood: "none" },
    ],
    [
      "an install after an uninstall",
      history("1 superseded", "2 uninstalled", "3 pending-install"),
      { kind: "pending", lastGood: "none" },
    ],
    ["an uninstall that has not ended", history("1 uninstalling"), { kind: "uninstalling" }],
    ["failed, its history pruned", history("7 failed", "8 failed"), { kind: "failed", lastGood: "unknown" }],
    ["an upgrade that has not ended, pruned", history("8 pending-upgrade"), { kind: "pending", lastGood: "unknown" }],
    ["in no order", history("2 failed", "1 deployed"), { kind: "failed", lastGood: 1 }],
  ])("%s", async (_, given, expected) => {
    expect(await situationOf(given, none)).toMatchObject(expected);
  });

  test("a superseded revision counts where it once was deployed, the newest first", async () => {
    const given = history("1 superseded", "2 superseded", "3 failed");
    expect(await situationOf(given, all)).toMatchObject({ lastGood: 2 });
    expect(await situationOf(given, async (revision) => (revision === 1 ? "deployed" : "failed"))).toMatchObject({
      lastGood: 1,
    });
    expect(await situationOf(given, none)).toMatchObject({ lastGood: "none" });
  });

  test("what was before an uninstall never counts", async () => {
    const given = history("1 superseded", "2 superseded", "3 failed");
    const past = async (revision: number) => (revision === 2 ? ("uninstalled" as const) : ("deployed" as const));
    expect(await situationOf(given, past)).toMatchObject({ kind: "failed", lastGood: "none" });
    expect(await situationOf(history("1 superseded", "2 uninstalled", "3 failed"), all)).toMatchObject({
      kind: "failed",
      lastGood: "none",
    });
  });
});

test.each([
  ["Install complete", "deployed"],
  ["Upgrade complete", "deployed"],
  ["Rollback to 3", "deployed"],
  ["what the user gave by --description", "deployed"],
  ["superseded by new release", "uninstalled"],
  ['Release "orders" failed: context deadline exceeded', "failed"],
  ['Upgrade "orders" failed: resource Deployment/x/orders not ready\ncontext deadline exceeded', "failed"],
  ['Rollback "orders" failed: timed out', "failed"],
  ["Initial install underway", "failed"],
  ["Preparing upgrade", "failed"],
])("a superseded revision with the description %j was %s", (description, expected) => {
  expect(pastIn({ description })).toBe(expected);
});
