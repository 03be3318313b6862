import { memoryBalancers } from "../../support/fakes/balancers.ts";
import type { Place } from "./place.ts";

/** https://docs.aws.amazon.com/general/latest/gr/elb.html */
const ZONES = { application: "Z1H1FL5HABSF5", network: "Z18D5FSROUN65G", gateway: "" };

export function memoryPlace(): Place {
  const balancers = memoryBalancers();
  let made = 0;
  return {
    balancers,
    async make({ name, type = "application", scheme = "internet-facing", ...more }) {
      const prefix = scheme === "internal" ? "internal-" : "";
      const dnsName = `${prefix}${name}-${++made}.us-west-2.elb.amazonaws.com`;
      const canonicalHostedZoneId = ZONES[type];
      const arn = balancers.put({ dnsName, type, scheme, canonicalHostedZoneId, ...more });
      return { arn, dnsName };
    },
  };
}
