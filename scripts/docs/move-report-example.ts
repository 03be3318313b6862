import type { PhaseOutcome } from "../../src/move/outcome.ts";

const IMAGE = "111122223333.dkr.ecr.us-west-2.amazonaws.com/shop";
const [OLD, NEW] = ["0123456789abcdef", "fedcba9876543210"].map((part) => `sha256:${part.repeat(4)}`);
const PROBED = "GET https://orders.example.com/healthz answered 200, 3 times in 10 s";

/** A `prepare` that stopped in the middle, for docs/move-report.md. */
export const EXAMPLE: PhaseOutcome = {
  phase: "prepare",
  environment: "production",
  dryRun: false,
  planHash: "3fa1c2d4e5f60718.7a2c9e",
  state: "preparing",
  readyAt: undefined,
  next: "switchover with phase: prepare",
  back: "rollback",
  journals: "s3://shop-migration/k8s-migrate/production/",
  services: [
    {
      service: "orders",
      state: "prepared",
      readyAt: undefined,
      failure: undefined,
      heldBy: undefined,
      steps: [
        {
          ...deploy("orders"),
          changes: [
            {
              step: "deploy-suspended",
              target: "release commerce/orders",
              words: "deploy release orders to namespace commerce, its cron jobs suspended",
              before: null,
              after: { chart: "service 1.4.0", image: `${IMAGE}/orders@${NEW}`, suspended: ["nightly-invoice"] },
            },
          ],
          outcomes: ["made"],
        },
        { ...deploy("orders"), step: "probe-new-side", title: "Probe the new side", verified: PROBED },
      ],
      events: [
        {
          from: "2026-03-01T02:00:01.120Z",
          to: "2026-03-01T02:00:43.900Z",
          step: "deploy-suspended",
          words: "release orders is at revision 1",
          outcome: "made",
        },
        {
          from: "2026-03-01T02:00:43.950Z",
          to: "2026-03-01T02:00:54.010Z",
          step: "probe-new-side",
          words: PROBED,
          outcome: "verified",
        },
      ],
    },
    {
      service: "billing",
      state: "preparing",
      readyAt: undefined,
      failure: "Helm: upgrade release billing failed: context deadline exceeded\nNext: see why its pods are not ready",
      heldBy: undefined,
      steps: [
        {
          ...deploy("billing"),
          changes: [
            {
              step: "deploy-suspended",
              target: "release commerce/billing",
              words: "deploy release billing to namespace commerce, its cron jobs suspended",
              before: { revision: 3, image: `${IMAGE}/billing@${OLD}` },
              after: { revision: 4, image: `${IMAGE}/billing@${NEW}` },
            },
          ],
          already: ["namespace commerce is there"],
          outcomes: ["failed"],
        },
      ],
      events: [
        {
          from: "2026-03-01T02:00:54.200Z",
          to: "2026-03-01T02:02:54.300Z",
          step: "deploy-suspended",
          words: "deploy release billing to namespace commerce, its cron jobs suspended",
          outcome: "failed",
        },
      ],
    },
  ],
};

function deploy(service: string): PhaseOutcome["services"][number]["steps"][number] {
  const title = `Deploy ${service} with its cron jobs suspended`;
  return { step: "deploy-suspended", title, changes: [], already: [], problems: [], outcomes: [], verified: "" };
}
