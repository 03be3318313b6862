import { describe, expect, test } from "@jest/globals";
import type { Release } from "../../../src/release/release.ts";
import { rolledBackTo, sameContent } from "../../../src/release/rollback.ts";

test.each([
  ["Rollback to 3", 3],
  ["Rollback to 12", 12],
  ["Upgrade complete", undefined],
  ["Rollback to 3 failed", undefined],
  ["Rollback to 13", undefined],
  ["Rollback to 14", undefined],
])("revision 13, described as %j, goes back to %j", (description, revision) => {
  expect(rolledBackTo({ revision: 13, description })).toBe(revision);
});

describe("a revision has the content of another", () => {
  const one: Release = {
    name: "orders",
    namespace: "commerce",
    revision: 1,
    status: "superseded",
    changedAt: "2026-01-01T00:00:00.000Z",
    description: "Install complete",
    deployedAt: "2026-01-01T00:00:00Z",
    chart: { name: "service", version: "1.0.0", appVersion: "" },
    manifest: "",
    hooks: [],
    serverSide: true,
    values: { password: "x" },
  };

  test("by chart and values", () => {
    expect(sameContent(one, { ...one, revision: 3, status: "deployed", description: "Rollback to 1" })).toBe(true);
  });

  test.each<Partial<Release>>([{ values: { password: "y" } }, { chart: { ...one.chart, version: "1.0.1" } }])(
    "but not with %j",
    (change) => {
      expect(sameContent(one, { ...one, ...change })).toBe(false);
    },
  );
});
