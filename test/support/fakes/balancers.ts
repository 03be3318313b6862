import type { Balancer, Balancers } from "../../../src/ports/balancers.ts";
import { dnsName } from "../../../src/records/dns-name.ts";
import { type OnCall, told } from "./on-call.ts";

export type MemoryBalancers = Balancers & {
  /** @returns its ARN. What is left out is that of an application load balancer on the internet. */
  put(balancer: Partial<Balancer> & { dnsName: string }): string;
};

/** How long an application load balancer keeps a client's connection when nobody says it, in seconds. */
const DEFAULT_KEEP_ALIVE = 3600;

/** Load balancers of one region in memory: test/contract/balancers holds them to the behaviour of the API. */
export function memoryBalancers({ onCall }: { onCall?: OnCall } = {}): MemoryBalancers {
  const all = new Map<string, Balancer>();
  const keepAlives = new Map<string, number>();
  const known = (arn: string) => {
    const found = all.get(arn);
    if (found === undefined) throw new Error(`fake load balancers: the test has put none of ${arn}`);
    return found;
  };
  const port: Balancers = {
    async byDnsName(name) {
      const wanted = dnsName(name).replace(/^dualstack\./, "");
      const found = [...all.values()].find((each) => each.dnsName === wanted);
      return found && { ...found };
    },
    async keepAlive(arn) {
      return known(arn).type === "application" ? (keepAlives.get(arn) ?? DEFAULT_KEEP_ALIVE) : undefined;
    },
    async setKeepAlive(arn, seconds) {
      if (known(arn).type !== "application") throw new Error("fake load balancers: this type keeps no connections");
      keepAlives.set(arn, seconds);
    },
  };
  return {
    ...told("balancers", port, onCall),
    put(given) {
      const name = dnsName(given.dnsName);
      const { type = "application" } = given;
      const kind = { application: "app", network: "net", gateway: "gwy" }[type];
      const arn =
        given.arn ??
        `arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/${kind}/${name.split(".")[0]}/0123456789abcdef`;
      all.set(arn, {
        arn,
        type,
        canonicalHostedZoneId: "Z1H1FL5HABSF5",
        hasIpv6: false,
        scheme: "internet-facing",
        ...given,
        dnsName: name,
      });
      return arn;
    },
  };
}
