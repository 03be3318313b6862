import type { Admin } from "../../sandbox/example/admin.ts";

/** The service orders: as it was asked for, or as the cluster has it. */
export type Orders = {
  revision: number;
  status: string;
  image: string;
  /** Pods of this image that are ready. */
  ready: number;
  /** The Secret's value, as text. */
  password: string;
  /** The namespace's label `team`. */
  team: string;
};

type Revision = { revision: number; status: string };
type Deployment = {
  spec: { template: { spec: { containers: { image: string }[] } } };
  status: { readyReplicas?: number; updatedReplicas?: number };
};

/**
 * Reads the release orders back from the cluster, by Helm and kubectl.
 *
 * @throws what they say when it is not there
 */
export async function readOrders({ kubectl, helm }: Admin, namespace: string): Promise<Orders> {
  const own = ["--namespace", namespace, "--output", "json"];
  const history = JSON.parse(await helm("history", "orders", ...own)) as Revision[];
  const last = history.at(-1);
  const deployment = JSON.parse(await kubectl("get", "deployment", "orders", ...own)) as Deployment;
  const secret = JSON.parse(await kubectl("get", "secret", "orders", ...own)) as { data?: Record<string, string> };
  const { metadata } = JSON.parse(await kubectl("get", "namespace", namespace, "--output", "json")) as {
    metadata: { labels?: Record<string, string> };
  };
  const { readyReplicas = 0, updatedReplicas = 0 } = deployment.status;
  return {
    revision: last?.revision ?? 0,
    status: last?.status ?? "",
    image: deployment.spec.template.spec.containers[0]?.image ?? "",
    ready: Math.min(readyReplicas, updatedReplicas),
    password: Buffer.from(secret.data?.DATABASE_PASSWORD ?? "", "base64").toString(),
    team: metadata.labels?.team ?? "",
  };
}

/** What is not as it was asked for, a line each; the secret's value is not told. */
export function differences(wanted: Orders, found: Orders): string[] {
  const names = Object.keys(wanted) as (keyof Orders)[];
  return names
    .filter((name) => wanted[name] !== found[name])
    .map((name) =>
      name === "password"
        ? "the Secret does not hold the password"
        : `${name} is ${found[name]}, asked for was ${wanted[name]}`,
    );
}
