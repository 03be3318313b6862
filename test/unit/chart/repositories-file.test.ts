import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { mayHaveEntry, repositoriesFor } from "../../../src/chart/repositories-file.ts";

const file = (text: string) => ({ path: "/home/runner/repositories.yaml", text });
const own = file(`apiVersion: ""
repositories:
- { name: ours, url: "https://charts.example.com/", username: deployer, password: secret }
- { name: unused, url: "https://unused.example.com" }
- { name: bucket, url: "s3://charts/stable" }
`);
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
  (text) => {
    expect(entries(repositoriesFor(needs("file://../x", "oci://ghcr.io/x", ""), file(text)))).toEqual([]);
  },
);

test("an address of a plugin is the user's own entry, or none", () => {
  const bucket = { name: "bucket", url: "s3://charts/stable" };
  expect(entries(repositoriesFor(needs("s3://charts/stable/", "s3://charts/other"), own))).toEqual([bucket]);
});

test("the user's file is needed for all but folders and registries", () => {
  const given = ["https://x", "@x", "alias:x", "s3://x", "git+https://x", "", "file://../x", "oci://x"];
  expect(needs(...given).filter(mayHaveEntry)).toEqual(needs(...given.slice(0, 5)));
});

test.each([
  ["password: @hunter2SECRET", "repositories.yaml: line 3 is not YAML"],
  ["password: *hunter2SECRET", "repositories.yaml is not YAML"],
  ["password: 'hunter2SECRET", "is not YAML"],
])("a user's file with %j is refused in words that do not quote it", (line, words) => {
  const text = `repositories:\n- name: ours\n  ${line}\n  url: https://charts.example.com\n`;
  const refusing = () => repositoriesFor(needs("@ours"), file(text));
  expect(refusing).toThrow(words);
  expect(refusing).not.toThrow("hunter2");
});
