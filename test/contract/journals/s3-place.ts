import {
  CreateBucketCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { AwsCredentialIdentity } from "@smithy/types";
import { type Aws, inAccount, stsClient } from "../../../sandbox/aws/clients.ts";
import { createRole, type Statement } from "../../../sandbox/aws/roles.ts";
import { s3Journals } from "../../../src/adapters/aws/s3-journals.ts";
import { s3Leases } from "../../../src/adapters/aws/s3-leases.ts";
import type { S3Bucket } from "../../../src/adapters/aws/s3-objects.ts";
import type { JournalStore } from "../../../src/playbook/journal/read-journal.ts";
import type { JournalKey } from "../../../src/ports/journals.ts";
import { sandbox } from "../../support/sandbox.ts";
import { type LosingProxy, startLosingProxy } from "./losing-proxy.ts";
import type { RealPlace } from "./place.ts";

const REGION = "us-west-1";
const ACCOUNT = "333333330061";

export type S3Place = RealPlace & {
  s3: S3Client;
  bucket: string;
  /** Of the emulator. */
  url: string;
  /** A store without any call yet: the SDK reads the address from the environment at its first one. */
  openAt(change: Partial<S3Bucket>): JournalStore;
  /** The same, with another bucket, region, prefix or login; through that address where one is given. */
  openWith(change: Partial<S3Bucket>, url?: string): Promise<JournalStore>;
  /** A login that may do that and nothing else. */
  login(policy: Statement[]): Promise<() => Promise<AwsCredentialIdentity>>;
  proxy(): Promise<LosingProxy>;
  object(key: string): Promise<GetObjectCommandOutput & { text: string }>;
  close(): Promise<void>;
};

/** A bucket of this process's own, in an account of its own. */
export async function s3Place(): Promise<S3Place> {
  const aws = inAccount((await sandbox()).aws, ACCOUNT);
  const s3 = clientOf(aws);
  const bucket = `journals-${process.pid}-${Date.now().toString(36)}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }));
  const credentials = async () => ({ accessKeyId: aws.accessKeyId, secretAccessKey: aws.secretAccessKey });
  const proxies: LosingProxy[] = [];
  const keyOf = ({ environment, service }: JournalKey) => `k8s-migrate/${environment}/${service}/journal.json`;

  const place: S3Place = {
    name: "in S3",
    s3,
    bucket,
    open: () => place.openWith({}),
    url: aws.url,
    openAt(change) {
      const at = { bucket, region: REGION, credentials, ...change };
      return { journals: s3Journals(at), leases: s3Leases(at) };
    },
    async openWith(change, url = aws.url) {
      const store = place.openAt(change);
      process.env.AWS_ENDPOINT_URL = url;
      await store.journals.read({ environment: "none", service: "none" }).catch(() => undefined);
      await store.leases.read("none", "none").catch(() => undefined);
      process.env.AWS_ENDPOINT_URL = aws.url;
      return store;
    },
    async openLosing(loss, times) {
      const proxy = await place.proxy();
      proxy.lose(...Array.from({ length: times }, () => loss));
      return place.openWith({}, proxy.url);
    },
    async openForbidden() {
      return place.openWith({ credentials: await place.login([]) });
    },
    openMissing: () => place.openWith({ bucket: `${bucket}-not-there` }),
    async login(policy) {
      const statements: Statement[] = [{ Effect: "Allow", Action: "ecs:ListClusters", Resource: "*" }, ...policy];
      const name = `journals-${process.pid}-${++roles}`;
      const RoleArn = await createRole(aws, { name, trust: { account: aws.accountId }, policy: statements });
      const sts = stsClient(aws, REGION);
      const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "run" }));
      const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
      return async () => ({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken });
    },
    async proxy() {
      const proxy = await startLosingProxy(aws.url);
      proxies.push(proxy);
      return proxy;
    },
    async text(key) {
      try {
        return (await place.object(keyOf(key))).text;
      } catch (error) {
        if ((error as Error).name === "NoSuchKey") return undefined;
        throw error;
      }
    },
    async overwrite(key, text) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(key), Body: text }));
    },
    async object(key) {
      const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Object.assign(answer, { text: (await answer.Body?.transformToString()) ?? "" });
    },
    async close() {
      await Promise.all(proxies.map((proxy) => proxy.close()));
    },
  };
  return place;
}

let roles = 0;

function clientOf({ url, accessKeyId, secretAccessKey }: Aws): S3Client {
  return new S3Client({ endpoint: url, region: REGION, credentials: { accessKeyId, secretAccessKey } });
}
