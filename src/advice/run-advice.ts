import type { Advice } from "./advice.ts";

/** https://helm.sh/docs/overview: what Helm 4 has brought. */
const ONLY_HELM_4 = new Set(["--server-side", "--force-conflicts", "--force-replace"]);

/** What is in helm-args. */
export const flagAdvice: readonly Advice[] = [
  // What a post-renderer has written stands in Helm's message, and may be about flags of its own.
  {
    pattern: /post-renderer "?([\w./-]+)"? produced empty output/,
    next: ([, name]) => `let the post-renderer ${name} write all manifests to its stdout`,
  },
  {
    pattern: /error while running post render|failed to invoke post-renderer plugin/,
    next: () =>
      "run the post-renderer by hand on what helm template renders: it has to write all manifests to stdout, and to end with 0",
  },
  {
    pattern: /^unknown (?:shorthand )?flag: (?:'\w' in )?(-+\S+)/,
    next: ([, flag = ""]) =>
      ONLY_HELM_4.has(flag)
        ? `take ${flag} out of helm-args, or set helm-version to 4: Helm 3 does not have it`
        : `take ${flag} out of helm-args, or correct it: this Helm does not have it`,
  },
  {
    pattern: /for "--post-renderer" flag: unable to find binary at (\S+?):/,
    next: ([, program]) => `put ${program} on PATH, or give its path in --post-renderer`,
  },
  {
    pattern: /plugin: \{Name:(\S+) Type:postrenderer\/v1\} not found/,
    next: ([, name]) =>
      `install a plugin ${name} of type postrenderer/v1 before this step (helm plugin install): Helm 4 takes no program for --post-renderer`,
  },
  {
    pattern: /invalid argument "([^"]*)" for "([^"]+)" flag/,
    next: ([, value, flags = ""]) => `correct ${flags.split(", ").at(-1)} in helm-args: "${value}" is no value for it`,
  },
  {
    pattern: /plugin "?([\w./-]+)"? not found/i,
    next: ([, name]) => `install the plugin ${name} before this step (helm plugin install)`,
  },
];

/** What Helm meets at the end. */
export const waitingAdvice: readonly Advice[] = [
  {
    pattern: /another operation \(install\/upgrade\/rollback\) is in progress/,
    next: () => "run it again when the other one has ended; runs of this action wait for each other by themselves",
  },
  {
    pattern: /"([^"]+)" has no deployed releases/,
    next: ([, release]) =>
      `go back to a revision that works by helm rollback ${release} REVISION (helm history ${release} lists them), then deploy again; helm uninstall ${release} is for where nothing of it may stay`,
  },
  {
    pattern:
      /failed (pre|post)-(\w+): [\s\S]*?(?:\bjob (\S+) failed|resource Job\/\S+?\/(\S+) not ready\. status: Failed)/,
    next: ([, , , first, second]) =>
      `correct what the Job ${first ?? second} runs, or its settings; its pods and their log are in the job summary`,
  },
  {
    pattern: /resource (\w+)\/(\S+?)\/(\S+) still exists/,
    next: ([, kind = "", namespace, name]) =>
      `see what holds ${kind} ${name}, such as a finalizer: kubectl get ${kind.toLowerCase()} ${name} --namespace ${namespace} --output=yaml`,
  },
  {
    // A request that nobody has answered, not a workload that Helm waits for.
    pattern:
      /^(?![\s\S]*not ready\. status: )[\s\S]*?(?:\b(?:Get|Head|Post|Put|Patch|Delete) "https?:\/\/(?:[^/"@\s]*@)?([^/"@\s]+)[^"\n]*": [^\n]*deadline exceeded|Client\.Timeout)/,
    next: ([, host]) => `check the address, and that the runner can reach ${host ?? "it"}; or set HTTPS_PROXY`,
  },
  {
    pattern: /timed out waiting|context deadline exceeded|not ready\. status: /,
    next: () =>
      "raise timeout where it only needs longer; what is not ready is in the job summary, with its pods and events",
  },
];
