import { expect, test } from "@jest/globals";
import { leaseNameFor } from "../../../src/release/lease-name.ts";

test("each release has a lease of its own", () => {
  expect(leaseNameFor("orders")).toBe("k8s-migrate-orders");
});
