import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import type { Answer } from "dns-packet";
import { plainName } from "./names.ts";
import { chosen } from "./routing.ts";
import { answerOf } from "./values.ts";
import { balancerAddresses, hostAddresses, type View, zoneFor } from "./view.ts";
import { delegationOf, recordSetsAt, type Zone } from "./zone.ts";

export type Rcode = "NOERROR" | "SERVFAIL" | "NXDOMAIN" | "NOTIMP" | "REFUSED";
export type Reply = { rcode: Rcode; isAuthoritative: boolean; answers: Answer[]; authorities: Answer[] };

type Question = { name: string; type: string };

/** Those of load balancers: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const BALANCER_TTL = 60;
/** Of what a parent zone says of name servers: that of com. and most others. */
const DELEGATION_TTL = 172_800;
const LONGEST_CHAIN = 8;

/** Answers one question as this view does. Answers bear the name as it was asked. */
export function resolve(view: View, question: Question, depth = 0): Reply {
  const name = plainName(question.name);
  const given = view.kind === "name-server" || question.type !== "NS" ? undefined : view.delegations[name];
  if (given) return reply({ answers: records({ ...question, ttl: DELEGATION_TTL }, given) });
  const zone = zoneFor(view, name);
  if (!zone) return outside(view, question);
  if (depth > LONGEST_CHAIN) return reply({ rcode: "SERVFAIL" });
  const delegation = delegationOf(zone, name);
  if (delegation) return elsewhere(view, delegation);
  const recordSets = recordSetsAt(zone, name);
  if (!recordSets) return inZone(zone, { rcode: "NXDOMAIN" });
  const ofType = (type: string) => chosen(recordSets.filter(({ Type }) => Type === type));
  const found = ofType("CNAME") ?? ofType(question.type);
  if (!found) return inZone(zone, {});
  if (found.AliasTarget) return alias({ view, zone, question, depth }, found.AliasTarget.DNSName ?? "");
  const answers = records({ ...question, type: found.Type ?? "", ttl: found.TTL ?? 0 }, valuesOf(found));
  if (found.Type !== "CNAME" || question.type === "CNAME") return inZone(zone, { answers });
  return follow({ view, zone, question, depth }, answers);
}

type Asked = { view: View; zone: Zone; question: Question; depth: number };

/** What an alias leads to, under the alias's own name: a load balancer's addresses, or another name of the zone. */
function alias({ view, zone, question, depth }: Asked, target: string): Reply {
  const addresses = balancerAddresses(view.world, plainName(target));
  if (addresses) return inZone(zone, { answers: addressRecords(question, addresses) });
  const { rcode, answers } = resolve(view, { ...question, name: target }, depth + 1);
  if (rcode === "SERVFAIL") return reply({ rcode });
  // A target that is not there is an empty answer: the alias itself is a record.
  return inZone(zone, { answers: answers.map((each) => ({ ...each, name: question.name })) });
}

/** Goes on where a CNAME leads: a resolver anywhere, a name server within the zone, since other zones have other ones. */
function follow({ view, zone, question, depth }: Asked, answers: Answer[]): Reply {
  const target = (answers[0] as { data?: string } | undefined)?.data ?? "";
  const next = zoneFor(view, target);
  if (view.kind === "name-server" && next !== zone) return inZone(zone, { answers });
  // A resolver would ask on; here is nobody to ask.
  if (!next && !hostAddresses(view, target)) return reply({ rcode: "SERVFAIL" });
  const followed = resolve(view, { ...question, name: target }, depth + 1);
  return { ...followed, isAuthoritative: true, answers: [...answers, ...followed.answers] };
}

function outside(view: View, question: Question): Reply {
  if (view.kind === "name-server") return reply({ rcode: "REFUSED" });
  const addresses = hostAddresses(view, plainName(question.name));
  return addresses ? reply({ answers: addressRecords(question, addresses) }) : reply({ rcode: "REFUSED" });
}

/** A name server tells who has the name; a resolver would ask them, and finds nobody here. */
function elsewhere(view: View, delegation: ResourceRecordSet): Reply {
  if (view.kind !== "name-server") return reply({ rcode: "SERVFAIL" });
  const { Name: name = "", TTL: ttl = 0 } = delegation;
  return reply({ authorities: records({ name: plainName(name), type: "NS", ttl }, valuesOf(delegation)) });
}

/** With the zone's SOA where nothing is found, with the TTL of "not found": https://www.rfc-editor.org/rfc/rfc2308#section-3 */
function inZone(zone: Zone, of: Partial<Reply>): Reply {
  const filled = reply({ ...of, isAuthoritative: true });
  if (filled.answers.length > 0) return filled;
  const soa = zone.recordSets.get(zone.name)?.find(({ Type }) => Type === "SOA");
  const [value = ""] = soa ? valuesOf(soa) : [];
  const ttl = Math.min(soa?.TTL ?? 0, Number(value.split(" ").at(-1)));
  return { ...filled, authorities: soa ? records({ name: zone.name, type: "SOA", ttl }, [value]) : [] };
}

function reply(of: Partial<Reply>): Reply {
  return { rcode: "NOERROR", isAuthoritative: false, answers: [], authorities: [], ...of };
}

function valuesOf({ ResourceRecords = [] }: ResourceRecordSet): string[] {
  return ResourceRecords.map(({ Value = "" }) => Value);
}

function records(of: { name: string; type: string; ttl: number }, values: string[]): Answer[] {
  return values.map((value) => answerOf({ ...of, value })).filter((each) => each !== undefined);
}

function addressRecords(question: Question, addresses: string[]): Answer[] {
  const { name, type } = question;
  const ofType = addresses.filter((address) => type === (address.includes(":") ? "AAAA" : "A"));
  return records({ name, type, ttl: BALANCER_TTL }, ofType);
}
