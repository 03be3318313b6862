import type { RecordSet } from "../../../src/records/record-set.ts";

export const ZONE = "shop.test";
export const BALANCER = "shop-1234567890.us-west-2.elb.amazonaws.com";
export const BALANCER_ZONE = "Z1H1FL5HABSF5";

type More = Partial<RecordSet>;

/** A record set of `www.shop.test` with a TTL of 300 s, where `more` says nothing else. */
export const a = (value = "192.0.2.1", more: More = {}): RecordSet => ({
  name: `www.${ZONE}`,
  type: "A",
  ttl: 300,
  values: [value],
  ...more,
});
export const aaaa = (value = "2001:db8::1", more: More = {}) => a(value, { type: "AAAA", ...more });
export const cname = (value = "old.example.net", more: More = {}) => a(value, { type: "CNAME", ...more });
export const txt = (value: string, more: More = {}) => a(value, { type: "TXT", ...more });
export const weighted = (setIdentifier: string, weight: number, more: More = {}) =>
  a("192.0.2.1", { setIdentifier, routing: { policy: "weighted", weight }, ...more });
export const alias = (name = BALANCER, more: More = {}): RecordSet => ({
  name: `www.${ZONE}`,
  type: "A",
  alias: { zone: BALANCER_ZONE, name, evaluateTargetHealth: false },
  ...more,
});

/** Without the two that every zone has. */
export const own = (sets: readonly RecordSet[]) => sets.filter(({ type }) => type !== "NS" && type !== "SOA");
