import { setTimeout as wait } from "node:timers/promises";
import type { S3Client } from "@aws-sdk/client-s3";
import type { AwsCredentialIdentity } from "@smithy/types";
import { awsErrorName } from "./aws-errors.ts";
import { httpStatus, s3Error } from "./s3-errors.ts";
import { addressOf } from "./s3-keys.ts";

export type S3Bucket = {
  bucket: string;
  region: string;
  credentials: () => Promise<AwsCredentialIdentity>;
  /** Of all keys, such as `team-a`; absent: none. */
  prefix?: string;
};

export type S3Object = { text: string; version: string };

/** Texts in a bucket, each written only by who knows what is there. Versions are ETags. Fails with `OutsideError`. */
export type S3Objects = {
  read(key: string): Promise<S3Object | undefined>;
  /** As `Journals.write` of src/ports/journals.ts. */
  write(key: string, text: string, expected: string | undefined): Promise<S3Object | "changed">;
};

/** Of a call with the SDK's own tries. */
const CALL_LIMIT_MS = 15_000;
const TRIES = 4;
const FIRST_PAUSE_MS = 250;

type Loaded = typeof import("@aws-sdk/client-s3") & { client: S3Client };

export function s3Objects(place: S3Bucket): S3Objects {
  const { bucket, region } = place;
  let loading: Promise<Loaded> | undefined;
  return {
    async read(key) {
      try {
        return await get(key);
      } catch (error) {
        throw s3Error(`read ${addressOf(place, key)}`, place, error);
      }
    },
    async write(key, text, expected) {
      for (let pauseMs = FIRST_PAUSE_MS, tried = 1; ; pauseMs *= 2, tried++) {
        try {
          return await put(key, text, expected);
        } catch (error) {
          const failure = s3Error(`write ${addressOf(place, key)}`, place, error);
          if (!mayBeThere(error)) throw failure;
          const stored = await get(key).catch(() => {
            throw failure;
          });
          // A try of ours was done, and its answer was lost; another try then met what it had written itself.
          if (stored?.text === text) return stored;
          if (stored?.version !== expected) return "changed";
          if (tried === TRIES) throw failure;
          await wait(pauseMs);
        }
      }
    },
  };

  function load(): Promise<Loaded> {
    loading ??= (async () => {
      const [s3, { proxyAwareHandler }] = await Promise.all([import("@aws-sdk/client-s3"), import("./http.ts")]);
      const client = new s3.S3Client({ region, credentials: place.credentials, requestHandler: proxyAwareHandler() });
      return { ...s3, client };
    })();
    return loading;
  }

  async function get(key: string): Promise<S3Object | undefined> {
    const { client, GetObjectCommand } = await load();
    return limited(async (abortSignal) => {
      try {
        const { Body, ETag = "" } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
          abortSignal,
        });
        return { text: (await Body?.transformToString("utf-8")) ?? "", version: ETag };
      } catch (error) {
        if (awsErrorName(error) === "NoSuchKey") return undefined;
        throw error;
      }
    });
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
  async function put(key: string, text: string, expected: string | undefined): Promise<S3Object> {
    const { client, PutObjectCommand } = await load();
    const condition = expected === undefined ? { IfNoneMatch: "*" } : { IfMatch: expected };
    const object = { Bucket: bucket, Key: key, Body: text, ContentType: "application/json", ...condition };
    const { ETag = "" } = await limited((abortSignal) => client.send(new PutObjectCommand(object), { abortSignal }));
    return { text, version: ETag };
  }
}

/** Whether a write that failed so may have been done, by this try or by one before it. */
function mayBeThere(error: unknown): boolean {
  const status = httpStatus(error);
  // Without an answer, or with one that says nothing about the object.
  if (status === undefined || status >= 500 || awsErrorName(error) === "RequestTimeout") return true;
  // Another one is there (412), is being written (409), or what was expected is gone (404).
  return ["PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"].includes(awsErrorName(error));
}

/** The SDK's own limit is for parts of a call, and an answer may stop in its middle. */
async function limited<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(CALL_LIMIT_MS);
  let late: (() => void) | undefined;
  const lapse = new Promise<never>((_, reject) => {
    late = () => reject(new Error(`no answer within ${CALL_LIMIT_MS / 1000} s: timeout`));
    signal.addEventListener("abort", late);
  });
  try {
    return await Promise.race([work(signal), lapse]);
  } finally {
    if (late) signal.removeEventListener("abort", late);
  }
}
