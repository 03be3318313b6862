import type { Advice } from "./advice.ts";

const LOG_IN_FIRST =
  "give a login that may pull this chart: registry-username and registry-password, or helm registry login before this step";

/** Repositories: https://github.com/helm/helm/blob/v4.1.4/pkg/repo/v1/chartrepo.go; registries: https://github.com/oras-project/oras-go and, for Helm 3.17, https://github.com/containerd/containerd */
export const sourceAdvice: readonly Advice[] = [
  {
    pattern: /^repo (\S+) not found|: repo (\S+) not found|no cached repo found|no repositories (?:configured|to show)/,
    next: ([, first, second]) =>
      `run helm repo add ${first ?? second ?? "NAME"} https://… before this step, or give the address in repository; where a folder is meant, correct its path`,
  },
  {
    pattern: /chart "([^"]+)" (?:version "([^"]+)"|matching (\S+)) not found in (\S+)/,
    next: ([, chart, exact, matching, where]) =>
      `correct chart-version: ${where} has no ${chart} ${exact ?? matching}; if it is new and the repository was added by name, run helm repo update before`,
  },
  {
    pattern: /chart "([^"]+)" not found in (\S+)/,
    next: ([, chart, where]) =>
      `correct chart or repository: the index of ${where} has no ${chart}, or pre-releases only, which chart-version has to name`,
  },
  {
    pattern: /no repository definition for ([^\s,]+?)\.?(?:[\s,]|$)/,
    next: ([, address = ""]) => {
      const alias = /^(?:@|alias:)(.+)$/.exec(address)?.[1];
      return `run helm repo add ${alias === undefined ? `NAME ${address}` : `${alias} https://…`} before this step`;
    },
  },
  {
    pattern: /failed to fetch (\S+) : 40[13]\b/,
    next: ([, address = ""]) =>
      `give a login for ${hostOf(address)}: --username and --password in helm-args, or helm repo add with them before this step`,
  },
  {
    pattern: /looks like "([^"]+)" is not a valid chart repository or cannot be reached: failed to fetch \S+ : \d+/,
    next: ([, address]) =>
      `correct repository: there is no index.yaml at ${address}; for a registry leave it out, and write oci://… in chart`,
  },
  {
    pattern: /failed to fetch (\S+) : 404/,
    next: ([, address]) => `correct the address or the version: there is nothing at ${address}`,
  },
  {
    pattern: /authorization token has expired/,
    next: () => "log in to the registry again right before this step: tokens of ECR are good for 12 hours",
  },
  {
    pattern: /not authorized to perform: (ecr:\w+)/,
    next: ([, action]) => `allow ${action} on this repository for the role`,
  },
  {
    pattern:
      /basic credential not found|no basic auth credentials|pull access denied|response status code 40[13]|failed to authorize|fetch anonymous token|(?:request to|from) \S+: 40[13]\b/,
    next: () => LOG_IN_FIRST,
  },
  {
    pattern: /repository with name '([^']+)' does not exist in the registry/,
    next: ([, name]) => `correct the chart's address: the registry has no repository ${name}`,
  },
  {
    pattern: /(?:^|: )([\w.-]+(?::\d+)?\/\S+): not found$/m,
    next: ([, reference]) => `correct the chart's address or chart-version: the registry has no ${reference}`,
  },
  {
    pattern: /could not locate a version matching provided version string (\S+)/,
    next: ([, version]) => `correct chart-version: no tag of the chart fits ${version}`,
  },
  {
    pattern: /unable to locate any tags in provided repository: (\S+)/,
    next: ([, reference]) => `correct the chart's address: ${reference} has no tags`,
  },
  {
    pattern: /could not find protocol handler for: (\w+)|scheme "(\w+)" not supported/,
    next: ([, first, second]) =>
      `install the plugin for ${first ?? second}:// before this step (helm plugin install), or write an https:// or oci:// address`,
  },
];

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
