import { expect, test } from "@jest/globals";
import { helmIgnore } from "../../../src/chart/helm-ignore.ts";

test.each([
  // A name without a slash is one at any depth.
  ["*.md", ["README.md", "docs/a.md", ".md"], ["README.mdx", "md"]],
  [
    "  node_modules/  \r\n# *.yaml\r\n\r\nb?r",
    ["node_modules/", "web/node_modules/", "bar"],
    ["node_modules", "a.yaml"],
  ],
  ["/a.txt", ["a.txt"], ["sub/a.txt"]],
  ["sub/*.txt", ["sub/a.txt"], ["a.txt", "sub/sub/a.txt", "other/sub/a.txt"]],
  ["[a-c]x[^0-9]", ["axy", "cxy"], ["dxy", "ax1"]],
  ["\\*.(x)\\]", ["*.(x)]"], ["a.(x)]"]],
  // All but what it names.
  ["!*.yaml", ["README.md", "templates/"], ["Chart.yaml"]],
  ["!charts/", ["charts", "other/"], ["charts/"]],
  // What Helm refuses, and its own rule.
  ["docs/**\n[a\n[z-a]\na\\", ["templates/.swp"], ["docs/a", "a", "templates/a", ".swp"]],
  ["\uFEFFa", ["a"], ["b"]],
])("by %j Helm leaves out %j, and not %j", (text, ignored, kept) => {
  const rules = helmIgnore(text);
  const isIgnored = (path: string) => rules(path.replace(/\/$/, ""), path.endsWith("/"));
  expect(ignored.filter((path) => !isIgnored(path))).toEqual([]);
  expect(kept.filter(isIgnored)).toEqual([]);
});
