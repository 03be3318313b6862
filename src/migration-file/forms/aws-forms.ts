// Forms of names in AWS. Whether the thing exists is for AWS to say.

export const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;
export const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html, and the same for services. */
export const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** A service, with its cluster where that is another one: `orders-beat` or `workers/orders-beat`. */
export const ECS_SERVICE = /^([A-Za-z0-9_-]{1,255}\/)?[A-Za-z0-9_-]{1,255}$/;
/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export const EKS_CLUSTER = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
export const RULE_NAME = /^[A-Za-z0-9._-]{1,64}$/;
/** A schedule, with its group where that is not `default`. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export const SCHEDULE_NAME = /^([0-9A-Za-z_.-]{1,64}\/)?[0-9A-Za-z_.-]{1,64}$/;
/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html */
export const HOSTED_ZONE_ID = /^Z[A-Z0-9]{1,31}$/;
/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export const SET_IDENTIFIER = /^\S(.{0,126}\S)?$/;
/** A container's name, or an environment variable's. */
export const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function isBucketName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes("..")) return false;
  return !/^(xn--|sthree-|amzn-s3-demo-)|^\d+\.\d+\.\d+\.\d+$|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name);
}
