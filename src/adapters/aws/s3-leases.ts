import { s3Rights } from "../../advice/s3-advice.ts";
import { OutsideError, UserError } from "../../errors.ts";
import type { Lease, Leases } from "../../ports/leases.ts";
import { addressOf, folderIn, keyPart } from "./s3-keys.ts";
import { type S3Bucket, s3Objects } from "./s3-objects.ts";

/** Leases in a bucket: `k8s-migrate/<namespace>/<name>/lock.json`, compared and swapped by S3's conditional writes. */
export function s3Leases(place: S3Bucket): Leases {
  const objects = s3Objects(place);
  const keyOf = (namespace: string, name: string) =>
    `${folderIn(place)}/${keyPart(namespace)}/${keyPart(name)}/lock.json`;
  return {
    async read(namespace, name) {
      const key = keyOf(namespace, name);
      const stored = await allowed(place, objects.read(key));
      if (stored === undefined || stored === "forbidden") return stored;
      const { text, version } = stored;
      return { ...asLease(text, addressOf(place, key)), namespace, name, version };
    },
    async write(lease, expected) {
      const { namespace, name } = lease;
      const written = await allowed(place, objects.write(keyOf(namespace, name), lockText(lease), expected));
      if (typeof written === "string") return written;
      return { ...lease, version: written.version };
    },
  };
}

/** Other denials, such as that of a key of KMS, say more as they are. */
async function allowed<T>(place: S3Bucket, work: Promise<T>): Promise<T | "forbidden"> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OutsideError && error.failure.next === s3Rights({ ...place, folder: folderIn(place) }))
      return "forbidden";
    throw error;
  }
}

type Kept = Omit<Lease, "namespace" | "name" | "version">;

/** For people, a field a line. Where it is says whose lock it is. */
function lockText({
  holder,
  runUrl,
  acquiredAt,
  unsettledSince,
  renewedAt,
  durationSeconds,
  journalHead,
}: Kept): string {
  const kept = { holder, runUrl, acquiredAt, unsettledSince, renewedAt, durationSeconds, journalHead };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

/** @param address where it was read */
function asLease(text: string, address: string): Kept {
  let json: Partial<Record<keyof Kept, unknown>> | null;
  try {
    json = JSON.parse(text) as Partial<Kept> | null;
  } catch {
    json = null;
  }
  if (typeof json !== "object" || json === null || typeof json.holder !== "string") {
    throw new UserError(
      `${address} is not a lock as k8s-migrate writes it. Make sure that no run works on this service, remove it (aws s3 rm ${address}), and run this again`,
    );
  }
  const { holder, durationSeconds, journalHead } = json;
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    holder,
    runUrl: textOf(json.runUrl),
    acquiredAt: textOf(json.acquiredAt),
    unsettledSince: textOf(json.unsettledSince),
    renewedAt: textOf(json.renewedAt),
    durationSeconds: typeof durationSeconds === "number" ? durationSeconds : 0,
    ...(typeof journalHead === "string" ? { journalHead } : {}),
  };
}
