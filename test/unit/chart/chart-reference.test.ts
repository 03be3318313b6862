import { describe, expect, test } from "@jest/globals";
import { parseChartReference } from "../../../src/chart/chart-reference.ts";

const folders = ["charts", "charts/service"];
const files = ["charts/service/Chart.yaml", "service-1.0.0.tgz"];
const disk = (path: string) => (folders.includes(path) ? "folder" : files.includes(path) ? "file" : "nothing");
const read = (chart: string, version = "", repository = "") =>
  parseChartReference({ chart, version, repository }, disk);

describe("kinds of chart", () => {
  test.each([
    ["charts/service", "folder"],
    ["service-1.0.0.tgz", "archive"],
    ["bitnami/nginx", "repository"],
    ["https://example.com/nginx-1.0.0.tgz", "url"],
    ["oci://registry.example.com/charts/nginx", "oci"],
  ])("%s is a %s", (chart, kind) => {
    expect(read(chart)).toEqual({ text: chart, kind });
  });

  test("a name with a repository's address, and a version", () => {
    expect(read("nginx", "1.2.3", "https://charts.example.com")).toEqual({
      text: "nginx",
      kind: "repository",
      repository: "https://charts.example.com",
      version: "1.2.3",
    });
  });
});

describe("problems", () => {
  test.each([
    ["charts/missing-here/x", "", "", 'chart: "charts/missing-here/x" is not here'],
    ["charts", "", "", "chart: charts holds no Chart.yaml; name the folder that does"],
    ["./orders", "", "", "is there a checkout step before?"],
    ["charts/service", "1.0.0", "", "Chart.yaml says its version"],
    ["https://example.com/nginx-1.0.0.tgz", "1.0.0", "", "it names one .tgz"],
    ["oci://r/c", "", "https://charts.example.com", "not used with an oci:// chart"],
    ["nginx", "", "charts.example.com", "starts with https://"],
  ])("%s %s %s", (chart, version, repository, problem) => {
    expect(read(chart, version, repository)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
