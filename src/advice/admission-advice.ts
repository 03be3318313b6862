import type { Advice } from "./advice.ts";

/** What is asked before the API server stores an object says no: webhooks, policies, quotas, the namespace itself. */
export const admissionAdvice: readonly Advice[] = [
  {
    pattern: /admission webhook "([^"]+)" denied the request/,
    next: ([, webhook]) => `correct in the chart or its values what the webhook ${webhook} asks for`,
  },
  {
    pattern: /failed calling webhook "([^"]+)"/,
    next: ([, webhook]) =>
      `bring up the service behind the webhook ${webhook}: the cluster lets no such object in without its answer`,
  },
  {
    pattern: /ValidatingAdmissionPolicy '([^']+)' with binding/,
    next: ([, policy]) => `correct in the chart or its values what the policy ${policy} asks for`,
  },
  {
    pattern: /exceeded quota: ([^,\s]+), requested: ([^\s,]+)/,
    next: ([, quota, requested]) =>
      `raise the ResourceQuota ${quota} of the namespace, or ask for less in the values (${requested} was asked for)`,
  },
  {
    pattern: /failed quota: ([^:\s]+): must specify ([\w.,-]+)/,
    next: ([, quota, fields]) => `set ${fields} in the values: the ResourceQuota ${quota} of the namespace wants it`,
  },
  {
    pattern: /violates PodSecurity "([^":]+)/,
    next: ([, level]) =>
      `set the securityContext that it names, or another level than ${level} in the namespace's label pod-security.kubernetes.io/enforce`,
  },
  {
    pattern: /(?:maximum|minimum) [\w./-]+ usage per \w+ is \S+/,
    next: ([limit]) => `keep the values to the LimitRange of the namespace: ${limit.replace(/[.,]$/, "")}`,
  },
  {
    pattern: /serviceaccount "([^"]+)" not found/,
    next: ([, account]) => `create the ServiceAccount ${account}, or correct its name in the values`,
  },
  {
    pattern: /in namespace (\S+) because it is being terminated/,
    next: ([, namespace]) =>
      `wait until namespace ${namespace} is gone, then deploy again; kubectl get namespace ${namespace} --output=yaml shows what holds it`,
  },
  {
    pattern: /namespaces "([^"]+)" not found/,
    next: ([, namespace]) => `create namespace ${namespace}, or correct the namespace that the chart's object names`,
  },
];
