import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { repositoriesFor } from "../../../src/chart/repositories-file.ts";

const own = `apiVersion: ""
repositories:
- { name: ours, url: "https://charts.example.com/", username: deployer, password: secret }
- { name: unused, url: "https://unused.example.com" }
`;
const needs = (...repositories: string[]) =>
  repositories.map((repository) => ({ name: "redis", version: "1", repository }));
const entries = (text: string) => (parse(text) as { repositories: unknown }).repositories;
const ours = { name: "ours", url: "https://charts.example.com/", username: "deployer", password: "secret" };

test.each(["@ours", "alias:ours", "https://charts.example.com", "https://charts.example.com/"])(
  "%s is the user's own entry, and no other",
  (repository) => {
    expect(entries(repositoriesFor(needs(repository), own))).toEqual([ours]);
  },
);

test("an address that nobody has added gets an entry, once; names that nobody has given get none", () => {
  const text = repositoriesFor(needs("https://new.example.com/a", "https://new.example.com/a", "@theirs"), own);
  expect(entries(text)).toEqual([{ name: "k8s-migrate-https-new-example-com-a", url: "https://new.example.com/a" }]);
});

test.each(["", "repositories:\n", "[]"])(
  "a user's file of %j has none, nor need folders and registries any",
  (file) => {
    expect(entries(repositoriesFor(needs("file://../x", "oci://ghcr.io/x", ""), file))).toEqual([]);
  },
);
