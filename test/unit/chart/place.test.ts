import { describe, expect, test } from "@jest/globals";
import { placeOfImage, templateInMessage, templateOf } from "../../../src/chart/place.ts";

test("an image is found in the first file that has it, comments aside", () => {
  const files = [
    { path: "values/orders.yaml", content: "# image: shop/orders:2\nport: 80 # shop/orders:2\nimage: shop/orders:2\n" },
    { path: "values/all.yaml", content: "image: shop/orders:2" },
  ];
  expect(placeOfImage(files, "shop/orders:2")).toEqual({ file: "values/orders.yaml", line: 3 });
  expect(placeOfImage(files, "shop/orders:3")).toBeUndefined();
  expect(placeOfImage(files, "")).toBeUndefined();
});

describe("the line of image registry.test/shop/orders:1", () => {
  test.each([
    "tag: 1",
    'tag: "1"',
    "  'tag': '1'  # one",
    "imageTag: 1\r",
    "- tag: 1",
    'image: {tag: "1", repository: shop/orders}',
    "image: shop/orders:1",
    "image: orders:1",
    "image: {name: shop/orders, version: 1}",
    "image: registry.test/shop/orders:1@sha256:0a",
  ])("is %j", (line) => {
    const content = `replicas: 1\nname: orders\norders: 1\nimage: x/orders:10\ntag: 1.1\ntag: 11\n${line}\n`;
    const place = { file: "values.yaml", line: 7 };
    expect(placeOfImage([{ path: "values.yaml", content }], "registry.test/shop/orders:1")).toEqual(place);
  });

  test.each([
    "replicas: 1",
    "orders: 1",
    "stage: 1",
    "tag: 1.0",
    "image: shop/orders:10",
    "image: my-orders:1",
    "# tag: 1",
  ])("is not %j", (line) => {
    const files = [{ path: "values.yaml", content: line }];
    expect(placeOfImage(files, "registry.test/shop/orders:1")).toBeUndefined();
  });

  test("is the one with the whole image, wherever else the tag is", () => {
    const files = [
      { path: "a.yaml", content: "tag: 1" },
      { path: "b.yaml", content: "image: registry.test/shop/orders:1" },
    ];
    expect(placeOfImage(files, "registry.test/shop/orders:1")).toEqual({ file: "b.yaml", line: 1 });
  });
});

test("an image by its digest is found by that", () => {
  const files = [{ path: "values.yaml", content: "repository: shop/orders\ndigest: sha256:0a1b\n" }];
  expect(placeOfImage(files, "shop/orders@sha256:0a1b")).toEqual({ file: "values.yaml", line: 2 });
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

test("a manifest with many blank lines, or lines of blanks, is looked through soon", () => {
  const blanks = `# Source: service/templates/a.yaml\n${"\n".repeat(100_000)}x${" ".repeat(100_000)}y\r\nkind: Service\r\n  name: "orders" \r\n`;
  expect(templateOf(blanks, { kind: "Service", name: "orders" })).toBe("templates/a.yaml");
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
