import type { Change } from "../../../../src/move/change.ts";
import type { ChangeOutcome, PhaseOutcome, ServiceOutcome } from "../../../../src/move/outcome.ts";
import { moveReport } from "../../../../src/move/report/move-report.ts";
import type { MoveReport } from "../../../../src/move/report/report-schema.ts";

type StepOutcome = ServiceOutcome["steps"][number];

export function image(service: string, digit: string): string {
  return `111122223333.dkr.ecr.us-west-2.amazonaws.com/shop/${service}@sha256:${digit.repeat(64)}`;
}

/** A release that is not there yet. */
export function firstDeploy(service: string): Change {
  return {
    step: "deploy-suspended",
    target: `release commerce/${service}`,
    words: `deploy release ${service} to namespace commerce, its cron jobs suspended`,
    before: null,
    after: { chart: "service 1.4.0", image: image(service, "a"), suspended: ["nightly-invoice", "cleanup"] },
  };
}

/** One that is there with another image. */
export function nextDeploy(service: string): Change {
  return {
    ...firstDeploy(service),
    before: { revision: 3, chart: "service 1.4.0", image: image(service, "a") },
    after: { revision: 4, chart: "service 1.4.0", image: image(service, "b") },
  };
}

export function deployStep(changes: Change[], outcomes: ChangeOutcome[]): StepOutcome {
  return {
    step: "deploy-suspended",
    title: "deploy with cron jobs suspended",
    changes,
    already: [],
    problems: [],
    outcomes,
    verified: "",
  };
}

export function probeStep(verified: string): StepOutcome {
  return { ...deployStep([], []), step: "probe-new-side", title: "probe the new side", verified };
}

export function serviceOutcome(name: string, more: Partial<ServiceOutcome>): ServiceOutcome {
  const none = { readyAt: undefined, failure: undefined, heldBy: undefined };
  return { service: name, state: "not-started", steps: [], events: [], ...none, ...more };
}

export function phaseOutcome(more: Partial<PhaseOutcome>): PhaseOutcome {
  return {
    phase: "prepare",
    environment: "production",
    dryRun: false,
    planHash: "0123456789abcdef.q83vEjRWeJq83vEj",
    state: "not-started",
    readyAt: undefined,
    next: "",
    back: "",
    services: [],
    journals: "s3://shop-migration/k8s-migrate/production/",
    ...more,
  };
}

export function report(outcome: PhaseOutcome): MoveReport {
  return moveReport(outcome, {
    run: { actor: "alice", url: "https://github.com/acme/shop/actions/runs/7/attempts/1" },
    at: "2026-03-01T02:05:00Z",
    hide: (text) => text,
  });
}
