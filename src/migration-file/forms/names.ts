/** A label of DNS, as Kubernetes names most things: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
/** The name of an object in Kubernetes, at most 253 characters. */
export const OBJECT_NAME = new RegExp(`^(?=.{1,253}$)${LABEL}(\\.${LABEL})*$`);
/** The controller puts 11 characters behind it: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
export const CRONJOB_NAME = new RegExp(`^(?=.{1,52}$)${LABEL}(\\.${LABEL})*$`);
export const NAMESPACE = new RegExp(`^(?=.{1,63}$)${LABEL}$`);
/** What we call an environment or a service: it becomes part of names in Kubernetes and S3. */
export const OWN_NAME = new RegExp(`^(?=.{1,53}$)${LABEL}$`);

/** An image, with its registry or without, and by tag or digest. */
export const IMAGE = /^[a-z0-9]+([._:/-]+[A-Za-z0-9_]+)*(@sha256:[0-9a-f]{64})?$/;

/** A host name: labels of letters, digits and "-", with a dot between them, at least two. A dot at the end may stand. */
export function isHostName(name: string): boolean {
  return isDnsName(name, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i);
}

/** The name of a record, which may also be a wildcard, and may have "_" in it. */
export function isRecordName(name: string): boolean {
  return isDnsName(name.replace(/^\*\./, ""), /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/i);
}

function isDnsName(name: string, label: RegExp): boolean {
  const bare = name.replace(/\.$/, "");
  const labels = bare.split(".");
  return bare.length <= 253 && labels.length > 1 && labels.every((each) => each.length <= 63 && label.test(each));
}

/** Upper and lower case, and a dot at the end, make no other name. */
export function sameName(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
