import { s3Rights } from "../../advice/s3-advice.ts";
import type { JournalKey, Journals } from "../../ports/journals.ts";
import { addressOf, folderIn, keyPart } from "./s3-keys.ts";
import { type S3Bucket, s3Objects } from "./s3-objects.ts";

/** Journals in a bucket, `k8s-migrate/<environment>/<service>/journal.json`; their locks are beside them (s3-leases.ts). */
export function s3Journals(place: S3Bucket): Journals {
  const objects = s3Objects(place);
  const folderOf = ({ environment, service }: JournalKey) =>
    `${folderIn(place)}/${keyPart(environment)}/${keyPart(service)}`;
  const objectOf = (key: JournalKey) => `${folderOf(key)}/journal.json`;
  return {
    place(key) {
      const { environment, service } = key;
      const journal = addressOf(place, objectOf(key));
      return {
        journal,
        lock: { namespace: environment, name: service },
        rights: s3Rights({ ...place, folder: folderIn(place) }),
        show: `aws s3 cp ${journal} -`,
        remove: `aws s3 rm --recursive ${addressOf(place, folderOf(key))}/`,
      };
    },
    // The bucket is the user's to make: who pays for it, and who may read it, is not for us to choose.
    prepare: async () => undefined,
    read: (key) => objects.read(objectOf(key)),
    async write(key, text, expected) {
      const written = await objects.write(objectOf(key), text, expected);
      return written === "changed" ? written : { version: written.version };
    },
  };
}
