import { describe, expect, test } from "@jest/globals";
import { adviceOn } from "../../../src/advice/helm-advice.ts";
import { isAboutWaiting, isAnotherAtWork, leftIsInTheWay } from "../../../src/release/helm-messages.ts";

// Messages that the sandbox cannot make; test/contract/messages has those that it can. Each comes from the source that is named.

type Row = [message: string, next: string];

/** https://github.com/golang/go/tree/go1.25.0/src/net and src/crypto/x509, https://github.com/kubernetes/client-go/blob/v0.35.0/plugin/pkg/client/auth/exec/exec.go */
const cluster: Row[] = [
  [
    'Kubernetes cluster unreachable: Get "https://10.0.0.1/version": dial tcp 10.0.0.1:443: i/o timeout',
    "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY",
  ],
  [
    'kubernetes cluster unreachable: Get "https://10.0.0.1/version": net/http: TLS handshake timeout',
    "check that the runner can reach the cluster's address: a private cluster needs a runner inside its network, or set HTTPS_PROXY",
  ],
  [
    'Get "https://10.0.0.1/api/v1/namespaces/shop/secrets": dial tcp 10.0.0.1:443: connect: connection refused',
    "check the address, and that the runner can reach 10.0.0.1:443; or set HTTPS_PROXY",
  ],
  [
    'Kubernetes cluster unreachable: Get "https://shop/version": tls: failed to verify certificate: x509: certificate is valid for kubernetes, shop.example.com, not shop',
    "use an address that the certificate is for (kubernetes, shop.example.com) in place of shop",
  ],
  [
    'Get "https://shop/version": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-01-01T12:00:00Z is after 2025-01-01T12:00:00Z',
    "renew the server's certificate, or set the runner's clock right",
  ],
  [
    'Get "https://shop/version": proxyconnect tcp: dial tcp 10.0.0.9:3128: connect: connection refused',
    "check the address in HTTPS_PROXY, or name the host in NO_PROXY where it is reached without a proxy",
  ],
  [
    'Kubernetes cluster unreachable: exec plugin: invalid apiVersion "client.authentication.k8s.io/v1alpha1"',
    "make the kubeconfig anew (aws eks update-kubeconfig): this Helm no longer takes client.authentication.k8s.io/v1alpha1 in it",
  ],
  [
    "An error occurred (ExpiredTokenException) when calling the DescribeCluster operation: The security token included in the request is expired",
    'the job\'s AWS session has ended: log in again, or set role-to-assume and "permissions: id-token: write", by which the login renews itself',
  ],
  [
    "error: You must be logged in to the server (Unauthorized)",
    "the cluster does not know this login: add an EKS access entry for the role (aws eks create-access-entry --cluster-name … --principal-arn …), log in again if the job's AWS session has ended, or check the kubeconfig's user",
  ],
  [
    "could not get apiVersions from Kubernetes: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request",
    "bring up what serves metrics.k8s.io/v1beta1 (kubectl get apiservice shows it), or remove that APIService",
  ],
  ["etcdserver: leader changed", "run it again: the server was busy, or the connection broke"],
  ["http2: client connection lost", "run it again: the server was busy, or the connection broke"],
  [
    'Get "https://10.0.0.1/api/v1/namespaces/shop/secrets": unexpected EOF',
    "run it again: the server was busy, or the connection broke",
  ],
  [
    "unexpected error when reading response body. Please retry. Original error: unexpected EOF",
    "run it again: the server was busy, or the connection broke",
  ],
  [
    'template: web/templates/a.yaml:1:8: executing "web/templates/a.yaml" at <lookup "v1" "Secret" "a" "b">: error calling lookup: Get "https://10.0.0.1/api/v1": dial tcp 10.0.0.1:443: connect: connection refused',
    "check the address, and that the runner can reach 10.0.0.1:443; or set HTTPS_PROXY",
  ],
];

/** https://github.com/kubernetes/apiserver/blob/v0.36.0/pkg/endpoints/handlers/responsewriters/errors.go */
const rights: Row[] = [
  [
    'query: failed to query with labels: secrets is forbidden: User "arn:aws:sts::111122223333:assumed-role/deploy/run" cannot list resource "secrets" in API group "" in the namespace "shop"',
    'add rules: [{apiGroups: [""], resources: ["secrets"], verbs: ["list"]}] to a Role of namespace shop that is bound to arn:aws:sts::111122223333:assumed-role/deploy/run or a group of its access entry, or associate an EKS access policy such as AmazonEKSEditPolicy with that entry; docs/eks-access.md has all that a deploy needs',
  ],
  [
    'forbidden: User "system:serviceaccount:ci:deploy" cannot get path "/version"',
    'add rules: [{nonResourceURLs: ["/version"], verbs: ["get"]}] to a ClusterRole that a ClusterRoleBinding binds to ServiceAccount deploy of namespace ci',
  ],
  [
    'roles.rbac.authorization.k8s.io "r" is forbidden: user "system:serviceaccount:ci:deploy" (groups=["a"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["pods"], Verbs:["get"]}\n{APIGroups:["apps"], Resources:["deployments" "replicasets"], Verbs:["get" "list"]}\n{NonResourceURLs:["/metrics"], Verbs:["get"]}\n{APIGroups:["batch"], Resources:["jobs"], Verbs:["*"]}',
    'give ServiceAccount deploy of namespace ci the rights that the chart\'s roles give away: rules: [{apiGroups: [""], resources: ["pods"], verbs: ["get"]}, {apiGroups: ["apps"], resources: ["deployments", "replicasets"], verbs: ["get", "list"]}, {nonResourceURLs: ["/metrics"], verbs: ["get"]}, … 1 more], or take those roles out of the chart',
  ],
];

/** Helm 3.17: https://github.com/containerd/containerd/tree/v1.7.27/remotes/docker, Helm 4: https://github.com/oras-project/oras-go/tree/v2.6.0; ECR's own words. */
const sources: Row[] = [
  [
    "failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token?scope=x: 401 Unauthorized",
    "give a login that may pull this chart: registry-username and registry-password, or helm registry login before this step",
  ],
  [
    'failed to perform "FetchReference" on source: GET "https://1.dkr.ecr.us-west-2.amazonaws.com/v2/web/manifests/1": response status code 403: denied: Your authorization token has expired. Reauthenticate and try again.',
    "log in to the registry again right before this step: tokens of ECR are good for 12 hours",
  ],
  [
    "unexpected status from HEAD request to https://1.dkr.ecr.us-west-2.amazonaws.com/v2/web/manifests/1: 403 Forbidden",
    "give a login that may pull this chart: registry-username and registry-password, or helm registry login before this step",
  ],
  [
    "response status code 403: denied: User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: ecr:BatchGetImage on resource: z",
    "allow ecr:BatchGetImage on this repository for the role",
  ],
  [
    "response status code 404: name unknown: The repository with name 'charts/web' does not exist in the registry with id '111122223333'",
    "correct the chart's address: the registry has no repository charts/web",
  ],
  [
    "could not locate a version matching provided version string ^9",
    "correct chart-version: no tag of the chart fits ^9",
  ],
  [
    "unable to locate any tags in provided repository: ghcr.io/x/web",
    "correct the chart's address: ghcr.io/x/web has no tags",
  ],
  [
    "chart \"web\" matching 9.9.9 not found in shop index. (try 'helm repo update'): no chart version found for web-9.9.9",
    "correct chart-version: shop has no web 9.9.9; if it is new and the repository was added by name, run helm repo update before",
  ],
  [
    "no repository definition for https://charts.example.com, https://other.example.com. Please add the missing repos via 'helm repo add'",
    "run helm repo add NAME https://charts.example.com before this step",
  ],
  ["no repository definition for @foo. Please add it", "run helm repo add foo https://… before this step"],
  ["no repository definition for alias:foo", "run helm repo add foo https://… before this step"],
  [
    "could not find protocol handler for: s3",
    "install the plugin for s3:// before this step (helm plugin install), or write an https:// or oci:// address",
  ],
];

/** https://github.com/helm/helm/tree/v4.1.4/pkg and, where both majors differ, https://github.com/helm/helm/tree/v3.17.3/pkg */
const charts: Row[] = [
  [
    "chart requires kubeVersion: >=1.25.0 which is incompatible with Kubernetes v1.29.1-eks-508b6b3",
    'take a version of the chart that is for Kubernetes 1.29.1-eks-508b6b3, or upgrade the cluster to >=1.25.0; for such a version the chart has to write its range with -0, as in ">=1.25.0-0"',
  ],
  [
    "the lock file (Chart.lock) is out of sync with the dependencies file (Chart.yaml). Please update the dependencies",
    "run helm dependency update for the chart, and commit Chart.lock",
  ],
  [
    "failed to parse values/orders.yaml: error converting YAML to JSON: yaml: line 3: did not find expected key",
    "correct line 3 of values/orders.yaml",
  ],
  [
    'validation: chart.metadata.version "one" is invalid',
    "correct version in the chart's Chart.yaml: write one such as 1.2.3 in place of one",
  ],
  ["Chart.yaml file is missing", "name the folder in chart that holds Chart.yaml, or pack the chart by helm package"],
  [
    "file 'web.tgz' does not appear to be a valid chart file (details: gzip: invalid header)",
    "get the packed chart again, or pack it anew by helm package: it is broken or cut off",
  ],
  [
    "values don't meet the specifications of the schema(s) in the following chart(s):\nweb:\n- at '/a/b': got string, want integer\n- at '/c': one\n- at '/d': two\n- at '/e': three\nredis:\n- at '': additional properties 'x' not allowed\n",
    "correct in the values of chart web: a.b: got string, want integer, c: one, d: two, and 1 more; of chart redis: additional properties 'x' not allowed",
  ],
  [
    'template: web/templates/a.yaml:4:9: executing "web/templates/a.yaml" at <.Values.host.name>: can\'t evaluate field name in type interface {}',
    "correct .Values.host.name in web/templates/a.yaml, line 4, or the value that it reads",
  ],
  [
    'template: web/templates/a.yaml:2:11: executing "web/templates/a.yaml" at <include "web.name" .>: error calling include: template: web/templates/_helpers.tpl:7:14: executing "web.name" at <$root.image.tag>: nil pointer evaluating interface {}.tag',
    "set in the values what web/templates/_helpers.tpl, line 7 reads by $root.image.tag, or let the template do without it",
  ],
  ["parse error at (web/templates/a.yaml:5): unexpected EOF", "correct the template web/templates/a.yaml, line 5"],
  [
    "execution error at (web/templates/a.yaml:5:4): x509: no certificate given",
    "set in the values what the chart asks for in web/templates/a.yaml, line 5",
  ],
  [
    "UPGRADE FAILED: unexpected EOF",
    "get the packed chart again, or pack it anew by helm package: it is broken or cut off",
  ],
  [
    "values don't meet the specifications of the schema(s) in the following chart(s):\nweb:\n- at '/ca': 'x509: none' does not match pattern '^-'\n",
    "correct in the values of chart web: ca: 'x509: none' does not match pattern '^-'",
  ],
  [
    'parse error at (web/templates/a.yaml:3): function "toTaml" not defined',
    "correct the function toTaml in web/templates/a.yaml, line 3: this Helm has none of that name",
  ],
];

/** https://github.com/helm/helm/tree/v4.1.4/pkg/cmd and https://github.com/helm/helm/tree/v3.17.3/cmd/helm */
const runs: Row[] = [
  [
    "unknown flag: --server-side",
    "take --server-side out of helm-args, or set helm-version to 4: Helm 3 does not have it",
  ],
  ["unknown shorthand flag: 'x' in -x", "take -x out of helm-args, or correct it: this Helm does not have it"],
  [
    'error while running post render on files: post-renderer "kustomizer" produced empty output',
    "let the post-renderer kustomizer write all manifests to its stdout",
  ],
  [
    'UPGRADE FAILED: "orders" has no deployed releases',
    "go back to a revision that works by helm rollback orders REVISION (helm history orders lists them), then deploy again; helm uninstall orders is for where nothing of it may stay",
  ],
  [
    'looks like "https://charts.example.com" is not a valid chart repository or cannot be reached: Get "https://charts.example.com/index.yaml": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    "check the address, and that the runner can reach charts.example.com; or set HTTPS_PROXY",
  ],
  [
    "context deadline exceeded (Client.Timeout or context cancellation while reading body)",
    "check the address, and that the runner can reach it; or set HTTPS_PROXY",
  ],
  [
    'resource Deployment/shop/web not ready. status: InProgress\nGet "https://10.0.0.1/api": context deadline exceeded',
    "raise timeout where it only needs longer; what is not ready is in the job summary, with its pods and events",
  ],
  [
    "error while running post render on files: error while running command /x/render. error output:\nError: unknown flag: --foo\n: exit status 1",
    "run the post-renderer by hand on what helm template renders: it has to write all manifests to stdout, and to end with 0",
  ],
  [
    "failed pre-upgrade: 1 error occurred:\n\t* timed out waiting for the condition",
    "raise timeout where it only needs longer; what is not ready is in the job summary, with its pods and events",
  ],
  [
    "uninstallation completed with 1 error(s): resource Deployment/shop/web still exists. status: Terminating, message: x\ncontext deadline exceeded",
    "see what holds Deployment web, such as a finalizer: kubectl get deployment web --namespace shop --output=yaml",
  ],
];

describe.each([
  ["the cluster", cluster],
  ["rights", rights],
  ["sources of charts", sources],
  ["charts", charts],
  ["runs", runs],
])("of %s", (_, rows) => {
  test.each(rows)("%s", (message, next) => {
    expect(adviceOn(message)).toBe(next);
    expect(next).not.toMatch(/\.$|\n/);
    // The playbook reads the whole error: it must not take the next step for what Helm has said.
    for (const isIt of [isAboutWaiting, isAnotherAtWork, leftIsInTheWay]) expect(isIt(next)).toBe(false);
  });
});

test("of what is not known nothing is said", () => {
  expect(adviceOn("it ended with code 7")).toBeUndefined();
  expect(adviceOn("release has no 1 version")).toBeUndefined();
});

test("a huge message costs no time, and its end is read too", () => {
  const end = 'Job.batch "seed" is invalid: spec.template: Invalid value: {"';
  const started = performance.now();
  for (const part of [
    "x",
    "x/",
    "ab ",
    'a/b.yaml:1:1: executing "x" at <y>: ',
    "failed pre-install: ",
    'Get "https://x": ',
    'a "b" is invalid: c: ',
  ]) {
    adviceOn(part.repeat(64 * 1024));
  }
  expect(performance.now() - started).toBeLessThan(5000);
  expect(adviceOn(`${end}${"x".repeat(1024 * 1024)}"}: field is immutable`)).toMatch(
    /^delete Job seed and deploy again/,
  );
});
