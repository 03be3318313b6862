import type { IncomingMessage } from "node:http";

/** A call that a run makes to the outside. */
export type Call = {
  /** As AWS names it in its signatures (`route53`, `ecs`, `elasticloadbalancing`), or `kubernetes`. */
  service: string;
  /** `ChangeResourceRecordSets`, or of Kubernetes the verb: get, list, watch, create, update, patch, delete. */
  operation: string;
  /** What it is about, as far as the request tells: a path, a name or an ARN. */
  resource: string;
  /** Whether it can change something. A dry run cannot. */
  write: boolean;
  /** `Helm/4.1.4`, `kubectl/…`; empty where there is none. */
  userAgent: string;
};

/** A request with its path and query taken apart. */
export type Requested = Pick<IncomingMessage, "method" | "headers"> & {
  path: string;
  query: URLSearchParams;
  body: string;
};
