import { randomUUID } from "node:crypto";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Aws, assumeRole, inAccount, s3Client } from "../../../sandbox/aws/clients.ts";
import { createRole } from "../../../sandbox/aws/roles.ts";
import { INSTALL_MS, startEmulator } from "../../support/emulator.ts";

// Conditional writes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html#conditional-error-response
// Conditional deletes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html

const Bucket = "shop-migration";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let aws: Aws;
let s3: S3Client;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = emulator.aws;
  s3 = s3Client(aws, "us-west-1");
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: "us-west-1" } }));
}, INSTALL_MS);
afterAll(() => emulator.stop());

const put = (Key: string, Body: string, condition: { IfMatch?: string; IfNoneMatch?: string } = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...condition }));
const bodyOf = async (Key: string) => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

const failed = (status: number, name: string) => ({ name, $metadata: { httpStatusCode: status } });

test("If-None-Match: * writes a key that is not there, and only then", async () => {
  await put("orders/new", "one", { IfNoneMatch: "*" });
  await expect(put("orders/new", "two", { IfNoneMatch: "*" })).rejects.toMatchObject(failed(412, "PreconditionFailed"));
  expect(await bodyOf("orders/new")).toBe("one");
});

test("If-Match writes over what has that ETag, and only then", async () => {
  const first = await put("orders/journal", "one");
  await expect(put("orders/journal", "two", { IfMatch: '"0123456789abcdef0123456789abcdef"' })).rejects.toMatchObject(
    failed(412, "PreconditionFailed"),
  );
  const second = await put("orders/journal", "two", { IfMatch: first.ETag ?? "" });
  expect(second.ETag).not.toBe(first.ETag);
  expect(await bodyOf("orders/journal")).toBe("two");
  await expect(put("orders/journal", "three", { IfMatch: first.ETag ?? "" })).rejects.toMatchObject(
    failed(412, "PreconditionFailed"),
  );
});

test("If-Match on a key that is not there is 404", async () => {
  const { ETag = "" } = await put("orders/other", "one");
  await expect(put("orders/absent", "one", { IfMatch: ETag })).rejects.toMatchObject(failed(404, "NoSuchKey"));
  await expect(bodyOf("orders/absent")).rejects.toMatchObject(failed(404, "NoSuchKey"));
});

test("put, get, head and list tell the same ETag", async () => {
  const { ETag } = await put("orders/tag", "one");
  expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
  expect((await s3.send(new GetObjectCommand({ Bucket, Key: "orders/tag" }))).ETag).toBe(ETag);
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "orders/tag" }))).ETag).toBe(ETag);
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "orders/tag" }));
  expect(Contents?.map((each) => each.ETag)).toEqual([ETag]);
});

test("of 20 writers at once, one creates the key, and one writes over it", async () => {
  // Another text in each: the same text would have the same ETag again.
  const all = (condition: { IfMatch?: string; IfNoneMatch?: string }) =>
    Promise.allSettled(Array.from({ length: 20 }, () => put("orders/race", randomUUID(), condition)));
  const won = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === "fulfilled");
  const created = won(await all({ IfNoneMatch: "*" })) as PromiseFulfilledResult<{ ETag?: string }>[];
  expect(created).toHaveLength(1);
  expect(won(await all({ IfMatch: created[0]?.value.ETag ?? "" }))).toHaveLength(1);
});

test("a delete with If-Match deletes what has that ETag, and only then", async () => {
  const remove = (IfMatch: string) => s3.send(new DeleteObjectCommand({ Bucket, Key: "orders/lock", IfMatch }));
  const { ETag = "" } = await put("orders/lock", "one");
  await expect(remove('"0123456789abcdef0123456789abcdef"')).rejects.toMatchObject(failed(412, "PreconditionFailed"));
  expect(await bodyOf("orders/lock")).toBe("one");
  await remove(ETag);
  await expect(remove(ETag)).rejects.toMatchObject(failed(404, "NoSuchKey"));
});

test("a bucket that is not there is told, for reads and writes", async () => {
  const gone = { Bucket: "shop-migration-absent", Key: "orders" };
  await expect(s3.send(new GetObjectCommand(gone))).rejects.toMatchObject(failed(404, "NoSuchBucket"));
  await expect(s3.send(new PutObjectCommand({ ...gone, Body: "one" }))).rejects.toMatchObject(
    failed(404, "NoSuchBucket"),
  );
});

test("a role reads and writes what its policy allows, in this account or another", async () => {
  const policy = [
    { Effect: "Allow" as const, Action: ["s3:GetObject"], Resource: `arn:aws:s3:::${Bucket}/*` },
    { Effect: "Allow" as const, Action: ["s3:PutObject"], Resource: `arn:aws:s3:::${Bucket}/orders/*` },
  ];
  const role = await createRole(aws, { name: "journal", trust: { account: aws.accountId }, policy });
  const session = s3Client(aws, "us-west-1", await assumeRole(aws, role));
  await session.send(new PutObjectCommand({ Bucket, Key: "orders/allowed", Body: "one" }));
  await session.send(new GetObjectCommand({ Bucket, Key: "orders/allowed" }));
  const denied = failed(403, "AccessDenied");
  await expect(session.send(new PutObjectCommand({ Bucket, Key: "payments/x", Body: "one" }))).rejects.toMatchObject(
    denied,
  );
  await expect(session.send(new DeleteObjectCommand({ Bucket, Key: "orders/allowed" }))).rejects.toMatchObject(denied);
  await expect(session.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(denied);

  const other = inAccount(aws, "444444444444");
  const everything = [{ Effect: "Allow" as const, Action: "s3:*", Resource: "*" }];
  const foreign = await createRole(other, { name: "journal", trust: { account: other.accountId }, policy: everything });
  const stranger = s3Client(other, "us-west-1", await assumeRole(other, foreign));
  await expect(stranger.send(new GetObjectCommand({ Bucket, Key: "orders/allowed" }))).rejects.toMatchObject(denied);
});
