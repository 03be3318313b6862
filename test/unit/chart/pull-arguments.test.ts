import { expect, test } from "@jest/globals";
import { dependencyArguments, pullArguments, settingsIn } from "../../../src/chart/pull-arguments.ts";

test.each([
  [[], []],
  [["--description=x", "--skip-crds"], []],
  [
    ["--plain-http", "--debug", "--ca-file=ca.pem"],
    ["--plain-http", "--ca-file=ca.pem"],
  ],
  [
    ["--username", "alice", "--description", "bob", "--pass-credentials", "--password=x=y"],
    ["--username", "alice", "--pass-credentials", "--password=x=y"],
  ],
  // A flag without a value takes none from the next line, nor one that has its value already.
  [
    ["--devel", "x", "--keyring=a", "y"],
    ["--devel", "--keyring=a"],
  ],
])("of %j, helm pull gets %j", (given, expected) => {
  expect(pullArguments(given)).toEqual(expected);
});

test("helm dependency build gets those that it knows", () => {
  expect(dependencyArguments(["--devel", "--ca-file", "ca.pem", "--pass-credentials=true", "--plain-http"])).toEqual([
    "--ca-file",
    "ca.pem",
    "--plain-http",
  ]);
});

test("where Helm's own files are is a setting for every call, the last one given", () => {
  const given = ["--repository-config", "a=b.yaml", "--registry-config=x.json", "--registry-config=y=z.json", "--wait"];
  expect(settingsIn(given)).toEqual({ HELM_REPOSITORY_CONFIG: "a=b.yaml", HELM_REGISTRY_CONFIG: "y=z.json" });
  expect(settingsIn(["--repository-cache=c", "--repository-config=", "--registry-config"])).toEqual({
    HELM_REPOSITORY_CACHE: "c",
  });
});
