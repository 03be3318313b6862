import type { Advice } from "./advice.ts";
import { SESSION_ENDED } from "./aws-advice.ts";

export const UNREACHED =
  "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY";

export const UNKNOWN_LOGIN =
  "the cluster does not know this login: add an EKS access entry for the role (aws eks create-access-entry --cluster-name … --principal-arn …), log in again if the job's AWS session has ended, or check the kubeconfig's user";

/** The cluster, or another address, is not reached; or the login is not known there. The words of Go's net and crypto/x509, and of Node. */
export const clusterAdvice: readonly Advice[] = [
  {
    pattern: /exec: executable (\S+) not found/,
    next: ([, program]) =>
      `put ${program} on the runner's PATH, or give cluster and aws-region in place of a kubeconfig: these need no such program`,
  },
  {
    pattern: /exec plugin: invalid apiVersion "([^"]+)"/,
    next: ([, version]) =>
      `make the kubeconfig anew (aws eks update-kubeconfig): this Helm no longer takes ${version} in it`,
  },
  { pattern: /ExpiredToken|security token included in the request is expired/, next: () => SESSION_ENDED },
  {
    pattern: /exec: executable (\S+) failed with exit code/,
    next: ([, program = ""]) =>
      `see in the log what ${program.split("/").at(-1)} wrote before this: it gets the token that the kubeconfig asks for`,
  },
  {
    pattern:
      /the server has asked for the client to provide credentials|must be logged in to the server|: Unauthorized$/,
    next: () => UNKNOWN_LOGIN,
  },
  {
    pattern: /x509: certificate is valid for (.+), not (\S+)/,
    next: ([, names, wanted]) => `use an address that the certificate is for (${names}) in place of ${wanted}`,
  },
  {
    pattern: /x509: certificate has expired or is not yet valid/,
    next: () => "renew the server's certificate, or set the runner's clock right",
  },
  {
    pattern: /cluster unreachable.*x509: /i,
    next: () =>
      "take the certificate-authority-data of this very cluster into the kubeconfig; where a proxy opens TLS, that proxy's authority",
  },
  {
    pattern:
      /x509: |self-signed certificate|unable to verify the first certificate|unable to get local issuer certificate/,
    next: () =>
      "make the server's certificate authority known: certificate-authority-data in the kubeconfig for a cluster, --ca-file in helm-args for a site of charts",
  },
  {
    pattern: /server gave HTTP response to HTTPS client/,
    next: () => "add --plain-http to helm-args, where a registry without TLS is meant",
  },
  {
    pattern: /proxyconnect tcp: /,
    next: () => "check the address in HTTPS_PROXY, or name the host in NO_PROXY where it is reached without a proxy",
  },
  {
    pattern: /lookup ([\w.-]+?)(?: on \S+)?: |getaddrinfo \w+ (\S+)/,
    next: ([, host, ofNode]) =>
      `check the spelling of ${host ?? ofNode}, and that it still exists; a private name is known inside its network only, or to the proxy in HTTPS_PROXY`,
  },
  {
    pattern:
      /cluster unreachable.*(?:connection refused|timeout|deadline exceeded|unreachable|no route to host|EOF|reset by peer)/is,
    next: () => UNREACHED,
  },
  {
    pattern: /unable to retrieve the complete list of server APIs: ([\w./-]+)/,
    next: ([, api]) => `bring up what serves ${api} (kubectl get apiservice shows it), or remove that APIService`,
  },
  {
    pattern: /dial tcp (\S+?): (?:connect: connection refused|i\/o timeout|connect: (?:network|no route))/,
    next: ([, address]) => `check the address, and that the runner can reach ${address}; or set HTTPS_PROXY`,
  },
  {
    pattern:
      /(?:\b(?:Get|Head|Post|Put|Patch|Delete) "[^"\n]*": |\bdial |\bread tcp |reading response body)[^\n]*unexpected EOF|connection reset by peer|client connection lost|TLS handshake timeout|etcdserver: (?:leader changed|request timed out)|too many requests|currently unable to handle the request/i,
    next: () => "run it again: the server was busy, or the connection broke",
  },
];
