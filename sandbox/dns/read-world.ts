import {
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeLoadBalancers,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandInput,
  type ListResourceRecordSetsCommandOutput,
  paginateListHostedZones,
  type ResourceRecordSet,
  Route53Client,
} from "@aws-sdk/client-route-53";
import { plainName } from "./names.ts";
import { type World, type Zone, zoneOf } from "./zone.ts";

/** The tag of a load balancer that says at which addresses it is, separated by commas; v6 counts for a dualstack one. */
const ADDRESSES = "sandbox:addresses";
const MOST_ARNS = 20; // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html

type From = { url: string; accounts: string[]; regions: string[] };

/** Reads the zones of these accounts of the emulator and the load balancers of these regions, as the root of each account. */
export async function readWorld({ url, accounts, regions }: From): Promise<World> {
  const settings = accounts.map((account) => ({
    endpoint: url,
    credentials: { accessKeyId: account, secretAccessKey: "test" },
    // ../aws/emulator/request_rate.py does not count its calls.
    customUserAgent: "sandbox-watcher",
  }));
  const route53 = settings.map((each) => new Route53Client({ ...each, region: "us-east-1" }));
  const zones = (await Promise.all(route53.map(readZones))).flat();
  // After the zones, so that what a new alias points at is there.
  const balancing = settings.flatMap((each) =>
    regions.map((region) => new ElasticLoadBalancingV2Client({ ...each, region })),
  );
  const addresses = new Map((await Promise.all(balancing.map(readAddresses))).flat());
  return { zones, addresses };
}

async function readZones(client: Route53Client): Promise<Zone[]> {
  const zones: Zone[] = [];
  for await (const { HostedZones = [] } of paginateListHostedZones({ client }, {})) {
    for (const { Id, Name = "", Config } of HostedZones) {
      const recordSets = await readRecordSets(client, Id).catch(goneMeanwhile);
      if (recordSets) zones.push(zoneOf({ name: Name, isPrivate: Config?.PrivateZone ?? false, recordSets }));
    }
  }
  return zones;
}

async function readRecordSets(client: Route53Client, id: string | undefined): Promise<ResourceRecordSet[]> {
  const all: ResourceRecordSet[] = [];
  let start: Partial<ListResourceRecordSetsCommandInput> = {};
  for (;;) {
    const request = new ListResourceRecordSetsCommand({ HostedZoneId: id, ...start });
    const page: ListResourceRecordSetsCommandOutput = await client.send(request);
    all.push(...(page.ResourceRecordSets ?? []));
    if (!page.IsTruncated) return all;
    const { NextRecordName, NextRecordType, NextRecordIdentifier } = page;
    start = {
      StartRecordName: NextRecordName,
      StartRecordType: NextRecordType,
      StartRecordIdentifier: NextRecordIdentifier,
    };
  }
}

async function readAddresses(client: ElasticLoadBalancingV2Client): Promise<[dnsName: string, addresses: string[]][]> {
  const found: [string, string[]][] = [];
  for await (const { LoadBalancers = [] } of paginateDescribeLoadBalancers({ client, pageSize: MOST_ARNS }, {})) {
    if (LoadBalancers.length === 0) continue;
    const byArn = new Map(LoadBalancers.map((each) => [each.LoadBalancerArn ?? "", each]));
    const request = new DescribeTagsCommand({ ResourceArns: [...byArn.keys()] });
    const answer = await client.send(request).catch(goneMeanwhile);
    for (const { ResourceArn = "", Tags = [] } of answer?.TagDescriptions ?? []) {
      const said = Tags.find(({ Key }) => Key === ADDRESSES)?.Value ?? "";
      const { DNSName = "", IpAddressType } = byArn.get(ResourceArn) ?? {};
      const addresses = said.split(",").filter((each) => IpAddressType !== "ipv4" || !each.includes(":"));
      if (said) found.push([plainName(DNSName), addresses.map((each) => each.trim())]);
    }
  }
  return found;
}

function goneMeanwhile(error: Error): undefined {
  if (!["NoSuchHostedZone", "LoadBalancerNotFoundException"].includes(error.name)) throw error;
  return undefined;
}
