import { keptByExternalDns } from "../../records/external-dns.ts";
import { type Facts, sorted, sortedTexts } from "../facts.ts";
import { listed, question, type Remark } from "../remark.ts";
import { leadsTo, nameNodes } from "./name-nodes.ts";
import type { SharedOut } from "./share-out.ts";

/** What stands before a load balancer and cannot be seen through: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const FRONTS: [string, RegExp][] = [
  ["CloudFront", /\.cloudfront\.net$/],
  ["API Gateway", /\.execute-api\.[\w-]+\.amazonaws\.com$|^d-[\w]+\.execute-api\./],
  ["Global Accelerator", /\.awsglobalaccelerator\.com$/],
];

/** Questions about records that belong to no service alone. */
export function openRecords(facts: Facts, out: SharedOut, nameOf: (key: string) => string): Remark[] {
  return [...severalServices(out, nameOf), ...unserved(facts, out), ...fronts(facts), ...externalDns(facts)];
}

function severalServices({ ambiguous }: SharedOut, nameOf: (key: string) => string): Remark[] {
  return sorted(ambiguous, ({ name }) => `${name.name} ${name.zone.id}`).map(({ name, services }) => {
    const others = name.followers.length > 0 ? ", by itself or by names that lead to it" : "";
    return question(
      `${name.name} (zone ${name.zone.id}) leads to ${listed(services.map(nameOf))}${others}, so that it moves with none of them alone. Where does it go?`,
    );
  });
}

function unserved(facts: Facts, { unserved: names }: SharedOut): Remark[] {
  const balancers = new Map((facts.loadBalancers ?? []).map(({ arn, name }) => [arn, name]));
  const pairs = names.flatMap(({ name, loadBalancers }) =>
    [...loadBalancers].map((arn) => ({ name, balancer: balancers.get(arn) ?? arn })),
  );
  return sorted(
    Map.groupBy(pairs, ({ balancer }) => balancer),
    ([balancer]) => balancer,
  ).map(([balancer, reaching]) =>
    question(
      `${listed(sortedTexts(reaching.map(({ name }) => name)))} lead${reaching.length === 1 ? "s" : ""} to load balancer ${balancer}, where a redirect, a fixed answer or something outside of these services answers. Does it have to move too?`,
    ),
  );
}

function fronts({ zones = [] }: Facts): Remark[] {
  const nodes = nameNodes(zones);
  return FRONTS.flatMap(([front, pattern]) => {
    const names = nodes.filter(({ sets }) => sets.some((set) => leadsTo(set).some((target) => pattern.test(target))));
    if (names.length === 0) return [];
    return [
      question(
        `${listed(sortedTexts(names.map(({ name }) => name)))} lead${names.length === 1 ? "s" : ""} to ${front}, and what is behind it was not read. Is it one of these services? Then what it uses as its origin has to move.`,
      ),
    ];
  });
}

function externalDns({ zones = [] }: Facts): Remark[] {
  return sorted(zones, ({ name, id }) => `${name} ${id}`).flatMap((zone) => {
    const { unmatched } = keptByExternalDns(zone);
    if (unmatched.size === 0) return [];
    return [
      question(
        `external-dns keeps records in zone ${zone.name} (${zone.id}), and for ${listed(sortedTexts(unmatched.keys()))} it is not clear which. Is one of the records above among them?`,
      ),
    ];
  });
}
