import { expect, test } from "@jest/globals";
import { dependencyArguments, pullArguments } from "../../../src/chart/pull-arguments.ts";

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
