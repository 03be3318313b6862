import { awsAdvice } from "../../advice/aws-advice.ts";
import { s3Advice } from "../../advice/s3-advice.ts";
import { OutsideError } from "../../errors.ts";
import { awsErrorName, awsReason } from "./aws-errors.ts";
import { folderIn } from "./s3-keys.ts";

type Place = { bucket: string; region: string; prefix?: string };

/** `undefined` when there was no answer. */
export function httpStatus(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
}

/** Turns any failure of a call to S3 into one that says what to do next. Where the login for it failed, it is that failure. */
export function s3Error(operation: string, place: Place, error: unknown): OutsideError | Error {
  if (error instanceof Error && ["OutsideError", "UserError"].includes(error.name)) return error;
  const where = { ...place, folder: folderIn(place) };
  const [name, reason] = [awsErrorName(error), awsReason(error)];
  const next =
    s3Advice({ name, reason, place: where, bucketRegion: bucketRegion(error) }) ?? awsAdvice({ name, reason });
  return new OutsideError({ system: "S3", operation, reason, ...(next === undefined ? {} : { next }), cause: error });
}

/** S3 says in a header, or in the message, where a bucket is that was looked for in another region. */
function bucketRegion(error: unknown): string | undefined {
  const { $response, Region } = (error ?? {}) as {
    $response?: { headers?: Record<string, string> };
    Region?: string;
  };
  return $response?.headers?.["x-amz-bucket-region"] ?? Region ?? /expecting '([\w-]+)'/.exec(awsReason(error))?.[1];
}
