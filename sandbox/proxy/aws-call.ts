import type { Call, Requested } from "./call.ts";

type Route = [method: string, path: RegExp, operation: string];

// Services whose requests do not name the operation: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations.html
// and the same pages of EKS and Scheduler. The first that fits counts.
const ROUTES: Record<string, Route[]> = {
  route53: [
    ["POST", /\/hostedzone\/[^/]+\/rrset/, "ChangeResourceRecordSets"],
    ["GET", /\/hostedzone\/[^/]+\/rrset/, "ListResourceRecordSets"],
    ["GET", /\/change\//, "GetChange"],
    ["GET", /\/hostedzonesbyname/, "ListHostedZonesByName"],
    ["GET", /\/hostedzonesbyvpc/, "ListHostedZonesByVPC"],
    ["GET", /\/hostedzone\/[^/]+$/, "GetHostedZone"],
    ["DELETE", /\/hostedzone\/[^/]+$/, "DeleteHostedZone"],
    ["GET", /\/hostedzone\/?$/, "ListHostedZones"],
    ["GET", /\/testdnsanswer$/, "TestDNSAnswer"],
    ["POST", /\/hostedzone\/?$/, "CreateHostedZone"],
    ["GET", /\/tags\//, "ListTagsForResource"],
    ["POST", /\/tags\//, "ChangeTagsForResource"],
  ],
  eks: [
    ["GET", /^\/clusters\/?$/, "ListClusters"],
    ["POST", /^\/clusters\/?$/, "CreateCluster"],
    ["GET", /^\/clusters\/[^/]+$/, "DescribeCluster"],
    ["DELETE", /^\/clusters\/[^/]+$/, "DeleteCluster"],
    ["GET", /^\/clusters\/[^/]+\/access-entries\/?$/, "ListAccessEntries"],
    ["POST", /^\/clusters\/[^/]+\/access-entries\/?$/, "CreateAccessEntry"],
    ["GET", /^\/clusters\/[^/]+\/access-entries\/[^/]+$/, "DescribeAccessEntry"],
    ["POST", /^\/clusters\/[^/]+\/access-entries\/[^/]+$/, "UpdateAccessEntry"],
    ["DELETE", /^\/clusters\/[^/]+\/access-entries\/[^/]+$/, "DeleteAccessEntry"],
  ],
  scheduler: [
    ["GET", /^\/schedules\/?$/, "ListSchedules"],
    ["GET", /^\/schedules\/[^/]+$/, "GetSchedule"],
    ["POST", /^\/schedules\/[^/]+$/, "CreateSchedule"],
    ["PUT", /^\/schedules\/[^/]+$/, "UpdateSchedule"],
    ["DELETE", /^\/schedules\/[^/]+$/, "DeleteSchedule"],
    ["GET", /^\/schedule-groups\/?$/, "ListScheduleGroups"],
    ["GET", /^\/schedule-groups\/[^/]+$/, "GetScheduleGroup"],
    ["POST", /^\/schedule-groups\/[^/]+$/, "CreateScheduleGroup"],
    ["DELETE", /^\/schedule-groups\/[^/]+$/, "DeleteScheduleGroup"],
    ["GET", /^\/tags\//, "ListTagsForResource"],
    ["POST", /^\/tags\//, "TagResource"],
    ["DELETE", /^\/tags\//, "UntagResource"],
  ],
  s3: [
    ["GET", /^\/$/, "ListBuckets"],
    ["GET", /^\/[^/]+\/?$/, "ListObjectsV2"],
    ["PUT", /^\/[^/]+\/?$/, "CreateBucket"],
    ["HEAD", /^\/[^/]+\/?$/, "HeadBucket"],
    ["DELETE", /^\/[^/]+\/?$/, "DeleteBucket"],
    ["GET", /^\/[^/]+\/.+/, "GetObject"],
    ["HEAD", /^\/[^/]+\/.+/, "HeadObject"],
    ["PUT", /^\/[^/]+\/.+/, "PutObject"],
    ["DELETE", /^\/[^/]+\/.+/, "DeleteObject"],
  ],
};

// The parameters that name what a call is about.
const NAMES = [
  "cluster clusterName clusters service serviceName services family taskDefinition task tasks resourceArn",
  "TargetArn Rule Name NamePrefix ResourceId ResourceIds ResourceARN RoleArn",
  "LoadBalancerArn ListenerArn RuleArn TargetGroupArn",
].flatMap((line) => line.split(" "));

/** A request to AWS as a call. The service is that of its signature; only STS is called without one. */
export function awsCall(request: Requested): Call {
  const { method = "GET", headers, path, query } = request;
  const signature = headers.authorization ?? query.get("X-Amz-Credential") ?? "";
  const service = /[^/]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(signature)?.[1] ?? "sts";
  const parameters = parametersOf(request);
  const target = String(headers["x-amz-target"] ?? "").split(".")[1];
  const named = target ?? (textOf(parameters.Action) || query.get("x-id"));
  const routed = ROUTES[service]?.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
  const operation = named ?? routed ?? `${method} ${path}`;
  return {
    service,
    operation,
    resource: service in ROUTES ? decodeURIComponent(path) : namesIn(parameters),
    write: service !== "sts" && !/^(Get|List|Describe|Head|Test)/.test(operation),
    userAgent: headers["user-agent"] ?? "",
  };
}

function parametersOf({ headers, query, body }: Requested): Record<string, unknown> {
  const type = headers["content-type"] ?? "";
  if (type.includes("x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(body));
  if (!type.includes("json") || body === "") return Object.fromEntries(query);
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function namesIn(parameters: Record<string, unknown>): string {
  const values = NAMES.map((name) => textOf(parameters[name] ?? parameters[`${name}.member.1`]));
  return values.filter((value) => value !== "").join(" ");
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(",");
  return typeof value === "string" ? value : "";
}
