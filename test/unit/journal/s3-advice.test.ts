import { expect, test } from "@jest/globals";
import { s3Advice, s3Rights } from "../../../src/advice/s3-advice.ts";

const place = { bucket: "shop-migration", region: "us-west-1", folder: "k8s-migrate" };
const RIGHTS = `allow s3:GetObject, s3:PutObject and s3:ListBucket on bucket shop-migration for the role, or the user, whose credentials the job has, by [{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::shop-migration/k8s-migrate/*"},{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::shop-migration"}] in its policy; a bucket of another account has to allow it too`;
const WHO = "User: arn:aws:sts::111122223333:assumed-role/deploy/run is not authorized to perform:";

test.each([
  ["AccessDenied", "Access Denied", RIGHTS],
  [
    "AccessDenied",
    `${WHO} s3:PutObject on resource: "arn:aws:s3:::shop-migration/k8s-migrate/a/b/lock.json" because no identity-based policy allows the s3:PutObject action`,
    RIGHTS,
  ],
  // What awsAdvice has more to say about.
  ["AccessDenied", `${WHO} kms:GenerateDataKey on resource: arn:aws:kms:us-west-1:111122223333:key/1`, undefined],
  ["AccessDenied", `${WHO} s3:PutObject on resource: "x" with an explicit deny in a resource-based policy`, undefined],
  ["AccessDenied", `${WHO} s3:PutObject because no service control policy allows the s3:PutObject action`, undefined],
  ["ExpiredToken", "The provided token has expired.", undefined],
  [
    "NoSuchBucket",
    "The specified bucket does not exist",
    `check state.s3 in the migration file: there is no bucket shop-migration; or make it (aws s3 mb s3://shop-migration --region us-west-1), with versioning (aws s3api put-bucket-versioning --bucket shop-migration --versioning-configuration Status=Enabled)`,
  ],
  [
    "InvalidBucketName",
    "The specified bucket is not valid.",
    "correct state.s3.bucket: shop-migration cannot be a bucket's name",
  ],
])("on %s: %s", (name, reason, says) => {
  expect(s3Advice({ name, reason, place, bucketRegion: undefined })).toBe(says);
});

test.each([
  ["PermanentRedirect", "eu-west-1", "set state.s3.aws-region to eu-west-1: it is not in us-west-1"],
  ["AuthorizationHeaderMalformed", "eu-west-1", "set state.s3.aws-region to eu-west-1: it is not in us-west-1"],
  [
    "PermanentRedirect",
    undefined,
    "set state.s3.aws-region to where bucket shop-migration is (aws s3api get-bucket-location --bucket shop-migration): it is not in us-west-1",
  ],
])("on %s, the bucket being in %s", (name, bucketRegion, says) => {
  expect(s3Advice({ name, reason: "", place, bucketRegion })).toBe(says);
});

test.each([
  [{ ...place, folder: "team/a/k8s-migrate" }, "arn:aws:s3:::shop-migration/team/a/k8s-migrate/*"],
  [{ ...place, region: "cn-north-1" }, "arn:aws-cn:s3:::shop-migration/k8s-migrate/*"],
  [{ ...place, region: "us-gov-west-1" }, "arn:aws-us-gov:s3:::shop-migration/k8s-migrate/*"],
])("rights in %j", (where, resource) => {
  expect(s3Rights(where)).toContain(`"Resource":"${resource}"`);
});
