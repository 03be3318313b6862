import { expect, test } from "@jest/globals";
import { differences, type Orders } from "../../scripts/demo/read-back.ts";
import { logLine } from "../../scripts/demo/tell.ts";

test.each([
  ["[Deploy orders/deploy] ⭐ Run Main casaone/k8s-migrate/deploy@v1", "> casaone/k8s-migrate/deploy@v1"],
  ["[Deploy orders/deploy]   | Deployment orders: 1/2 ready", "  Deployment orders: 1/2 ready"],
  [
    "[a/b]   ❓  ::error::role arn:aws:iam::1:role/a failed%0ANext: look",
    "  error: role arn:aws:iam::1:role/a failed\n  Next: look",
  ],
  ["[a/b]   ❗  ::error file=a.yml::100%25", "  error: 100%"],
  ["[a/b]   ❌  Failure - Main casaone/k8s-migrate/deploy@v1 [1.05s]", "failed: casaone/k8s-migrate/deploy@v1"],
  ["Error: repository not found", "Error: repository not found"],
])("the demo shows %j as %j", (line, shown) => {
  expect(logLine(line)).toBe(shown);
});

test.each([
  "[a/b] ⭐ Run Set up job",
  "[a/b] ⭐ Run Post casaone/k8s-migrate/deploy@v1",
  "[a/b]   ✅  Success - Main casaone/k8s-migrate/deploy@v1 [3.2s]",
  "[a/b]   ⚙  ::set-output:: status=deployed",
  "[a/b]   ⚙  Summary - ### orders installed\n\n| What |",
  "[a/b]   ⚙  ***",
  "[a/b] 🏁  Job succeeded",
])("the demo leaves %j out", (line) => {
  expect(logLine(line)).toBeUndefined();
});

test("the demo tells each difference between what was asked for and what is there, but no secret", () => {
  const wanted: Orders = {
    revision: 2,
    status: "deployed",
    image: "a:2",
    ready: 3,
    password: "s3cret",
    team: "orders",
  };
  expect(differences(wanted, wanted)).toEqual([]);
  expect(differences(wanted, { ...wanted, status: "failed", image: "a:1", password: "0ther" })).toEqual([
    "status is failed, asked for was deployed",
    "image is a:1, asked for was a:2",
    "the Secret does not hold the password",
  ]);
});
