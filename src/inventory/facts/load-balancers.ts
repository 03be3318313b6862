export type LoadBalancer = {
  arn: string;
  name: string;
  /** The name that records point at, as AWS gives it. */
  dnsName: string;
  /** Addresses that stay, which a network load balancer may have. */
  addresses: string[];
};

export type TargetGroup = {
  arn: string;
  /** ARNs of what sends requests to it. */
  loadBalancers: string[];
  health: HealthCheck;
};

export type HealthCheck = {
  /** Absent where the check is no HTTP request. */
  path?: string;
  /** Status codes that are healthy, as in `200` or `200-399`. */
  codes?: string;
};

/** A rule of a listener: what it does with requests that meet all of its conditions. */
export type ListenerRule = {
  listener: string;
  /** Lower ones come first; the default rule is last. */
  priority: number;
  /** Patterns of host names, of which one has to fit; any host fits when there is none. */
  hosts: string[];
  /** Paths of which one has to fit, for people. */
  paths: string[];
  /** Whether there are conditions besides the host's, so that it takes only a part of a host's requests. */
  takesPart: boolean;
  /** Whether a host is chosen by a regular expression, which is not read here. */
  byRegex: boolean;
  /** ARNs of those it may send requests to; none when it answers by itself. */
  targetGroups: string[];
};
