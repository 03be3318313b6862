import { beforeAll, describe, expect, test } from "@jest/globals";
import type { TargetObject } from "../../../src/route-target/route-target.ts";
import { type ClusterPlace, clusterPlace } from "./cluster-place.ts";
import { memoryPlace } from "./memory-place.ts";
import type { Place, ShownRoute } from "./place.ts";

const HOST = "orders.example.com";

let real: ClusterPlace;
const memory = memoryPlace();
beforeAll(async () => {
  real = await clusterPlace();
});

const places: [string, () => Place][] = [
  ["in memory", () => memory],
  ["in a cluster", () => real],
];

let objects = 0;
const newName = () => `orders-${++objects}`;

describe.each(places)("targets %s", (_, placeOf) => {
  const ask = async (kind: TargetObject["kind"], name: string, host = HOST) => {
    const { targets, namespace } = placeOf();
    return targets.find({ kind, name, namespace }, host);
  };

  test("a host is its own address", async () => {
    const found = { addresses: ["lb.example.com"], listeners: undefined, fit: undefined, tlsHosts: [] };
    expect(await placeOf().targets.find({ kind: "host", name: "lb.example.com" }, HOST)).toEqual(found);
  });

  test("an Ingress has the host by its name, by a wildcard, or because it has each", async () => {
    const ways = [
      [[HOST, "other.example.com"], "exact"],
      [["*.example.com"], "wildcard"],
      [["*.example.com", HOST], "exact"],
      [[], "any"],
    ] as const;
    const check = async ([hosts, fit]: (typeof ways)[number]) => {
      const name = newName();
      await placeOf().putIngress({ name, hosts: [...hosts], tlsHosts: [...hosts] });
      const addresses = [placeOf().addressOf(name)];
      expect(await ask("ingress", name)).toEqual({ addresses, listeners: undefined, fit, tlsHosts: hosts });
    };
    await Promise.all(ways.map(check));
  });

  test("an Ingress says where its load balancer listens", async () => {
    const name = newName();
    await placeOf().putIngress({ name, hosts: [HOST], listenPorts: '[{"HTTP": 8080}, {"HTTPS": 443}]' });
    expect(await ask("ingress", name)).toMatchObject({
      listeners: [
        { scheme: "http", port: 8080 },
        { scheme: "https", port: 443 },
      ],
    });
  });

  test("an Ingress without a rule for the host, or without an address", async () => {
    const [other, early] = [newName(), newName()];
    await Promise.all([
      placeOf().putIngress({ name: other, hosts: ["*.orders.example.com", "shop.example.com"] }),
      placeOf().putIngress({ name: early, hosts: [HOST], hasAddress: false }),
    ]);
    const { namespace } = placeOf();
    expect(await ask("ingress", other)).toEqual({
      kind: "unfit",
      problem: `Ingress ${namespace}/${other} has no rule for host ${HOST}; it has: *.orders.example.com, shop.example.com`,
    });
    expect(await ask("ingress", other, "a.b.orders.example.com")).toMatchObject({ kind: "unfit" });
    expect(await ask("ingress", early)).toEqual({
      kind: "not-ready",
      problem: `Ingress ${namespace}/${early} has no address yet`,
    });
  });

  test("a Service of type LoadBalancer, and others", async () => {
    const [name, inner, early] = [newName(), newName(), newName()];
    const ports = [
      { port: 80, name: "http" },
      { port: 8443, name: "secure" },
    ];
    await Promise.all([
      placeOf().putService({ name, type: "LoadBalancer", ports }),
      placeOf().putService({ name: inner, type: "ClusterIP", ports }),
      placeOf().putService({ name: early, type: "LoadBalancer", ports, hasAddress: false }),
    ]);
    expect(await ask("service", name)).toEqual({
      addresses: [placeOf().addressOf(name)],
      listeners: [
        { port: 80, scheme: "http" },
        { port: 8443, scheme: undefined },
      ],
      fit: undefined,
      tlsHosts: [],
    });
    const { namespace } = placeOf();
    expect(await ask("service", inner)).toEqual({
      kind: "unfit",
      problem: `Service ${namespace}/${inner} is of type ClusterIP: only one of type LoadBalancer has an address outside`,
    });
    expect(await ask("service", early)).toMatchObject({ problem: `Service ${namespace}/${early} has no address yet` });
  });

  describe("an HTTPRoute", () => {
    const [http, https] = [
      { name: "http", port: 80, protocol: "HTTP" },
      { name: "https", port: 443, protocol: "HTTPS" },
    ];
    const routeOn = async (gateways: string[], change: Partial<ShownRoute> = {}) => {
      const name = newName();
      const parents = gateways.map((gateway) => ({ gateway }));
      await placeOf().putRoute({ name, hostnames: [HOST], parents, ...change });
      return name;
    };

    test("is at the address of its Gateway, by its own host names or by those of the listeners", async () => {
      const ways = [
        [[HOST], undefined, "exact"],
        [["*.example.com"], undefined, "wildcard"],
        [[], HOST, "exact"],
        [[], "*.com", "wildcard"],
        [[], undefined, "any"],
      ] as const;
      const check = async ([hostnames, hostname, fit]: (typeof ways)[number]) => {
        const gateway = newName();
        const named = hostname === undefined ? {} : { hostname };
        const elsewhere = { ...https, name: "else", hostname: "a.net" };
        const listeners = [{ ...http, ...named }, { ...https, ...named }, elsewhere];
        await placeOf().putGateway({ name: gateway, listeners });
        const name = await routeOn([gateway], { hostnames: [...hostnames] });
        expect(await ask("http-route", name)).toEqual({
          addresses: [placeOf().addressOf(gateway)],
          listeners: [
            { port: 80, scheme: "http" },
            { port: 443, scheme: "https" },
          ],
          fit,
          tlsHosts: [],
        });
      };
      await Promise.all(ways.map(check));
    });

    test("has the ports of the listeners that it is attached to", async () => {
      const gateway = newName();
      await placeOf().putGateway({ name: gateway, listeners: [http, { ...http, name: "more", port: 8080 }] });
      const [more, both] = await Promise.all([
        routeOn([], { parents: [{ gateway, sectionName: "more" }] }),
        routeOn([], { parents: ["http", "more"].map((sectionName) => ({ gateway, sectionName })) }),
      ]);
      expect(await ask("http-route", more)).toMatchObject({ listeners: [{ port: 8080, scheme: "http" }] });
      expect(await ask("http-route", both)).toMatchObject({
        addresses: [placeOf().addressOf(gateway)],
        listeners: [{ port: 80 }, { port: 8080 }],
      });
    });

    test("of which only one Gateway takes the host is at that one, else it is not clear", async () => {
      const [one, two, other] = [newName(), newName(), newName()];
      await Promise.all([
        ...[one, two].map((name) => placeOf().putGateway({ name, listeners: [http] })),
        placeOf().putGateway({ name: other, listeners: [{ ...http, hostname: "*.example.net" }] }),
      ]);
      const [clear, unclear] = await Promise.all([
        routeOn([other, two], { hostnames: [HOST, "orders.example.net"] }),
        routeOn([one, two]),
      ]);
      expect(await ask("http-route", clear)).toMatchObject({ addresses: [placeOf().addressOf(two)] });
      const { namespace } = placeOf();
      expect(await ask("http-route", unclear)).toEqual({
        kind: "unfit",
        problem: `HTTPRoute ${namespace}/${unclear} is served for ${HOST} by Gateway ${namespace}/${one} and Gateway ${namespace}/${two}: name the address of the right one, as in target: { kind: host, name: ${placeOf().addressOf(one)} }`,
      });
    });

    test("that does not take the host, is not accepted, or leads nowhere", async () => {
      const [gateway, early, narrow] = [newName(), newName(), newName()];
      await Promise.all([
        placeOf().putGateway({ name: gateway, listeners: [http] }),
        placeOf().putGateway({ name: early, listeners: [http], hasAddress: false }),
        placeOf().putGateway({ name: narrow, listeners: [{ ...http, hostname: "*.example.net" }] }),
      ]);
      const refusal = { reason: "NotAllowedByListeners", message: "no listener allows this namespace" };
      const unresolved = { reason: "BackendNotFound", message: "there is no Service x" };
      const ways: [Promise<string>, string, string][] = [
        [
          routeOn([gateway], { hostnames: ["a.example.com"] }),
          ...(["unfit", `HTTPRoute r has no host name for ${HOST}; it has: a.example.com`] as const),
        ],
        [
          routeOn([narrow], { hostnames: [] }),
          "unfit",
          `Gateway ${narrow} has no HTTP or HTTPS listener for host ${HOST}; it has: http (HTTP 80 *.example.net)`,
        ],
        [
          routeOn([gateway], { against: { type: "Accepted", ...refusal } }),
          "not-ready",
          `HTTPRoute r is not accepted by Gateway ${gateway}: NotAllowedByListeners: no listener allows this namespace`,
        ],
        [
          routeOn([gateway], { against: { type: "ResolvedRefs", ...unresolved } }),
          "not-ready",
          `HTTPRoute r cannot lead to what it names, says Gateway ${gateway}: BackendNotFound: there is no Service x`,
        ],
        [routeOn([early]), "not-ready", `Gateway ${early} has no address yet`],
        [routeOn([`${gateway}-not`]), "missing", `HTTPRoute r names Gateway ${gateway}-not, which is not there`],
        [routeOn([]), "unfit", "HTTPRoute r names no Gateway as its parent"],
      ];
      const found = await Promise.all(
        ways.map(async ([made]) => {
          const name = await made;
          const each = await ask("http-route", name);
          if (!("problem" in each)) return each;
          const problem = each.problem.replaceAll(`${placeOf().namespace}/`, "").replace(name, "r");
          return [each.kind, problem];
        }),
      );
      expect(found).toEqual(ways.map(([, kind, problem]) => [kind, problem]));
    });
  });

  test.each(["ingress", "service", "http-route"] as const)("that is not there: %s", async (kind) => {
    placeOf().lack(kind, "absent");
    const found = await ask(kind, "absent");
    expect(found).toMatchObject({ kind: "missing", problem: expect.stringMatching(/\/absent is not there/) });
  });
});

test("a wrong name is told what it may mean, where the login may list", async () => {
  const { namespace } = real;
  await real.putIngress({ name: "checkout", hosts: [HOST] });
  const target = { kind: "ingress", name: "chekout", namespace } as const;
  const missing = `Ingress ${namespace}/chekout is not there`;
  expect(await real.targets.find(target, HOST)).toEqual({
    kind: "missing",
    problem: `${missing}; did you mean checkout?`,
  });
  const reader = await real.openBy(["get ingresses.networking.k8s.io"]);
  expect(await reader.find(target, HOST)).toEqual({ kind: "missing", problem: missing });
  expect(await reader.find({ ...target, name: "checkout" }, HOST)).toMatchObject({ fit: "exact" });
});

test("a login that may not read it fails with what to allow", async () => {
  const { namespace } = real;
  const stranger = await real.openBy([]);
  const error = await stranger.find({ kind: "ingress", name: "x", namespace }, HOST).catch(String);
  expect(error).toMatch(
    /^OutsideError: Kubernetes API: read Ingress \S+\/x failed: ingresses\.networking\.k8s\.io "x" is forbidden/,
  );
  expect(error).toContain("Next: ");

  await real.putGateway({ name: "hidden", listeners: [{ name: "http", port: 80, protocol: "HTTP" }] });
  await real.putRoute({ name: "shown", hostnames: [HOST], parents: [{ gateway: "hidden" }] });
  const reader = await real.openBy(["get httproutes.gateway.networking.k8s.io"]);
  await expect(reader.find({ kind: "http-route", name: "shown", namespace }, HOST)).rejects.toThrow(
    `Kubernetes API: read Gateway ${namespace}/hidden failed`,
  );
});

test("one that is being deleted counts as missing", async () => {
  const { namespace, cluster } = real;
  await real.putIngress({ name: "leaving", hosts: [HOST] });
  const on = ["ingress/leaving", "--namespace", namespace];
  const held = (finalizers: string[]) =>
    cluster.kubectl("patch", ...on, "--type=merge", "--patch", JSON.stringify({ metadata: { finalizers } }));
  await held(["k8s-migrate.dev/test"]);
  await cluster.kubectl("delete", ...on, "--wait=false");
  expect(await real.targets.find({ kind: "ingress", name: "leaving", namespace }, HOST)).toEqual({
    kind: "missing",
    problem: `Ingress ${namespace}/leaving is being deleted`,
  });
  await held([]);
});

test("the fake answers only what a test has set up", async () => {
  const find = memory.targets.find({ kind: "ingress", namespace: "commerce", name: "never-put" }, HOST);
  await expect(find).rejects.toThrow("the test has put no Ingress commerce/never-put");
});
