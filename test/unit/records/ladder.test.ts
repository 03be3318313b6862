import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { UserError } from "../../../src/errors.ts";
import { sameSets } from "../../../src/records/compare.ts";
import { ladderProblem, ladderRung, ladderSets } from "../../../src/records/ladder.ts";
import type { RecordSet } from "../../../src/records/record-set.ts";
import { simpleSets } from "./arbitrary-sets.ts";
import { alias, NEW_BALANCER, NEW_PLACE, plain, weighted } from "./zones.ts";

function fresh(set: RecordSet): RecordSet {
  if (set.alias !== undefined) return { ...set, alias: { ...set.alias, zone: NEW_PLACE, name: NEW_BALANCER } };
  return { ...set, values: set.type === "CNAME" ? [NEW_BALANCER] : ["198.51.100.1"] };
}

test("A and AAAA become two weighted members each", () => {
  const before = [alias("orders.example.com A"), alias("orders.example.com AAAA")];
  const after = before.map(fresh);
  const members = before.flatMap((old, at) => [
    { ...old, setIdentifier: "k8s-migrate-old", routing: { policy: "weighted", weight: 90 } },
    { ...after[at], setIdentifier: "k8s-migrate-new", routing: { policy: "weighted", weight: 10 } },
  ]);
  expect(ladderSets(before, after, 10)).toEqual(members);
});

test("members have one TTL", () => {
  const before = [plain("orders.example.com A 60 192.0.2.1")];
  const after = [plain("orders.example.com A 300 198.51.100.1")];
  expect(ladderSets(before, after, 50).map(({ ttl }) => ttl)).toEqual([60, 60]);
  expect(ladderRung(before, after, ladderSets(before, after, 50))).toBe(50);
});

test("every rung is known again, in any order, and a changed one is not", () => {
  fc.assert(
    fc.property(simpleSets(), fc.integer({ min: 0, max: 100 }), (before, percent) => {
      const after = before.map(fresh);
      const there = ladderSets(before, after, percent);
      const expected = sameSets(before, after) ? 100 : percent;
      expect(ladderRung(before, after, there.toReversed())).toBe(expected);
      expect(ladderRung(before, after, [])).toBeUndefined();
      const changed = there.map((set, at) => (at === 0 ? { ...set, healthCheckId: "somebody-else" } : set));
      expect(ladderRung(before, after, changed)).toBeUndefined();
      const weights = there.flatMap(({ routing }) => (routing?.policy === "weighted" ? [routing.weight] : []));
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(weights.length * 50);
    }),
  );
});

test("A and AAAA on different rungs are none", () => {
  const before = [alias("orders.example.com A"), alias("orders.example.com AAAA")];
  const after = before.map(fresh);
  const mixed = [...ladderSets(before, after, 10).slice(0, 2), ...ladderSets(before, after, 50).slice(2)];
  expect(ladderRung(before, after, mixed)).toBeUndefined();
});

test.each<[string, RecordSet]>([
  ["weighted", plain("orders.example.com A 60 192.0.2.1", weighted("us"))],
  [
    "latency",
    alias(
      "orders.example.com A",
      {},
      { setIdentifier: "us", routing: { policy: "latency", fields: { Region: "us-west-2" } } },
    ),
  ],
])("what is %s already is refused", (policy, set) => {
  const problem = `orders.example.com is ${policy} already, so that no weights can be put on top of it: leave out weights, and it is switched at once`;
  expect(ladderProblem([set])).toBe(problem);
  expect(() => ladderSets([set], [fresh(set)], 10)).toThrow(new UserError(problem));
  expect(ladderRung([set], [fresh(set)], [set])).toBe(0);
  expect(ladderRung([set], [fresh(set)], [plain("orders.example.com A 60 192.0.2.9")])).toBeUndefined();
});

test.each([-1, 101, 0.5, Number.NaN])("%s is no share", (percent) => {
  const before = [plain("orders.example.com A 60 192.0.2.1")];
  expect(() => ladderSets(before, before, percent)).toThrow(`${percent} is no share in percent`);
});

test("a record set of which nothing is known afterwards is refused", () => {
  const before = [alias("orders.example.com A"), alias("orders.example.com AAAA")];
  expect(() => ladderSets(before, [fresh(alias("orders.example.com A"))], 10)).toThrow(
    "Nothing is known of what orders.example.com AAAA becomes",
  );
});
