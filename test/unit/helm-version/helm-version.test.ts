import { expect, test } from "@jest/globals";
import { parseHelmVersion } from "../../../src/helm-version/helm-version.ts";

test.each([
  ["v4.1.4", { version: "4.1.4", major: 4 }],
  ["v3.17.3+ge4da497\n", { version: "3.17.3", major: 3 }],
  ["3.22.0", { version: "3.22.0", major: 3 }],
  ["v4.0.0-beta.2+g1234567", { version: "4.0.0-beta.2", major: 4 }],
  // Helm built from source without version flags.
  ["v4.3", { version: "4.3", major: 4 }],
])("reads %j", (text, version) => {
  expect(parseHelmVersion(text)).toEqual(version);
});

test.each([
  "",
  "version --template {{.Version}}",
  "v4",
  "Client: v2.17.0",
  "v4.1.4\nv4.1.4",
  "4.1.x",
  '{"clientVersion":{}}',
])("finds no version in %j", (text) => {
  expect(parseHelmVersion(text)).toBeUndefined();
});
