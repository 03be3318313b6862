import { describe, expect, test } from "@jest/globals";
import {
  fileDependency,
  missingDependencies,
  packedChart,
  readChartName,
  readDependencies,
} from "../../../src/chart/dependencies.ts";

const redis = { name: "redis", version: "^2.0.0", repository: "https://charts.example.com" };

test("the dependencies are those of the text, whatever else is in it", () => {
  const text = `name: orders
dependencies:
- { name: redis, version: ^2.0.0, repository: https://charts.example.com, alias: cache, condition: cache.enabled }
- { name: common }
- nonsense
`;
  expect(readDependencies(text)).toEqual([redis, { name: "common", version: "", repository: "" }]);
  expect(readChartName(text)).toBe("orders");
});

test.each(["", "dependencies: {}", "name: [", "- 1"])("there are none in %j", (text) => {
  expect(readDependencies(text)).toEqual([]);
  expect(readChartName(text)).toBe("");
});

describe("a packed chart", () => {
  test.each([
    ["redis-2.1.0.tgz", "redis", "2.1.0"],
    ["redis-cluster-2.1.0-rc.1+build.tgz", "redis-cluster", "2.1.0-rc.1+build"],
    ["redis-v2.1.0.tgz", "redis", "v2.1.0"],
    ["redis.tgz", "redis", undefined],
    ["redis-latest.tgz", "redis-latest", undefined],
  ])("%s is %s %s", (file, name, version) => {
    expect(packedChart(file)).toEqual({ name, version });
  });

  test.each(["redis-2.1.0.tgz.prov", "README.md", ".redis-2.1.0.tgz", "_redis-2.1.0.tgz"])("is not %s", (file) => {
    expect(packedChart(file)).toBeUndefined();
  });
});

describe("missing", () => {
  test.each([
    ["when nothing is there", [], true],
    ["when another chart is there", [{ name: "redis-cluster", version: "2.0.0" }], true],
    ["when another version is there", [{ name: "redis", version: "1.0.0" }], true],
    [
      "not when one that fits is among them",
      [
        { name: "redis", version: "1.0.0" },
        { name: "redis", version: "2.1.0" },
      ],
      false,
    ],
    ["not when one is there whose version is not known", [{ name: "redis", version: undefined }], false],
    ["not when one is there whose version cannot be compared", [{ name: "redis", version: "2" }], false],
  ])("%s", (_, held, missing) => {
    expect(missingDependencies([redis], held)).toEqual(missing ? [redis] : []);
  });
});

test("nothing is missing where a chart without a repository is there in any version, as for Helm", () => {
  const held = [{ name: "redis", version: "1.2.0-rc.1" }];
  for (const version of ["1.x", "", "^9"]) {
    expect(missingDependencies([{ name: "redis", version, repository: "" }], held)).toEqual([]);
  }
  expect(missingDependencies([{ name: "other", version: "", repository: "" }], held)).toHaveLength(1);
});

test("a dependency is a folder by file://", () => {
  expect(fileDependency({ ...redis, repository: "file://../redis" })).toBe("../redis");
  expect(fileDependency(redis)).toBeUndefined();
});
