import { describe, expect, test } from "@jest/globals";
import { mayKnow, readRegistryConfig, registryHost, withLogins } from "../../../src/chart/registry-config.ts";

const login = { host: "ghcr.io", username: "deployer", password: "secret" };
const auth = Buffer.from("deployer:secret").toString("base64");

test("the host is what stands between oci:// and the first slash", () => {
  expect(registryHost("oci://registry.example.com:5000/charts/web")).toBe("registry.example.com:5000");
  expect(registryHost("oci://ghcr.io")).toBe("ghcr.io");
  expect(registryHost("https://ghcr.io/charts")).toBeUndefined();
});

describe("the user's config with a login", () => {
  const hosts = ["ghcr.io", "quay.io"];

  test("keeps all that it had, but for the same registry", () => {
    const own = {
      auths: { "quay.io": { auth: "x" }, "ghcr.io": { identitytoken: "old" } },
      credHelpers: { "ghcr.io": "other", "gcr.io": "gcloud" },
      HttpHeaders: { a: "b" },
    };
    expect(withLogins(own, { logins: [login], hosts })).toEqual({
      auths: { "quay.io": { auth: "x" }, "ghcr.io": { auth } },
      credHelpers: { "gcr.io": "gcloud" },
      HttpHeaders: { a: "b" },
    });
  });

  test("names a store of all logins for each registry that is known or needed, but for that of the login", () => {
    const own = { auths: { "docker.example.com": {} }, credsStore: "osxkeychain", credHelpers: { "gcr.io": "gcloud" } };
    expect(withLogins(own, { logins: [login], hosts })).toEqual({
      auths: { "docker.example.com": {}, "ghcr.io": { auth } },
      credHelpers: { "docker.example.com": "osxkeychain", "quay.io": "osxkeychain", "gcr.io": "gcloud" },
    });
  });

  test.each(["docker.io", "registry-1.docker.io"])("has that of %s under Docker Hub's old address", (host) => {
    expect(withLogins({}, { logins: [{ ...login, host }], hosts: [] })).toEqual({
      auths: { "https://index.docker.io/v1/": { auth } },
    });
  });
});

test.each(["", "[]", "null", "{", '"text"'])("a file of %j holds nothing", (text) => {
  expect(readRegistryConfig(text)).toEqual({});
});

test("a config may know a registry by a login, a helper or a store", () => {
  expect(mayKnow({ auths: { "ghcr.io": {} } }, "ghcr.io")).toBe(true);
  expect(mayKnow({ credHelpers: { "ghcr.io": "x" } }, "ghcr.io")).toBe(true);
  expect(mayKnow({ credsStore: "x" }, "ghcr.io")).toBe(true);
  expect(mayKnow({ auths: { "quay.io": {} }, credsStore: "" }, "ghcr.io")).toBe(false);
});
