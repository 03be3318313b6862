import { type MoveScene, type MoveWishes, newMoveScene } from "./move-scene.ts";
import { type MovingRecord, newBalancedService, newMovingRecord, type RecordWishes } from "./moving-record.ts";
import { sandbox } from "./sandbox.ts";
import { tempFolder } from "./temp-folder.ts";

export type DnsScene = MoveScene & Omit<MovingRecord, "keys" | "orders">;

/** Keys are of `dns` in the environment. */
type DnsWishes = Omit<MoveWishes, "keys"> & RecordWishes & { dnsKeys?: object };

/**
 * The service "orders" with a record that leads to an old load balancer, and a new one behind a Service of the cluster. Name servers answer
 * from the zone.
 */
export async function newDnsScene({ dnsKeys, ...wishes }: DnsWishes): Promise<DnsScene> {
  const running = await sandbox();
  const { keys, orders, ...record } = await newMovingRecord({ ...running, temp: await tempFolder() }, wishes);
  const scene = await newMoveScene({
    ...wishes,
    keys: { dns: { ...keys.dns, ...dnsKeys } },
    orders: { ...orders, ...wishes.orders },
  });
  const { cluster, namespace } = scene;
  await cluster.kubectl("create", "namespace", namespace);
  const at = { hostname: record.balancers.new.dnsName };
  await newBalancedService({ cluster, namespace }, { name: "public", port: record.traffic.port, at });
  return { ...scene, ...record };
}
