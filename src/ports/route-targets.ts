import type { MovedRecord } from "../migration-file/migration.ts";
import type { RouteTarget, TargetProblem } from "../route-target/route-target.ts";

export type RouteTargets = {
  /**
   * Where a record's target is reached for a host: the addresses of the load balancer behind an Ingress, the Gateway of an
   * HTTPRoute, a Service of type LoadBalancer; a host is its own address. Or why it is not reached (yet), such as
   * "Ingress commerce/orders has no address yet". Looks once and does not wait.
   *
   * Fails with `OutsideError` where the cluster cannot be asked, or the login may not read it.
   */
  find(target: MovedRecord["target"], host: string): Promise<RouteTarget | TargetProblem>;
};
