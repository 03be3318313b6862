import type { Call, Requested } from "./call.ts";

const VERBS: Record<string, string> = { POST: "create", PUT: "update", PATCH: "patch", DELETE: "delete" };

/** A request to an API server as a call: verbs as RBAC has them, the path as resource. */
export function kubernetesCall({ method = "GET", headers, path, query }: Requested): Call {
  const isQuestion = /^\/apis\/(authorization|authentication)\.k8s\.io\/.*reviews$/.test(path);
  return {
    service: "kubernetes",
    operation: VERBS[method] ?? readingVerb(path, query),
    resource: path,
    write: method in VERBS && !query.has("dryRun") && !isQuestion,
    userAgent: headers["user-agent"] ?? "",
  };
}

function readingVerb(path: string, query: URLSearchParams): string {
  if (query.get("watch") === "true" || query.get("watch") === "1") return "watch";
  // /api/v1/[namespaces/<namespace>/]<resource>[/<name>[/<subresource>]], and the same below /apis/<group>/<version>
  const rest = path
    .replace(/^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)\//, "")
    .replace(/^namespaces\/[^/]+\/(?!status|finalize)/, "");
  return rest === path || rest.includes("/") ? "get" : "list";
}
