import type { Advice } from "./advice.ts";
import { isNamespace, isReplaceable } from "./replaceable.ts";

/** `Deployment.apps "web" is invalid: ` */
const INVALID = String.raw`\b(\w+)(?:\.[\w.]+)? "([^"]+)" is invalid: `;
const TAKE_OWNERSHIP = "--take-ownership in helm-args (Helm 3.17 or later)";
const JUNK =
  "take out of the chart's folder what is no part of it, or list it in .helmignore: chart and values, packed, have to fit into one Secret of 1 MiB";
/** Kubernetes' own: https://kubernetes.io/docs/reference/using-api/#api-groups. Others with .k8s.io come by CRDs. */
const BUILT_IN = new Set(
  "apps autoscaling batch extensions policy admissionregistration.k8s.io apiextensions.k8s.io apiregistration.k8s.io authentication.k8s.io authorization.k8s.io certificates.k8s.io coordination.k8s.io discovery.k8s.io events.k8s.io flowcontrol.apiserver.k8s.io networking.k8s.io node.k8s.io rbac.authorization.k8s.io resource.k8s.io scheduling.k8s.io storage.k8s.io".split(
    " ",
  ),
);

/** The API server does not take an object, or it is there already: https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/errors/errors.go */
export const objectAdvice: readonly Advice[] = [
  {
    pattern: /Secret "sh\.helm\.release\.[^"]+" is invalid: data: Too long/,
    next: () => JUNK,
  },
  {
    pattern: /request entity too large|etcdserver: request is too large|trying to send message larger than max/i,
    next: () => `${JUNK}; and the API server takes no request above 3 MiB`,
  },
  {
    pattern:
      /Hook \S+ \S+ failed: [\s\S]*?(?:object \S+?\/(\S+) \S+ Kind=(\w+): Apply failed|(\S+) "([^"]+)" already exists)/,
    next: ([, ofKind, kind, resource, ofResource]) => {
      const [sort = "", name] = [kind ?? resource, ofKind ?? ofResource];
      return isReplaceable(sort)
        ? `delete ${sort} ${name}, which an earlier run has left, and give the hook helm.sh/hook-delete-policy: before-hook-creation`
        : `take ${sort} ${name} out of the chart's hooks: it is there already`;
    },
  },
  {
    pattern: /Apply failed with \d+ conflicts?: ([\s\S]*)/,
    next: ([, conflicts = ""]) => {
      const managers = new Set([...conflicts.matchAll(/conflicts? with "([^"]+)"/g)].map(([, manager]) => manager));
      const fields = new Set([...conflicts.matchAll(/(?:: |- )(\.\S+)/g)].map(([, field]) => field));
      return `take ${[...fields].join(", ") || "those fields"} out of the chart if ${[...managers].join(" and ")} shall decide, give up the field there, or overwrite it by --force-conflicts in helm-args`;
    },
  },
  {
    pattern: /forceConflicts enabled when serverSideApply disabled/,
    next: () =>
      "leave --force-conflicts out of helm-args: this release was made without server-side apply, and has no conflicts",
  },
  {
    pattern:
      /\b(\w+) "([^"]+)" in namespace "([^"]*)" exists and cannot be imported into the current release: ([\s\S]*)/,
    next: ([, kind = "", name = "", , why = ""]) => {
      const owner = /release-name" must equal "[^"]*": current value is "([^"]+)"/.exec(why)?.[1];
      const elsewhere = /release-namespace" must equal "[^"]*": current value is "([^"]+)"/.exec(why)?.[1];
      if ((owner ?? elsewhere) === undefined) return already(kind, name);
      const release = `${owner ? `release ${owner}` : "the release of this name"}${elsewhere ? ` in namespace ${elsewhere}` : ""}`;
      if (isNamespace(kind)) return `take ${kind} ${name} out of the chart: it is of ${release}`;
      // Its name follows from its group.
      const first =
        kind === "CustomResourceDefinition"
          ? `take ${kind} ${name} out of the chart`
          : `give ${kind} ${name} another name`;
      return `${first}: it is of ${release}; or take it over by ${TAKE_OWNERSHIP}`;
    },
  },
  {
    pattern: /secrets "sh\.helm\.release\.v1\.[^"]+" already exists/,
    next: () => "run it again: somebody else deployed this release at the same time",
  },
  {
    pattern: /(?<!\S)(\S+) "([^"]+)" already exists/,
    next: ([, resource = "", name = ""]) => already(resource, name),
  },
  {
    pattern: /\bJob(?:\.batch)? "([^"]+)" is invalid: [\s\S]*field is immutable/,
    next: ([, name]) =>
      `delete Job ${name} and deploy again; made a hook with helm.sh/hook-delete-policy: before-hook-creation, it is replaced at each deploy`,
  },
  {
    pattern: new RegExp(`${INVALID}([\\s\\S]*?)(?:field is immutable|cannot change roleRef|may not change once set)`),
    next: ([, kind = "", name, before = ""]) => {
      const undo = `undo the change of ${lastField(before)} in the chart or its values`;
      return isReplaceable(kind)
        ? `${undo}, or delete ${kind} ${name} with all it has made, and deploy again`
        : `${undo}: ${kind} ${name} cannot take it`;
    },
  },
  {
    pattern: new RegExp(
      `${INVALID}[^\\s:]+: Forbidden: (?:updates to statefulset spec|spec(?:\\.\\w+)? is immutable|pod updates may not)`,
    ),
    next: ([, kind = "", name]) => {
      if (kind === "StatefulSet") {
        return `undo the change, or run kubectl delete statefulset ${name} --cascade=orphan, by which its pods and volumes stay, and deploy again`;
      }
      return isReplaceable(kind)
        ? `undo the change, or delete ${kind} ${name} and deploy again`
        : `undo the change of ${kind} ${name} in the chart or its values`;
    },
  },
  {
    pattern: /no matches for kind "([^"]+)" in version "([^"]+)"/,
    next: ([, kind, version = ""]) => {
      const [group = "", ...rest] = version.split("/");
      if (rest.length === 0 || BUILT_IN.has(group)) {
        return `correct apiVersion and kind in the template, or take a newer chart: this Kubernetes has no ${kind} of ${version}`;
      }
      return `install the CRDs of ${group} first, mostly by a chart of their own, or turn ${kind} off in the values`;
    },
  },
  {
    pattern:
      /failed to create typed patch object \(\S+?\/(\S+?); [^)]*Kind=(\w+)\): (?:errors:\s*)?(\.\S+): (?:field not declared|expected (\w+))/,
    next: ([, name, kind, field, type]) =>
      type === undefined
        ? `correct ${field} in the template of ${kind} ${name}: that kind has no such field`
        : `write ${field} of ${kind} ${name} as ${withArticle(type)}${type === "string" ? ', in quotes ("8080", or | quote in the template)' : ""}`,
  },
  {
    pattern:
      /in version "[^"]+" cannot be handled as an? (\w+): [\s\S]*?(?:unknown field "([^"]+)"|cannot unmarshal \w+ into Go struct field (?:\w+\.)?(\S+) of type ([\w.[\]]+))/,
    next: ([, kind, unknown, field, type]) =>
      unknown === undefined
        ? `write ${field} of the ${kind} as ${withArticle(type ?? "")}${type === "string" ? ', in quotes ("8080", or | quote in the template)' : ""}`
        : `correct ${unknown} in the template of the ${kind}: that kind has no such field`,
  },
  {
    pattern: /ValidationError\(([\w.]+)\): (?:unknown field "([^"]+)"|missing required field "([^"]+)"|invalid type)/,
    next: ([, path, unknown, missing]) =>
      `correct ${path}${unknown ? `: there is no field ${unknown}` : missing ? `: ${missing} is missing` : ": its value is of another type"}`,
  },
  {
    pattern: /strict decoding error: (?:unknown|duplicate) field "([^"]+)"/,
    next: ([, field]) => `correct ${field} in the template: the kind does not have it, or it is there twice`,
  },
  {
    pattern: new RegExp(`${INVALID}\\[?([^\\s:]+): `),
    next: ([, kind, name, field]) => `correct ${field} of ${kind} ${name} in the chart or its values`,
  },
];

function withArticle(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

/** What to do about an object that is there, and that no release has made. */
function already(sort: string, name: string): string {
  if (isNamespace(sort)) return `take ${sort} ${name} out of the chart: it is there already`;
  const other = isReplaceable(sort) ? "delete it if nothing else needs it" : "take it out of the chart";
  return `take over ${sort} ${name}, which no release has made, by ${TAKE_OWNERSHIP}; or ${other}`;
}

/** Of `[spec.a: Required value, spec.b: Invalid value: {…}: ` the field that what follows is about: `spec.b`. */
function lastField(before: string): string {
  const fields = before.matchAll(/(?:^\[?|, )([a-z]\w*(?:\.[\w-]+|\[[^\]\s]*\])*): (?:Invalid value|Forbidden)/gi);
  return [...fields].at(-1)?.[1] ?? "the field that it names";
}
