import { randomUUID } from "node:crypto";
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  DeleteHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  type Route53Client,
} from "@aws-sdk/client-route-53";

export type Change = { Action: "CREATE" | "UPSERT" | "DELETE"; ResourceRecordSet: ResourceRecordSet };
type More = Partial<ResourceRecordSet>;

export const create = (ResourceRecordSet: ResourceRecordSet): Change => ({ Action: "CREATE", ResourceRecordSet });
export const upsert = (ResourceRecordSet: ResourceRecordSet): Change => ({ Action: "UPSERT", ResourceRecordSet });
export const remove = (ResourceRecordSet: ResourceRecordSet): Change => ({ Action: "DELETE", ResourceRecordSet });

/** A record set of `www.example.com` with a TTL of 300 s, where `more` says nothing else. */
export function record(Type: "A" | "AAAA" | "CNAME" | "TXT", Value: string, more: More = {}): ResourceRecordSet {
  return { Name: "www.example.com", Type, TTL: 300, ResourceRecords: [{ Value }], ...more };
}
export const a = (value = "10.0.0.1", more: More = {}) => record("A", value, more);
export const weighted = (SetIdentifier: string, Weight: number, more: More = {}) =>
  a("10.0.0.1", { SetIdentifier, Weight, ...more });

/** An alias of `www.example.com`, type A. */
export function alias(DNSName: string, HostedZoneId: string, more: More = {}): ResourceRecordSet {
  const AliasTarget = { DNSName, HostedZoneId, EvaluateTargetHealth: false };
  return { Name: "www.example.com", Type: "A", AliasTarget, ...more };
}

/** Creates a public hosted zone and returns its id. */
export async function newZone(client: Route53Client, name = "example.com"): Promise<string> {
  const request = new CreateHostedZoneCommand({ Name: name, CallerReference: randomUUID() });
  return (await client.send(request)).HostedZone?.Id ?? "";
}

/** Sends the changes as one batch. */
export function change(client: Route53Client, HostedZoneId: string, Changes: Change[]) {
  return client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
}

/** The record sets of a zone of few records, but the apex's own. */
export async function recordSets(client: Route53Client, HostedZoneId: string): Promise<ResourceRecordSet[]> {
  const { ResourceRecordSets = [] } = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
  return ResourceRecordSets.filter(({ Type }) => Type !== "SOA" && Type !== "NS");
}

/** Deletes a zone of few records, with all of them. */
export async function deleteZone(client: Route53Client, HostedZoneId: string): Promise<void> {
  const sets = await recordSets(client, HostedZoneId);
  if (sets.length > 0) await change(client, HostedZoneId, sets.map(remove));
  await client.send(new DeleteHostedZoneCommand({ Id: HostedZoneId }));
}
