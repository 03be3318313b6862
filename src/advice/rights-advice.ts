import type { Advice } from "./advice.ts";

const FORBIDDEN =
  /User "([^"]*)" cannot (\S+) resource "([^"]+)" in API group "([^"]*)" (?:in the namespace "([^"]+)"|at the cluster scope)/;
const GRANTED = "attempting to grant RBAC permissions not currently held";
/** How Kubernetes writes a rule in one line: https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/rbac/v1/evaluation_helpers.go */
const COMPACT_RULE = /\{(\w+:\[[^{}]*\])\}/g;
const RULES_SHOWN = 3;

/** What RBAC does not allow, with the rule that would: https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
export const rightsAdvice: readonly Advice[] = [
  {
    pattern: new RegExp(`user "([^"]*)".* is ${GRANTED}:?([\\s\\S]*)`),
    next: ([, user = "", held = ""]) =>
      `give ${shown(user)} the rights that the chart's roles give away: rules: [${compactRules(held)}], or take those roles out of the chart`,
  },
  {
    pattern: FORBIDDEN,
    next: ([, user = "", verb, resource, group, namespace]) => {
      const rule = `rules: [{apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}]`;
      const role =
        namespace === undefined
          ? "a ClusterRole that a ClusterRoleBinding binds"
          : `a Role of namespace ${namespace} that is bound`;
      return `add ${rule} to ${role} to ${shown(user)}${alsoOnEks(user)}`;
    },
  },
  {
    pattern: /User "([^"]*)" cannot (\S+) path "([^"]+)"/,
    next: ([, user = "", verb, path]) =>
      `add rules: [{nonResourceURLs: ["${path}"], verbs: ["${verb}"]}] to a ClusterRole that a ClusterRoleBinding binds to ${shown(user)}`,
  },
];

function shown(user: string): string {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):(.+)$/.exec(user) ?? [];
  if (name !== undefined) return `ServiceAccount ${name} of namespace ${namespace}`;
  return user === "" ? "this login" : `${user} or a group of its access entry`;
}

/** https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html */
function alsoOnEks(user: string): string {
  if (user.startsWith("system:serviceaccount:")) return "";
  return ", or associate an EKS access policy such as AmazonEKSEditPolicy with that entry; docs/eks-access.md has all that a deploy needs";
}

/** `{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}` as YAML. */
function compactRules(text: string): string {
  const rules = [...text.matchAll(COMPACT_RULE)].map(([, fields = ""]) => {
    const pairs = [...fields.matchAll(/(\w+):\[([^\]]*)\]/g)].map(
      ([, key = "", list = ""]) => `${yamlKey(key)}: [${list.replaceAll('" "', '", "')}]`,
    );
    return `{${pairs.join(", ")}}`;
  });
  const more = rules.length > RULES_SHOWN ? [`… ${rules.length - RULES_SHOWN} more`] : [];
  return rules.length === 0 ? "…" : [...rules.slice(0, RULES_SHOWN), ...more].join(", ");
}

function yamlKey(key: string): string {
  return key === "APIGroups" ? "apiGroups" : key.charAt(0).toLowerCase() + key.slice(1);
}
