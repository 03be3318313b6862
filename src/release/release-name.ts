/** Helm's own rule: https://github.com/helm/helm/blob/main/pkg/chart/common/util/validate_name.go */
const RELEASE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const RELEASE_NAME_LIMIT = 53;
const NAMESPACE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const NAMESPACE_NAME_LIMIT = 63;

/** What is wrong with a release name, or `undefined`. */
export function releaseNameProblem(name: string): string | undefined {
  if (name.length > RELEASE_NAME_LIMIT) {
    return `release: "${name}" has ${name.length} characters, Helm allows ${RELEASE_NAME_LIMIT}`;
  }
  if (!RELEASE_NAME.test(name)) {
    return `release: "${name}" is not a release name: use lower case letters, digits and "-", such as "${suggestion(name, RELEASE_NAME_LIMIT)}"`;
  }
  return undefined;
}

/** What is wrong with a namespace's name, or `undefined`. */
export function namespaceNameProblem(name: string): string | undefined {
  if (name.length > NAMESPACE_NAME_LIMIT) {
    return `namespace: "${name}" has ${name.length} characters, Kubernetes allows ${NAMESPACE_NAME_LIMIT}`;
  }
  if (!NAMESPACE_NAME.test(name)) {
    return `namespace: "${name}" is not a namespace name: use lower case letters, digits and "-", such as "${suggestion(name, NAMESPACE_NAME_LIMIT)}"`;
  }
  return undefined;
}

function suggestion(name: string, limit: number): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, limit)
    .replace(/^-+|-+$/g, "");
  return plain || "orders";
}
