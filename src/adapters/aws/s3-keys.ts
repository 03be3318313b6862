export function addressOf({ bucket }: { bucket: string }, key: string): string {
  return `s3://${bucket}/${key}`;
}

/** The folder of all journals: `k8s-migrate`, below the prefix where there is one. */
export function folderIn({ prefix = "" }: { prefix?: string }): string {
  const own = prefix.replace(/^\/+|\/+$/g, "");
  return `${own === "" ? "" : `${own}/`}k8s-migrate`;
}

/** A part of a key that has no `/` of its own, and is not `.` or `..`, which clients take out of addresses. */
export function keyPart(name: string): string {
  const encoded = encodeURIComponent(name);
  return /^\.+$/.test(encoded) ? encoded.replaceAll(".", "%2E") : encoded;
}
