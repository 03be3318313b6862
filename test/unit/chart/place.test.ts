import { describe, expect, test } from "@jest/globals";
import { placeOfText, templateInMessage, templateOf } from "../../../src/chart/place.ts";

test("a text is found in the first file that has it, comments aside", () => {
  const files = [
    { path: "values/orders.yaml", content: "# image: shop/orders:2\nport: 80\nimage: shop/orders:2\n" },
    { path: "values/all.yaml", content: "image: shop/orders:2" },
  ];
  expect(placeOfText(files, "shop/orders:2")).toEqual({ file: "values/orders.yaml", line: 3 });
  expect(placeOfText(files, "shop/orders:3")).toBeUndefined();
  expect(placeOfText(files, "")).toBeUndefined();
});

test("an object's template is the one that Helm names above it", () => {
  const manifest = `---
# Source: service/templates/service.yaml
kind: Service
metadata:
  name: orders
---
# Source: service/charts/db/templates/set.yaml
kind: StatefulSet
metadata:
  name: orders-db
---
kind: Deployment
metadata: { name: unknown }
`;
  expect(templateOf(manifest, { kind: "Service", name: "orders" })).toBe("templates/service.yaml");
  expect(templateOf(manifest, { kind: "StatefulSet", name: "orders-db" })).toBe("charts/db/templates/set.yaml");
  expect(templateOf(manifest, { kind: "Deployment", name: "orders" })).toBeUndefined();
});

describe("the template in Helm's message", () => {
  test.each([
    [
      'Error: UPGRADE FAILED: template: service/templates/web.yaml:12:34: executing "service/templates/web.yaml" at <.Values.a>: nil pointer',
      { file: "templates/web.yaml", line: 12 },
    ],
    [
      "YAML parse error on service/templates/web.yaml: error converting YAML to JSON: yaml: line 3: mapping values are not allowed",
      { file: "templates/web.yaml" },
    ],
    ["parse error at (service/templates/_helpers.tpl:4): unclosed action", { file: "templates/_helpers.tpl", line: 4 }],
    ["context deadline exceeded", undefined],
    ["failed to download https://example.com/a/templates", undefined],
  ])("%j", (message, expected) => {
    expect(templateInMessage(message)).toEqual(expected);
  });
});
