import { describe, expect, test } from "@jest/globals";
import type { Facts } from "../../../src/inventory/facts.ts";
import { shareOut } from "../../../src/inventory/records/share-out.ts";
import { sharedLoadBalancers } from "../../../src/inventory/records/shared-load-balancers.ts";
import { facts, loadBalancer, rule, service, targetGroup, zone } from "./facts.ts";

const at = (name: string) => `@${name}-123.us-west-1.elb.amazonaws.com`;

/** Services, and what is shared out to them: `service: name < follower` each. */
function shared(given: Partial<Facts>) {
  const out = shareOut(facts(given));
  return {
    own: [...out.byService].flatMap(([key, names]) =>
      names.map(({ name, followers }) =>
        [key.split("/")[1], name.name, ...followers.map((each) => each.name)].join(" "),
      ),
    ),
    ambiguous: out.ambiguous.map(({ name, services }) =>
      [name.name, ...services.map((key) => key.split("/")[1])].join(" "),
    ),
    unserved: out.unserved.map(({ name }) => name),
  };
}

describe("with a load balancer for each service", () => {
  const own = {
    services: [service("orders"), service("carts")],
    targetGroups: [targetGroup("orders"), targetGroup("carts")],
    loadBalancers: [loadBalancer("orders"), loadBalancer("carts"), loadBalancer("foreign")],
  };

  test("each has its names, of a chain the one that has the load balancer as its value", () => {
    const zones = [
      zone("x.test", [
        `lb.x.test A ${at("orders")}`,
        "orders.x.test CNAME lb.x.test",
        "buy.x.test CNAME orders.x.test",
        `carts.x.test A ${at("carts")}`,
        `f.x.test A ${at("foreign")}`,
      ]),
    ];
    expect(shared({ ...own, zones })).toEqual({
      own: ["carts carts.x.test", "orders lb.x.test buy.x.test orders.x.test"],
      ambiguous: [],
      unserved: [],
    });
  });

  test("a name over two services belongs to none, and what leads to it neither", () => {
    const zones = [
      zone("x.test", [
        [`a.x.test A ${at("orders")}`, { member: "1" }],
        [`a.x.test A ${at("carts")}`, { member: "2" }],
      ]),
    ];
    expect(shared({ ...own, zones })).toEqual({ own: [], ambiguous: ["a.x.test carts orders"], unserved: [] });
  });

  test("a follower that also ends at the load balancer by itself is switched itself", () => {
    const zones = [
      zone("x.test", [
        `lb.x.test A ${at("orders")}`,
        ["z.x.test A @lb.x.test", { member: "1" }],
        [`z.x.test A ${at("orders")}`, { member: "2" }],
      ]),
    ];
    expect(shared({ ...own, zones }).own).toEqual(["orders lb.x.test z.x.test", "orders z.x.test"]);
  });
});

describe("with one load balancer for all", () => {
  const one = {
    services: [service("orders"), service("carts"), service("web")],
    targetGroups: ["orders", "carts", "web"].map((name) => targetGroup(name, ["all"])),
    loadBalancers: [loadBalancer("all")],
  };
  const byHost = [
    rule(1, { hosts: ["orders.x.test"], targetGroups: ["orders"] }),
    rule(2, { hosts: ["carts.x.test"], targetGroups: ["carts"] }),
    rule(3, { hosts: ["*.x.test"], paths: ["/old/*"], takesPart: true, targetGroups: ["elsewhere"] }),
  ];
  const direct = [
    zone("x.test", [`orders.x.test A ${at("all")}`, `carts.x.test A ${at("all")}`, `www.x.test A ${at("all")}`]),
  ];

  test("the host rules tell whose a name is", () => {
    const listenerRules = new Map([["all", [...byHost, rule(Infinity, { targetGroups: ["web"] })]]]);
    expect(shared({ ...one, zones: direct, listenerRules })).toEqual({
      own: ["carts carts.x.test", "orders orders.x.test", "web www.x.test"],
      ambiguous: [],
      unserved: [],
    });
  });

  test("a name that no service answers is told apart", () => {
    const listenerRules = new Map([["all", [...byHost, rule(Infinity, {})]]]);
    expect(shared({ ...one, zones: direct, listenerRules })).toMatchObject({ unserved: ["www.x.test"] });
  });

  test("a name that leads there for several is left, and those that lead to it are switched", () => {
    const listenerRules = new Map([["all", [...byHost, rule(Infinity, {})]]]);
    const zones = [
      zone("x.test", [
        `ecs.x.test A ${at("all")}`,
        "orders.x.test CNAME ecs.x.test",
        "carts.x.test CNAME ecs.x.test",
        "b.x.test CNAME carts.x.test",
      ]),
    ];
    expect(shared({ ...one, zones, listenerRules })).toEqual({
      own: ["carts carts.x.test b.x.test", "orders orders.x.test"],
      ambiguous: [],
      unserved: [],
    });
  });

  test("by path a name belongs to several", () => {
    const listenerRules = new Map([
      [
        "all",
        [
          rule(1, { paths: ["/cart"], takesPart: true, targetGroups: ["carts"] }),
          rule(Infinity, { targetGroups: ["web"] }),
        ],
      ],
    ]);
    expect(shared({ ...one, zones: direct, listenerRules }).ambiguous).toEqual([
      "carts.x.test carts web",
      "orders.x.test carts web",
      "www.x.test carts web",
    ]);
  });

  test("without its rules every name may be everyone's", () => {
    expect(shared({ ...one, zones: direct }).ambiguous).toHaveLength(3);
  });

  test("another target group for the same requests, as CodeDeploy has, changes nothing", () => {
    const listenerRules = new Map([
      [
        "all",
        [
          rule(1, { hosts: ["orders.x.test"], targetGroups: ["green", "orders"] }),
          rule(Infinity, { targetGroups: ["web"] }),
        ],
      ],
    ]);
    expect(shared({ ...one, zones: direct, listenerRules }).own).toContain("orders orders.x.test");
  });
});

test.each<[string, Parameters<typeof sharedLoadBalancers>, string[]]>([
  ["of one service", [[service("a")], [targetGroup("a")]], []],
  [
    "of one service with two target groups",
    [[service("a", ["a", "b"])], [targetGroup("a", ["x"]), targetGroup("b", ["x"])]],
    [],
  ],
  [
    "of two services",
    [
      [service("a"), service("b")],
      [targetGroup("a", ["x"]), targetGroup("b", ["x"])],
    ],
    ["x"],
  ],
  ["of a service and something else", [[service("a")], [targetGroup("a", ["x"]), targetGroup("b", ["x"])]], ["x"]],
  ["of no service", [[service("a")], [targetGroup("b", ["x"]), targetGroup("c", ["x"])]], []],
])("the rules of a load balancer %s are needed: %j", (_, given, expected) => {
  expect(sharedLoadBalancers(...given)).toEqual(expected);
});
