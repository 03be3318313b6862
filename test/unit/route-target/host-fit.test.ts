import { expect, test } from "@jest/globals";
import { type HostFit, hostFit, type WildcardLabels } from "../../../src/route-target/host-fit.ts";

test.each<[string, string[], WildcardLabels, HostFit | undefined]>([
  ["orders.example.com", ["orders.example.com"], "one", "exact"],
  ["Orders.Example.com.", ["orders.example.com"], "one", "exact"],
  ["orders.example.com", ["*.example.com", "orders.example.com"], "one", "exact"],
  ["orders.example.com", ["", "*.example.com"], "one", "wildcard"],
  ["orders.example.com", [""], "one", "any"],
  ["a.orders.example.com", ["*.example.com"], "one", undefined],
  ["a.orders.example.com", ["*.example.com"], "some", "wildcard"],
  ["example.com", ["*.example.com"], "one", undefined],
  ["example.com", ["*.example.com"], "some", undefined],
  ["myexample.com", ["*.example.com"], "some", undefined],
  ["*.example.com", ["*.example.com"], "one", "wildcard"],
  ["*.example.com", ["orders.example.com"], "some", undefined],
  ["*.example.com", ["*.com"], "one", undefined],
  ["*.example.com", ["*.com"], "some", "wildcard"],
  ["orders.example.com", [], "one", undefined],
])("%s by %j, a * for %s: %s", (host, patterns, labels, fit) => {
  expect(hostFit(host, patterns, labels)).toBe(fit);
});
