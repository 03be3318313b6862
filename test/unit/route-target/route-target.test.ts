import { expect, test } from "@jest/globals";
import { routeTargetOf } from "../../../src/route-target/find-target.ts";
import type { HttpRouteFacts, RouteParent } from "../../../src/route-target/route-facts.ts";
import { type Listener, portFor } from "../../../src/route-target/route-target.ts";

const [http, https] = [80, 443].map((port): Listener => ({ port, scheme: port === 443 ? "https" : "http" }));
const plain = (port: number): Listener => ({ port, scheme: undefined });

test.each<[string, (Listener | undefined)[] | undefined, number | string]>([
  ["nothing is known", undefined, 443],
  ["it is said", [http, https], 443],
  ["it is another one than usual", [http, { port: 8443, scheme: "https" }], 8443],
  ["the usual one is among several", [https, { port: 8443, scheme: "https" }], 443],
  ["the scheme is not said", [plain(80), plain(443)], 443],
  ["there is only one, of no scheme", [plain(9000)], 9000],
  ["there is none of the scheme", [http], "lb.example.net has no port for https; it has http 80"],
  ["there is none at all", [], "lb.example.net has no port for https; it has none"],
  ["several could be meant", [plain(8080), plain(9000)], "lb.example.net has no port for https; it has 8080, 9000"],
  [
    "there are several of the scheme",
    [8443, 9443].map((port) => ({ port, scheme: "https" })),
    "lb.example.net has more than one port for https: https 8443, https 9443",
  ],
])("the port for https where %s", (_where, given, expected) => {
  const listeners = given?.filter((each) => each !== undefined);
  const target = { addresses: ["lb.example.net"], listeners, fit: undefined, tlsHosts: [] };
  const found = portFor(target, "https");
  expect(typeof found === "number" ? found : found.problem).toBe(expected);
});

const accepted = { type: "Accepted", isTrue: true, reason: "Accepted", message: "" };
const parent = (change: Partial<RouteParent> = {}, gateway: Partial<RouteParent["gateway"]> = {}): RouteParent => ({
  gateway: {
    namespace: "infra",
    name: "public",
    exists: true,
    addresses: ["203.0.113.7"],
    listeners: [{ name: "http", port: 80, protocol: "HTTP", hostname: "" }],
    ...gateway,
  },
  conditions: [accepted],
  ...change,
});
const route = (...parents: RouteParent[]): { kind: "http-route" } & HttpRouteFacts => ({
  kind: "http-route",
  namespace: "commerce",
  name: "orders",
  hostnames: ["orders.example.com"],
  parents,
});

test.each<[string, RouteParent, string]>([
  [
    "that its Gateway has not looked at",
    parent({ conditions: undefined }),
    "HTTPRoute commerce/orders is not accepted by Gateway infra/public yet",
  ],
  [
    "of which only the state before was accepted",
    parent({ conditions: [] }),
    "HTTPRoute commerce/orders is not accepted by Gateway infra/public yet",
  ],
  [
    "that names a part which its Gateway does not have",
    parent({ sectionName: "web", port: 8080 }),
    "Gateway infra/public has no HTTP or HTTPS listener named web at port 8080 for host orders.example.com; it has: http (HTTP 80 any host)",
  ],
  [
    "at a listener for another protocol",
    parent({}, { listeners: [{ name: "tls", port: 443, protocol: "TLS", hostname: "*.example.com" }] }),
    "Gateway infra/public has no HTTP or HTTPS listener for host orders.example.com; it has: tls (TLS 443 *.example.com)",
  ],
])("an HTTPRoute %s", (_which, given, problem) => {
  expect(routeTargetOf(route(given), "orders.example.com")).toMatchObject({ problem });
});

test("a Gateway that is not ready yet hides no other one", () => {
  const early = parent({ conditions: undefined }, { name: "internal", addresses: [] });
  expect(routeTargetOf(route(parent(), early), "orders.example.com")).toMatchObject({
    kind: "unfit",
    problem: expect.stringContaining("by Gateway infra/public and Gateway infra/internal: name the address"),
  });
});
