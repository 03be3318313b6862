import type { ActionsIo } from "../adapters/github/actions-io.ts";

/** An EKS cluster by name, logged in to by us. */
export type EksTarget = { kind: "eks"; cluster: string; region: string; roleToAssume: string; kubeContext: string };
/** Any cluster that a kubeconfig reaches. */
export type KubeconfigTarget = { kind: "kubeconfig"; kubeconfig: string; kubeContext: string };

const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;
/** As YAML, as JSON, or either of them in base64. */
const KUBECONFIG_TEXT = /\n|^\s*\{|^(apiVersion|kind):|^[\w+/=]{500,}$/;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** Reads `cluster`, `aws-region`, `role-to-assume` and `kube-context`; adds what is wrong to `problems`. */
export function readEksTarget(io: ActionsIo, problems: string[]): EksTarget {
  const region = io.input("aws-region") || process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || "";
  const roleToAssume = io.input("role-to-assume");
  const cluster = io.input("cluster");
  if (cluster === "") problems.push("cluster: missing; write the EKS cluster's name");
  if (region === "")
    problems.push("aws-region: missing; write the cluster's region, such as us-west-2, or set AWS_REGION");
  else if (!REGION.test(region)) problems.push(`aws-region: "${region}" is not a region; write one such as us-west-2`);
  if (roleToAssume !== "" && !ROLE_ARN.test(roleToAssume)) {
    problems.push(
      `role-to-assume: "${roleToAssume}" is not a role's ARN; write one such as arn:aws:iam::111122223333:role/deploy`,
    );
  }
  return { kind: "eks", cluster, region, roleToAssume, kubeContext: io.input("kube-context") };
}

/** Either `cluster` and its login, or `kubeconfig`, or the KUBECONFIG that an earlier step has set. */
export function readClusterTarget(io: ActionsIo, problems: string[]): EksTarget | KubeconfigTarget {
  const given = io.input("kubeconfig");
  if (io.input("cluster") !== "") {
    if (given !== "") problems.push("cluster and kubeconfig: give one of them, not both");
    return readEksTarget(io, problems);
  }
  for (const name of ["role-to-assume"]) {
    if (io.input(name) !== "") problems.push(`${name}: only used with cluster; give cluster too, or leave it out`);
  }
  const kubeconfig = given || process.env.KUBECONFIG || "";
  if (KUBECONFIG_TEXT.test(given)) {
    // Not shown: there is a login in it.
    problems.push(
      "kubeconfig: this is no path, but the text of a kubeconfig; write the text to a file in $RUNNER_TEMP in a step before, and give that file's path",
    );
  }
  if (kubeconfig === "") {
    problems.push(
      "cluster: missing; write the EKS cluster's name, or a kubeconfig's path in kubeconfig, or run actions/connect before",
    );
  }
  return { kind: "kubeconfig", kubeconfig, kubeContext: io.input("kube-context") };
}
