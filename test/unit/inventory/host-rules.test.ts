import { expect, test } from "@jest/globals";
import { rulesFor } from "../../../src/inventory/records/host-rules.ts";
import { rule } from "./facts.ts";

const rules = [
  rule(Number.POSITIVE_INFINITY, { targetGroups: ["default"] }),
  rule(1, { hosts: ["orders.x.test"], targetGroups: ["orders"] }),
  rule(2, { hosts: ["*.Shop.test"], targetGroups: ["shop"] }),
  rule(3, { hosts: ["cart?.x.test"], targetGroups: ["carts"] }),
  rule(4, { hosts: ["api.x.test"], takesPart: true, paths: ["/v1/*"], targetGroups: ["v1"] }),
  rule(5, { hosts: ["api.x.test"], targetGroups: ["api"] }),
  rule(6, { hosts: ["lost.x.test"], targetGroups: ["first"] }),
  rule(7, { hosts: ["lost.x.test"], targetGroups: ["never"] }),
];

test.each([
  ["orders.x.test", ["orders"]],
  ["a.b.shop.test", ["shop"]],
  ["shop.test", ["default"]],
  ["cart1.x.test", ["carts"]],
  ["cart12.x.test", ["default"]],
  ["ordersxx.test", ["default"]],
  ["api.x.test", ["v1", "api"]],
  ["lost.x.test", ["first"]],
  ["*.shop.test", ["shop"]],
  ["*.x.test", ["orders", "carts", "v1", "api", "first", "never", "default"]],
  ["*.orders.x.test", ["default"]],
])("%s goes to %j", (host, groups) => {
  expect(rulesFor(host, rules).flatMap(({ targetGroups }) => targetGroups)).toEqual(groups);
});

test("each listener has rules of its own", () => {
  const two = [rule(1, { targetGroups: ["a"] }), rule(1, { listener: "https", targetGroups: ["b"] })];
  expect(rulesFor("x.test", two).flatMap(({ targetGroups }) => targetGroups)).toEqual(["a", "b"]);
});

test("a rule by regular expression may take any host, and does not keep others from it", () => {
  const some = [rule(1, { byRegex: true, targetGroups: ["regex"] }), rule(2, { targetGroups: ["all"] })];
  expect(rulesFor("x.test", some).flatMap(({ targetGroups }) => targetGroups)).toEqual(["regex", "all"]);
});

test("patterns with many stars are compared in no time", () => {
  const stars = rule(1, { hosts: [`${"*a".repeat(60)}.test`], targetGroups: ["stars"] });
  const begin = performance.now();
  expect(rulesFor(`*.${"a".repeat(60)}.test`, [stars])).toHaveLength(1);
  expect(rulesFor(`${"a".repeat(60)}b.x.test`, [stars])).toHaveLength(0);
  expect(performance.now() - begin).toBeLessThan(1000);
});
