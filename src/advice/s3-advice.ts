type S3Failure = {
  /** The error's name and its message, in AWS's own words. */
  name: string;
  reason: string;
  place: S3Place;
  /** Where the bucket is, when S3 said so. */
  bucketRegion: string | undefined;
};

/** `folder`: of all keys that are ours. */
type S3Place = { bucket: string; region: string; folder: string };

/** What to do about a failure that only calls to S3 meet; `undefined` when it is none of these: see awsAdvice. */
export function s3Advice({ name, reason, place, bucketRegion }: S3Failure): string | undefined {
  const { bucket, region } = place;
  if (name === "NoSuchBucket") {
    return `check state.s3 in the migration file: there is no bucket ${bucket}; or make it (aws s3 mb s3://${bucket} --region ${region}), with versioning (aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled)`;
  }
  if (
    /^(?:PermanentRedirect|AuthorizationHeaderMalformed|TemporaryRedirect|IllegalLocationConstraintException)$/.test(
      name,
    )
  ) {
    return `set state.s3.aws-region to ${bucketRegion ?? `where bucket ${bucket} is (aws s3api get-bucket-location --bucket ${bucket})`}: it is not in ${region}`;
  }
  if (name === "InvalidBucketName") return `correct state.s3.bucket: ${bucket} cannot be a bucket's name`;
  if (!name.startsWith("AccessDenied")) return undefined;
  // Such as kms:Decrypt, where a key of KMS encrypts the bucket, or a deny that AWS names: awsAdvice knows about these.
  const action = /not authorized to perform: (\w+:\w+)/.exec(reason)?.[1];
  const denied = /with an explicit deny|because no (?!identity-based)/.test(reason);
  return denied || (action !== undefined && !action.startsWith("s3:")) ? undefined : s3Rights(place);
}

/**
 * What a login needs to keep journals in a bucket. Without s3:ListBucket S3 says AccessDenied of an object that is not there:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function s3Rights({ bucket, folder, region }: S3Place): string {
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const arn = `arn:${partition}:s3:::${bucket}`;
  const statements = [
    { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `${arn}/${folder}/*` },
    { Effect: "Allow", Action: "s3:ListBucket", Resource: arn },
  ];
  return `allow s3:GetObject, s3:PutObject and s3:ListBucket on bucket ${bucket} for the role, or the user, whose credentials the job has, by ${JSON.stringify(statements)} in its policy; a bucket of another account has to allow it too`;
}
