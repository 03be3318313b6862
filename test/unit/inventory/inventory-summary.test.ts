import { expect, test } from "@jest/globals";
import type { DraftService } from "../../../src/inventory/draft.ts";
import { inventorySummary } from "../../../src/playbook/inventory/inventory-summary.ts";

const service = (name: string, more: Partial<DraftService> = {}): DraftService => ({
  name,
  ecs: {
    cluster: "shop",
    service: name,
  },
  records: [],
  crons: [],
  remarks: {
    service: [],
    image: [],
    records: [],
    probe: [],
    crons: [],
  },
  facts: {
    image: `shop/${name}:1`,
    tasks: "2/2",
    loadBalancers: [],
    scaling: "",
  },
  ...more,
});

const draft = {
  environment: "production",
  region: "us-west-1",
  remarks: [],
  services: [
    service("beat"),
    service("orders", {
      records: ["a.x.test", "b.x.test"].map((name) => ({
        name,
        about: "A",
        remarks: [],
      })),
      crons: [
        {
          stop: { rule: "nightly" },
          about: "",
          remarks: [],
        },
      ],
      facts: {
        image: "shop/orders:1",
        tasks: "1/2",
        loadBalancers: ["shop"],
        scaling: "2 to 10",
      },
    }),
  ],
};

test("the summary tells what there is, what is open, what comes next, and the file", () => {
  const questions = [
    { place: "services.beat", text: "Same?" },
    { place: "services.orders", text: "Same?" },
    { place: "", text: "Or <b>else</b>?" },
  ];
  expect(inventorySummary({ draft, text: "version: 1\n", questions })).toBe(
    [
      "### 📋 2 services on ECS in us-west-1, 3 open questions",
      "",
      "| Service | In ECS | Tasks | Image | Load balancer | Records | Cron jobs | Scaling |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      "| beat | shop/beat | 2/2 | `shop/beat:1` | none |  |  |  |",
      "| orders | shop/orders | 1/2 | `shop/orders:1` | shop | a.x.test<br>b.x.test | nightly | 2 to 10 |",
      "",
      "#### Open questions",
      "",
      "| Place | Question |",
      "| --- | --- |",
      "| services.beat and 1 more | Same? |",
      "| end of the file | Or &lt;b>else&lt;/b>? |",
      "",
      "#### Next",
      "",
      "1. Save the file below as `.github/k8s-migrate.yml`. It is also at the path in the output `file`.",
      "2. Answer what its lines with `QUESTION` ask.",
      "3. Look at the plan before anything is done: `switchover` with `environment: production`, `phase: prepare` and `dry-run: true`.",
      "",
      "<details><summary>.github/k8s-migrate.yml</summary>",
      "",
      "```text",
      "version: 1",
      "```",
      "",
      "</details>",
      "",
    ].join("\n"),
  );
});

test("a summary stays below what GitHub takes", () => {
  const questions = Array.from({ length: 5000 }, (_, at) => ({
    place: "services",
    text: `Question ${at} ${"x".repeat(200)}`,
  }));
  const text = inventorySummary({ draft, text: "x".repeat(900_000), questions });
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text).toContain("The file is too long to be shown here.");
  expect(text).toContain("And 4800 more in the file.");
});
