import { expect, test } from "@jest/globals";
import { UserError } from "../../../src/errors.ts";
import { fits, nameWanted, parseWantedHelm } from "../../../src/helm-version/wanted-version.ts";

test.each([
  ["4", { kind: "major", major: 4 }],
  ["3", { kind: "major", major: 3 }],
  ["v4", { kind: "major", major: 4 }],
  ["", { kind: "major", major: 4 }],
  ["  ", { kind: "major", major: 4 }],
  ["4.1.4", { kind: "exact", version: "4.1.4", major: 4 }],
  ["v4.1.4", { kind: "exact", version: "4.1.4", major: 4 }],
  [" 3.17.3 ", { kind: "exact", version: "3.17.3", major: 3 }],
  ["v4.2.0-rc.1", { kind: "exact", version: "4.2.0-rc.1", major: 4 }],
  ["./bin/helm", { kind: "path", path: "./bin/helm" }],
  ["/opt/helm-4.1.4/helm", { kind: "path", path: "/opt/helm-4.1.4/helm" }],
  ["C:\\tools\\helm.exe", { kind: "path", path: "C:\\tools\\helm.exe" }],
])("reads %j", (text, wanted) => {
  expect(parseWantedHelm(text)).toEqual(wanted);
});

test.each(["latest", "stable", "4.x", "^4.1.4", ">=4", "4.1", "v4.", "helm", "4.1.4.1", "-4", "4 .1.4"])(
  "refuses %j and names the valid forms",
  (text) => {
    const parse = () => parseWantedHelm(text);
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(`helm-version "${text}" is not a Helm version`);
    expect(parse).toThrow(/"4" or "3".*"4\.1\.4" or "v3\.17\.3".*path of a Helm binary such as "\.\/bin\/helm"/);
  },
);

test.each(["2", "5", "44", "2.17.0", "v5.0.0"])("refuses Helm %s, which we cannot drive", (text) => {
  expect(() => parseWantedHelm(text)).toThrow(`helm-version "${text}": only Helm 3 and Helm 4 are supported.`);
});

test("a major version is met by every version of it, and by no other", () => {
  const four = parseWantedHelm("4");
  expect(fits(four, { version: "4.0.0", major: 4 })).toBe(true);
  expect(fits(four, { version: "4.3", major: 4 })).toBe(true);
  expect(fits(four, { version: "3.17.3", major: 3 })).toBe(false);
  expect(fits(four, { version: "44.0.0", major: 44 })).toBe(false);
});

test("an exact version is met by itself only", () => {
  const exact = parseWantedHelm("v4.1.4");
  expect(fits(exact, { version: "4.1.4", major: 4 })).toBe(true);
  expect(fits(exact, { version: "4.1.40", major: 4 })).toBe(false);
  expect(fits(exact, { version: "4.1.4-rc.1", major: 4 })).toBe(false);
});

test("a binary that the user named may be any Helm 3 or 4", () => {
  const path = parseWantedHelm("./helm");
  expect(fits(path, { version: "3.8.0", major: 3 })).toBe(true);
  expect(fits(path, { version: "4.3.0", major: 4 })).toBe(true);
  expect(fits(path, { version: "2.17.0", major: 2 })).toBe(false);
});

test("names what was asked for", () => {
  expect(["3", "v4.1.4", "./helm"].map((text) => nameWanted(parseWantedHelm(text)))).toEqual(["3", "4.1.4", "./helm"]);
});
