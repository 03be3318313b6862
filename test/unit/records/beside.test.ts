import { describe, expect, test } from "@jest/globals";
import { findMoved } from "../../../src/records/find-sets.ts";
import { A, AAAA, type Case, HERITAGE, NAME, record, txt } from "./file-record.ts";
import { alias, plain, zone } from "./zones.ts";

describe("warns of", () => {
  test.each<Case>([
    ["nothing", {}, [zone("example.com", [A, AAAA, txt(NAME, '"v=spf1"'), txt("b.example.com", "x")])], []],
    [
      "the other type",
      { type: "A" },
      [zone("example.com", [A, AAAA])],
      [
        `${NAME}: its AAAA record does not move with this one: unless this file has that too, clients that ask for it stay on the old side`,
      ],
    ],
    [
      "records with hints",
      {},
      [zone("example.com", [A, plain(`${NAME} HTTPS 300 1`), plain(`${NAME} SVCB 300 1`)])],
      ["HTTPS", "SVCB"].map(
        (type) =>
          `${NAME} has an ${type} record too, which stays as it is: see that it names nothing of the old side, such as addresses in ipv4hint`,
      ),
    ],
    [
      "the nearest CAA record",
      {},
      [zone("example.com", [A, plain("example.com CAA 300 0"), plain("com CAA 300 0")])],
      [
        `${NAME}: the CAA record of example.com says who may issue certificates: see that the new side's issuer is in it`,
      ],
    ],
    [
      "a health check",
      {},
      [
        zone("example.com", [
          { ...A, healthCheckId: "hc-1" },
          { ...AAAA, healthCheckId: "hc-1" },
        ]),
      ],
      [`${NAME}: its health check hc-1 stays as it is: see that it does not check the old side`],
    ],
    [
      "an alias of a record",
      {},
      [zone("example.com", [alias(`${NAME} A`, { zone: "Z1", name: "web.example.com" })])],
      [`${NAME} is an alias of the record web.example.com: ${NAME} alone is switched, and no longer follows it`],
    ],
    [
      "zones that answer for it too",
      { zone: "Z1" },
      [
        zone("example.com", [A]),
        zone("example.com", [A], { id: "Z2", isPrivate: true }),
        zone("example.com", [alias("*.example.com A")], { id: "Z3", isPrivate: true }),
        zone("example.com", [], { id: "Z4", isPrivate: true }),
      ],
      [
        `${NAME}: zone Z2 (private, example.com) has a record of that name too, which does not move with this one`,
        `${NAME}: zone Z3 (private, example.com) answers for that name too, by *.example.com, which does not move with this one`,
      ],
    ],
    [
      "what a wildcard switches",
      { name: "*.example.com" },
      [
        zone("example.com", [
          alias("*.example.com A"),
          A,
          txt("b.c.example.com", "x"),
          plain("example.com A 60 192.0.2.1"),
        ]),
        zone(
          "example.org",
          [
            plain("shop.example.org CNAME 60 Shop.example.com."),
            plain("known.example.org CNAME 60 orders.example.com"),
            plain("below.example.org CNAME 60 x.c.example.com"),
          ],
          { id: "Z2" },
        ),
      ],
      [
        "*.example.com switches every name below example.com that has no record of its own, of which are known: shop.example.com (shop.example.org leads there)",
        "*.example.com: b.c.example.com and orders.example.com have records of their own and stay as they are",
      ],
    ],
    [
      "a wildcard of which nothing is known",
      { name: "*.example.com" },
      [zone("example.com", [alias("*.example.com A")])],
      ["*.example.com switches every name below example.com that has no record of its own"],
    ],
    [
      "external-dns that may keep a zone's own name",
      { name: "example.com" },
      [zone("example.com", [alias("example.com A"), txt("a-x.example.com", HERITAGE)])],
      [
        "example.com: external-dns has a-x.example.com for a record that could not be found: see that it is not this one",
      ],
    ],
    [
      "external-dns that may keep it under a suffix of the user's own",
      {},
      [zone("example.com", [A, txt("a-orders-mine.example.com", HERITAGE), txt("a-other-mine.example.com", HERITAGE)])],
      [
        `${NAME}: external-dns has a-orders-mine.example.com for a record that could not be found: see that it is not this one`,
      ],
    ],
    [
      "external-dns with the owner that all have",
      {},
      [
        zone("example.com", [
          A,
          alias("b.example.com A"),
          txt("b.example.com", HERITAGE.replace("owner=shop", "owner=default")),
        ]),
      ],
      [
        'zone Z1 (public, example.com) has records of an external-dns with the owner "default": one in the new cluster must have another --txt-owner-id, or each takes the other\'s records for its own',
      ],
    ],
    [
      "external-dns that may have encrypted its text",
      {},
      [zone("example.com", [A, txt(`a-${NAME}`, '"Zm9v"')])],
      [
        `${NAME}: the TXT record a-${NAME} is named as external-dns names its own, and cannot be read: see that no external-dns keeps ${NAME}`,
      ],
    ],
  ])("%s", (_, more, zones, warnings) => {
    const result = findMoved(record(more), zones);
    expect(result.problems).toEqual([]);
    expect(result.warnings).toEqual(warnings);
  });
});
