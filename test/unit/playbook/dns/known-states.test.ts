import { describe, expect, test } from "@jest/globals";
import type { Entry } from "../../../../src/journal/schema.ts";
import { isKnown, type KnownName, knownNames, ownSets } from "../../../../src/playbook/dns/known-states.ts";
import { ladderSets } from "../../../../src/records/ladder.ts";
import type { RecordSet } from "../../../../src/records/record-set.ts";
import { setMap } from "../../../../src/records/set-map.ts";

const STEPS = ["lower-ttl", "switch-dns"];

function cname(value: string, ttl = 60, name = "orders.example.com"): RecordSet {
  return { name, type: "CNAME", ttl, values: [value] };
}

function alias(type: "A" | "AAAA", target: string): RecordSet {
  const where = { zone: "Z9", name: target, evaluateTargetHealth: true };
  return { name: "orders.example.com", type, alias: where };
}

function write(step: string, before: RecordSet[], after: RecordSet[]): Entry {
  const entry = { kind: "intent", step, target: "zone Z1 example.com", before: setMap(before), after: setMap(after) };
  return entry as unknown as Entry;
}

/** The one name that is known of a move. */
function only(move: readonly Entry[]): KnownName {
  const [known, ...others] = knownNames(move, STEPS);
  if (known === undefined || others.length > 0) throw new Error(`${others.length + 1} names are known`);
  return known;
}

describe("what a move has written, by its journal", () => {
  test("what was there before is what the first write of each record set has found", () => {
    const a = { ...cname("", 300), type: "A", values: ["192.0.2.1"] };
    const move = [
      // Only the TTL of one of the two was lowered.
      write("lower-ttl", [a], [{ ...a, ttl: 60 }]),
      write(
        "switch-dns",
        [{ ...a, ttl: 60 }, alias("AAAA", "old")],
        [{ ...a, ttl: 60, values: ["192.0.2.9"] }, alias("AAAA", "new")],
      ),
    ];
    const known = only(move);
    expect(known.original).toEqual([a, alias("AAAA", "old")]);
    expect(isKnown(known, [{ ...a, ttl: 60 }, alias("AAAA", "old")])).toBe(true);
    expect(isKnown(known, [{ ...a, ttl: 60, values: ["192.0.2.9"] }, alias("AAAA", "new")])).toBe(true);
    expect(isKnown(known, [{ ...a, ttl: 60, values: ["192.0.2.7"] }, alias("AAAA", "new")])).toBe(false);
  });

  test("each weight is known, and a weight that was never written leaves nothing behind", () => {
    const [old, fresh] = [cname("old"), cname("new")];
    const ten = ladderSets([old], [fresh], 10);
    const move = [write("switch-dns", [old], ten), write("switch-dns", [old], [fresh])];
    const known = only(move);
    expect(known.original).toEqual([old]);
    expect(isKnown(known, ten)).toBe(true);
    expect(isKnown(known, [fresh])).toBe(true);
    expect(known.states.at(-1)).toEqual([fresh]);
  });

  test("other members of a routed set are none of its business", () => {
    const member = (id: string, value: string): RecordSet => ({
      ...cname(value),
      setIdentifier: id,
      routing: { policy: "weighted", weight: 10 },
    });
    const known = only([write("switch-dns", [member("ecs", "old")], [member("ecs", "new")])]);
    expect(ownSets(known, [member("ecs", "new"), member("other", "x")])).toEqual([member("ecs", "new")]);
  });

  test("only the writes of the given steps", () => {
    expect(knownNames([write("lower-ttl", [cname("old", 300)], [cname("old")])], ["switch-dns"])).toEqual([]);
  });
});
