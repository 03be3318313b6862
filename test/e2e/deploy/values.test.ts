import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { deploy } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// The chart "settings" shows the values that its templates got: in a ConfigMap, and those below `secret` in a Secret.

let cluster: ClusterView;
beforeAll(async () => {
  cluster = await clusterView();
});

test.concurrent.each(helms)(
  "Helm %s: later inputs win, in the order that the inputs' descriptions say",
  async (helm) => {
    const namespace = newNamespace();
    // As a key in PEM form: its last line ends too.
    const secret = "secret:\n  password: '\"quoted\" it''s'\n  key: |\n    line one of it\n    line two\n";
    const password = `"quoted" it's`;
    const key = "line one of it\nline two\n";
    const run = await deploy(helm, {
      namespace,
      "value-files": "values/first.yaml\nvalues/second.yaml",
      values: "origin: values\nover: { secrets: values, set: values }",
      "secret-values": `over: { secrets: from secrets, set: from secrets }\n${secret}`,
      set: "over.set=from set\nover.both=from set",
      "set-string": "over.both=from set-string",
    });
    expect(run).toMatchObject({ code: 0, errors: [], warnings: [] });
    const given = {
      origin: "values",
      fromFirst: true,
      nested: { a: "first", b: "second" },
      list: [4],
      over: { secrets: "from secrets", set: "from set", both: "from set-string" },
    };
    expect(await rendered(namespace)).toEqual({ onlyInChart: "chart", ...given });
    expect(await renderedSecret(namespace)).toEqual({ password, key });
    // What Helm keeps, for its next upgrade with --reuse-values, is the same.
    const kept = await cluster.helmJson(helm, "get", "values", "orders", "--namespace", namespace);
    expect(kept).toEqual({ ...given, secret: { password, key } });

    // The other order of the files.
    await deploy(helm, { namespace, "value-files": "values/second.yaml\nvalues/first.yaml" });
    expect(await rendered(namespace)).toMatchObject({ origin: "first file", nested: { b: "first" }, list: [1, 2, 3] });
  },
);

test.concurrent.each(helms)("Helm %s: values keep their types and their characters", async (helm) => {
  const namespace = newNamespace();
  const odd = join(await tempFolder(), `a file, "quoted".yaml`);
  await writeFile(odd, "fromOddFile: true");
  const run = await deploy(helm, {
    namespace,
    "value-files": odd,
    values:
      'text: "1.10"\nnumber: 1.5\nflag: no\nnothing: null\nnote: |\n  grüße, 世界 {{ not a template }}\n  $HOME `id`\n',
    set: "set.number=12\nset.flag=true\nset.text=a b=c\nset.list={1,two}\nset.quoted=$HOME `id` \"x\" 'y'",
    "set-string": "string.number=0012\nstring.flag=true\nstring.large=12345678901234567890",
  });
  expect(run).toMatchObject({ code: 0, errors: [] });
  expect(await rendered(namespace)).toMatchObject({
    fromOddFile: true,
    text: "1.10",
    number: 1.5,
    flag: false, // YAML 1.1, as Helm reads it
    note: "grüße, 世界 {{ not a template }}\n$HOME `id`\n",
    set: { number: 12, flag: true, text: "a b=c", list: [1, "two"], quoted: `$HOME \`id\` "x" 'y'` },
    string: { number: "0012", flag: "true", large: "12345678901234567890" },
  });
});

test.concurrent.each(helms)(
  "Helm %s: values that are not given any more are gone, unless Helm is told to reuse them",
  async (helm) => {
    const namespace = newNamespace();
    await deploy(helm, { namespace, values: "origin: first\nfromFirst: true" });
    await deploy(helm, { namespace });
    expect(await rendered(namespace)).toEqual({ origin: "chart", onlyInChart: "chart" });
    await deploy(helm, { namespace, values: "origin: third" });
    await deploy(helm, { namespace, set: "more=true", "helm-args": "--reuse-values" });
    expect(await rendered(namespace)).toEqual({ origin: "third", onlyInChart: "chart", more: true });
  },
);

async function rendered(namespace: string): Promise<unknown> {
  const map = await cluster.get("configmap/orders", "-n", namespace);
  return JSON.parse(map?.data?.["values.json"] ?? "");
}

async function renderedSecret(namespace: string): Promise<unknown> {
  const secret = await cluster.get("secret/orders", "-n", namespace);
  return JSON.parse(Buffer.from(secret?.data?.["values.json"] ?? "", "base64").toString());
}
