import { canonicalJson } from "../journal/canonical-json.ts";
import type { RecordSet } from "./record-set.ts";

/** What a record set says, for people: `192.0.2.1 and 192.0.2.2, TTL 300 s`. Without its name, type and member. */
export function setWords({ ttl, values, alias, routing, healthCheckId, trafficPolicyInstanceId }: RecordSet): string {
  const health = alias?.evaluateTargetHealth === true ? ", by its health" : "";
  return [
    ...(alias === undefined ? [] : [`alias of ${alias.name} in zone ${alias.zone}${health}`]),
    ...(values === undefined ? [] : [values.join(" and ")]),
    ...(ttl === undefined ? [] : [`TTL ${ttl} s`]),
    ...(routing === undefined ? [] : [routingWords(routing)]),
    ...(healthCheckId === undefined ? [] : [`health check ${healthCheckId}`]),
    ...(trafficPolicyInstanceId === undefined ? [] : [`traffic policy instance ${trafficPolicyInstanceId}`]),
  ].join(", ");
}

function routingWords(routing: NonNullable<RecordSet["routing"]>): string {
  return routing.policy === "weighted"
    ? `weight ${routing.weight}`
    : `${routing.policy} ${canonicalJson(routing.fields)}`;
}
