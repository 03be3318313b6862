import { describe, expect, test } from "@jest/globals";
import { namespaceNameProblem, releaseNameProblem } from "../../../src/release/release-name.ts";

describe("release names", () => {
  test.each(["orders", "a", "orders-v2", "orders.api", "1st", "a".repeat(53)])("%s is one", (name) => {
    expect(releaseNameProblem(name)).toBeUndefined();
  });

  test.each([
    ["Orders", '"orders"'],
    ["orders_api", '"orders-api"'],
    ["-orders", '"orders"'],
    ["feature/login", '"feature-login"'],
    ["Ünï", '"n"'],
    ["___", '"orders"'],
  ])("%s is not, and the message offers %s", (name, offered) => {
    expect(releaseNameProblem(name)).toContain(offered);
  });

  test("the limit is named", () => {
    expect(releaseNameProblem("a".repeat(54))).toContain("54 characters, Helm allows 53");
  });
});

describe("namespace names", () => {
  test("may not hold dots, unlike release names", () => {
    expect(namespaceNameProblem("commerce")).toBeUndefined();
    expect(namespaceNameProblem("shop.commerce")).toContain('"shop-commerce"');
  });

  test("the limit is named", () => {
    expect(namespaceNameProblem("n".repeat(63))).toBeUndefined();
    expect(namespaceNameProblem("n".repeat(64))).toContain("Kubernetes allows 63");
  });
});
