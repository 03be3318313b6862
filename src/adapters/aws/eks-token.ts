import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity, Checksum, SourceData } from "@smithy/types";

/** EKS accepts a token for 15 minutes; one minute is left for clocks that differ, as the AWS CLI does. */
const TOKEN_LIFE_MS = 14 * 60_000;
/** Both sides of the exchange put 60 here; the 15 minutes above are EKS's own rule. */
const PRESIGN_SECONDS = 60;

export type EksToken = {
  token: string;
  /** When to ask for a new one. Never later than the end of the session that signed it. */
  expiresAt: Date;
};

/**
 * Signs in to an EKS cluster: a presigned STS GetCallerIdentity URL that names the cluster, base64url-encoded.
 * Works without any call. The host is always AWS's own regional STS, since EKS refuses tokens for any other.
 * Form: https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster
 */
export async function eksToken(request: {
  credentials: AwsCredentialIdentity;
  clusterName: string;
  region: string;
}): Promise<EksToken> {
  const { credentials, clusterName, region } = request;
  const host = `sts.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`;
  const signer = new SignatureV4({ service: "sts", region, sha256: Sha256, credentials });
  const signed = await signer.presign(
    {
      method: "GET",
      protocol: "https:",
      hostname: host,
      path: "/",
      query: { Action: "GetCallerIdentity", Version: "2011-06-15" },
      headers: { host, "x-k8s-aws-id": clusterName },
    },
    // The header that names the cluster has to stay a signed header: as a query parameter EKS would not look at it.
    { expiresIn: PRESIGN_SECONDS, unhoistableHeaders: new Set(["x-k8s-aws-id"]) },
  );
  const query = Object.entries(signed.query ?? {})
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join("&");
  const token = `k8s-aws-v1.${Buffer.from(`https://${host}/?${query}`).toString("base64url")}`;
  const sessionEnd = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
  return { token, expiresAt: new Date(Math.min(Date.now() + TOKEN_LIFE_MS, sessionEnd)) };
}

/** The signer's hash interface over node:crypto. */
class Sha256 implements Checksum {
  #hash: Hash | Hmac;

  constructor(secret?: SourceData) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", asBytes(secret));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error("Sha256 is used once");
  }
}

function asBytes(data: SourceData): string | Uint8Array {
  if (typeof data === "string") return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
