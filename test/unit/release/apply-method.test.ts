import { expect, test } from "@jest/globals";
import { applyMethod } from "../../../src/release/apply-method.ts";

const begun = { server: { serverSide: true }, client: { serverSide: false } };

test.each([
  ["Helm 4 installs on the server", [], 4, undefined, true, false],
  ["Helm 4 goes on as the release was begun", [], 4, begun.client, false, false],
  ["auto is the default", ["--server-side=auto"], 4, begun.client, false, false],
  ["a flag alone is true", ["--server-side"], 4, begun.client, true, false],
  ["the value may be the next argument", ["--server-side", "false", "--debug"], 4, begun.server, false, false],
  ["the last flag counts", ["--server-side=true", "--server-side=false"], 4, begun.server, false, false],
  ["conflicts are forced", ["--force-conflicts"], 4, begun.server, true, true],
  ["and not forced", ["--force-conflicts=false"], 4, begun.server, true, false],
  ["Helm 3 never does", [], 3, begun.server, false, false],
] as const)("%s", (_what, helmArguments, major, before, serverSide, forced) => {
  expect(applyMethod(helmArguments, { major, before })).toEqual({ serverSide, forced });
});
