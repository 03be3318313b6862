import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { KubernetesObject, V1Ingress, V1PersistentVolumeClaim, V1Service } from "@kubernetes/client-node";
import { run } from "../../../sandbox/process/run.ts";
import { sandbox } from "../../support/sandbox.ts";
import { type Kubectl, kubectlIn } from "./kubectl.ts";

jest.setTimeout(60_000);

const namespace = `cluster-${randomBytes(3).toString("hex")}`;
const hostOf = (name: string) => `k8s-${namespace}-${name}.us-west-2.elb.amazonaws.test`;
let kubectl: Kubectl;

beforeAll(async () => {
  kubectl = await kubectlIn(namespace);
  await kubectl("create", "namespace", namespace);
});

afterAll(() => kubectl("delete", "namespace", namespace, "--wait=false"));

function object(apiVersion: string, kind: string, rest: object): KubernetesObject {
  return { apiVersion, kind, metadata: { name: "web" }, ...rest };
}

const backend = { service: { name: "web", port: { number: 80 } } };
const paths = [{ path: "/", pathType: "Prefix", backend }];
const balanced = object("v1", "Service", { spec: { type: "LoadBalancer", ports: [{ port: 80 }] } });
const ingress = object("networking.k8s.io/v1", "Ingress", {
  spec: { rules: [{ host: "shop.test", http: { paths } }] },
});

test("services of type LoadBalancer and ingresses get the host name of a load balancer", async () => {
  await kubectl.apply(balanced, ingress);

  const service = await kubectl.until<V1Service>("service/web", ({ status }) => status?.loadBalancer?.ingress);
  const found = await kubectl.until<V1Ingress>("ingress/web", ({ status }) => status?.loadBalancer?.ingress);

  expect(service.status?.loadBalancer?.ingress).toEqual([{ hostname: hostOf("web") }]);
  expect(found.status?.loadBalancer?.ingress).toEqual([{ hostname: hostOf("web") }]);
});

type Condition = { type: string; status: string; observedGeneration?: number };
type Gateway = KubernetesObject & { status: { addresses?: object[]; conditions: Condition[]; listeners?: object[] } };
type Route = KubernetesObject & { status?: { parents?: { parentRef: object; conditions: Condition[] }[] } };

const gateway = "gateway.networking.k8s.io/v1";
const holds = (conditions: Condition[] | undefined, type: string, generation = 1) =>
  conditions?.some((each) => each.type === type && each.status === "True" && each.observedGeneration === generation);

test("gateways are programmed with an address, again after each change, and routes are accepted", async () => {
  const listeners = [{ name: "http", port: 80, protocol: "HTTP" }];
  const gatewayClassName = namespace;
  await kubectl.apply(
    {
      ...object(gateway, "GatewayClass", { spec: { controllerName: "gateway.k8s.aws/alb" } }),
      metadata: { name: namespace },
    },
    object(gateway, "Gateway", { spec: { gatewayClassName, listeners } }),
    object(gateway, "HTTPRoute", {
      spec: { parentRefs: [{ name: "web" }], rules: [{ backendRefs: [{ name: "web", port: 80 }] }] },
    }),
  );

  const found = await kubectl.until<Gateway>("gateway/web", ({ status }) => holds(status.conditions, "Programmed"));
  const route = await kubectl.until<Route>("httproute/web", ({ status }) => status?.parents?.length);
  expect(found.status.addresses).toEqual([{ type: "Hostname", value: hostOf("web") }]);
  expect(route.status?.parents?.[0]?.parentRef).toMatchObject({ name: "web" });
  expect(holds(route.status?.parents?.[0]?.conditions, "Accepted")).toBe(true);

  const more = [...listeners, { name: "more", port: 8080, protocol: "HTTP" }];
  await kubectl.apply(object(gateway, "Gateway", { spec: { gatewayClassName, listeners: more } }));
  const changed = await kubectl.until<Gateway>("gateway/web", ({ status }) =>
    holds(status.conditions, "Programmed", 2),
  );
  expect(changed.status.listeners).toHaveLength(2);
  await kubectl("delete", "gatewayclass", namespace);
});

test("a volume claim without a class is bound, and its volume goes with it", async () => {
  const spec = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } };
  await kubectl.apply(object("v1", "PersistentVolumeClaim", { spec }));

  const claim = await kubectl.until<V1PersistentVolumeClaim>("pvc/web", ({ status }) => status?.phase === "Bound");
  expect(claim.spec?.storageClassName).toBe("gp3");

  await kubectl("delete", "pvc", "web");
  await kubectl("wait", `pv/${claim.spec?.volumeName}`, "--for=delete");
});

test("RBAC refuses what no role allows, and nobody gets in without a token", async () => {
  const { clusters, tools } = await sandbox();
  const { server = "", caFile = "" } = clusters.shop ?? {};
  await kubectl("create", "serviceaccount", "reader");
  const token = (await kubectl("create", "token", "reader")).trim();
  const asReader = (...args: string[]) =>
    run(
      tools.kubectl,
      ["--server", server, "--certificate-authority", caFile, "--token", token, ...args, "--namespace", namespace],
      {
        env: { KUBECONFIG: "/dev/null" },
      },
    );

  await expect(asReader("get", "pods")).rejects.toThrow(
    `"system:serviceaccount:${namespace}:reader" cannot list resource "pods"`,
  );
  await kubectl("create", "rolebinding", "reader", "--clusterrole=view", `--serviceaccount=${namespace}:reader`);
  await kubectl.until<KubernetesObject>("rolebinding/reader", () => true);
  expect(await asReader("get", "pods", "--output=name")).toBe("");
  await expect(asReader("delete", "pod", "web")).rejects.toThrow("forbidden");
  await expect(asReader("get", "pods", "--token", "guessed")).rejects.toThrow("Unauthorized");
});

test("both Helms and kubectl are the versions that they should be", async () => {
  const { tools } = await sandbox();
  const helm = ["version", "--template", "{{.Version}}"];

  expect(await run(tools.helm3, helm)).toMatch(/^v3\./);
  expect(await run(tools.helm4, helm)).toMatch(/^v4\./);
  expect(JSON.parse(await kubectl("version", "--output=json"))).toMatchObject({
    clientVersion: { major: "1" },
    serverVersion: { gitVersion: expect.stringMatching(/^v1\.(3[5-9]|[4-9]\d)\.\d+$/) },
  });
});
