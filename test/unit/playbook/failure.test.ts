import { expect, test } from "@jest/globals";
import { describeError, OutsideError } from "../../../src/errors.ts";
import type { Finding } from "../../../src/evidence/finding.ts";
import type { DeployRequest, FailedAttempt } from "../../../src/playbook/deploy/deploy-types.ts";
import { failureOf } from "../../../src/playbook/deploy/failure.ts";

const request = { release: "orders" } as DeployRequest;
const error = new OutsideError({
  system: "Helm",
  operation: "upgrade --install orders in namespace shop",
  reason: "resource Deployment/shop/web not ready. status: InProgress\ncontext deadline exceeded",
  next: "raise timeout",
});
const finding: Finding = {
  kind: "crash",
  object: { kind: "Deployment", namespace: "shop", name: "web" },
  problem: "Deployment web: container web crashes",
  next: "correct what the log names",
};
const attempt: FailedAttempt = { revision: undefined, error, findings: [], stoppedByUs: false, evidence: [] };

test("Helm's own next step stands right below its first line", () => {
  expect(describeError(failureOf(request, attempt, { rolledBackTo: 3 })).split("\n")).toEqual([
    "Helm: upgrade --install orders in namespace shop failed: resource Deployment/shop/web not ready. status: InProgress",
    "Next: raise timeout",
    "context deadline exceeded",
    "orders was rolled back to revision 3",
  ]);
});

test("where the cluster says what is wrong, its next step is the only one", () => {
  expect(describeError(failureOf(request, { ...attempt, findings: [finding] })).split("\n")).toEqual([
    "Deployment web: container web crashes",
    "Next: correct what the log names",
    "Helm: upgrade --install orders in namespace shop failed: resource Deployment/shop/web not ready. status: InProgress",
    "context deadline exceeded",
  ]);
});
