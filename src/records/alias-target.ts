/** A classic, application or network load balancer, by how AWS names them: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#dns-name */
const LOAD_BALANCER = /\.(?:[a-z0-9-]+\.elb|elb\.[a-z0-9-]+)\.amazonaws\.[a-z.]+$/;
const NETWORK_LOAD_BALANCER = /\.elb\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/;

/** What stands before a service and directs its traffic itself: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const FRONTS: [string, RegExp][] = [
  ["CloudFront", /\.cloudfront\.net$/],
  ["API Gateway", /\.execute-api\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/],
  ["Global Accelerator", /\.awsglobalaccelerator\.com$/],
  ["S3", /(?:^|\.)s3-website[.-][a-z0-9-]+\.amazonaws\.[a-z.]+$/],
  ["AppSync", /\.appsync-api\.[a-z0-9-]+\.amazonaws\.[a-z.]+$/],
  ["a VPC endpoint", /\.vpce\.amazonaws\.[a-z.]+$/],
  ["Elastic Beanstalk", /\.elasticbeanstalk\.com$/],
  ["App Runner", /\.awsapprunner\.com$/],
];

/** Whether a DNS name is that of a load balancer. */
export function isLoadBalancer(name: string): boolean {
  return LOAD_BALANCER.test(name);
}

/** Whether it is that of a network load balancer. In some partitions and old ones it cannot be told, and counts as not. */
export function isNetworkLoadBalancer(name: string): boolean {
  return NETWORK_LOAD_BALANCER.test(name);
}

/** The part of AWS that has this DNS name, where the traffic of a service is really directed; undefined for all else. */
export function frontOf(name: string): string | undefined {
  return FRONTS.find(([, pattern]) => pattern.test(name))?.[0];
}
