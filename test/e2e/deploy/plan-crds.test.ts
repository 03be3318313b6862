import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { clusterView, type HelmMajor, helms } from "../../support/cluster-view.ts";
import { deploy } from "../../support/deploy.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** A chart with a CRD of its own, an object of that, a hook, and a password that it makes once or, if told so, each time. */
async function chart(group: string): Promise<string> {
  const folder = join(await tempFolder(), "vault");
  const files = {
    "Chart.yaml": "apiVersion: v2\nname: vault\nversion: 0.1.0\n",
    "values.yaml": "size: 1\nalways: false\nhook: one\n",
    "crds/thing.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.${group} }
spec:
  group: ${group}
  names: { kind: Thing, plural: things }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`,
    "templates/thing.yaml": `apiVersion: ${group}/v1
kind: Thing
metadata: { name: mine }
spec: { size: {{ .Values.size }} }
`,
    "templates/secret.yaml": `{{- $old := lookup "v1" "Secret" .Release.Namespace "vault" }}
apiVersion: v1
kind: Secret
metadata: { name: vault }
data:
{{- if and $old (not .Values.always) }}
  password: {{ $old.data.password }}
{{- else }}
  password: {{ randAlphaNum 20 | b64enc }}
{{- end }}
`,
    "templates/hook.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations: { helm.sh/hook: "pre-install,pre-upgrade" }
data: { word: {{ .Values.hook }} }
`,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

describe.each(helms)("Helm %s", (helm: HelmMajor) => {
  test.concurrent("a chart with a CRD of its own, hooks and values that it generates is planned, deployed, and then unchanged", async () => {
    const cluster = await clusterView();
    const namespace = newNamespace();
    const group = `${namespace}.example.test`;
    const inputs = { namespace, chart: await chart(group), "skip-unchanged": "true" };
    const planned = await deploy(helm, { ...inputs, "dry-run": "true" });
    expect(planned).toMatchObject({ code: 0, errors: [], outputs: { status: "planned" } });
    expect(planned.stdout).toMatch(/^\+ Thing mine$/m);
    expect(planned.stdout).toMatch(/^\+ Secret vault$/m);
    expect(planned.stdout).toMatch(/^\+ hook ConfigMap before$/m);
    expect(planned.stdout).toContain("The chart brings kinds that the cluster does not have yet");
    expect(await cluster.get("crd", `things.${group}`)).toBeUndefined();

    try {
      expect(await deploy(helm, inputs)).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "1" } });
      const password = await cluster.kubectl("get", "secret/vault", "-n", namespace, "-o", "jsonpath={.data.password}");
      const same = await deploy(helm, inputs);
      expect(same).toMatchObject({ code: 0, outputs: { status: "unchanged", revision: "1" } });

      // A hook alone is a change, too.
      const hooked = await deploy(helm, { ...inputs, values: "hook: two" });
      expect(hooked).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "2" } });
      expect(hooked.stdout).toMatch(/~ hook ConfigMap before\n.*-.*word: one\n.*\+.*word: two/s);

      // What is drawn anew each time is never the same, and is not shown.
      const drawn = { ...inputs, values: "hook: two\nalways: true", "dry-run": "true" };
      const again = await deploy(helm, drawn);
      expect(again).toMatchObject({ code: 0, outputs: { status: "planned" } });
      expect(again.stdout).toMatch(/~ Secret vault\n.*\(hidden, changed\)/s);
      expect(again.stdout + again.summary).not.toContain(password);

      const grown = await deploy(helm, { ...inputs, values: "hook: two\nsize: 2" });
      expect(grown).toMatchObject({ code: 0, outputs: { status: "deployed", revision: "3" } });
      expect(grown.stdout).toMatch(/~ Thing mine\n.*-.*size: 1\n.*\+.*size: 2/s);
      const live = await cluster.kubectl("get", `things.${group}/mine`, "-n", namespace, "-o", "jsonpath={.spec.size}");
      expect(live).toBe("2");
    } finally {
      await cluster.kubectl("delete", "crd", `things.${group}`, "--ignore-not-found", "--wait=false");
    }
  }, 300_000);
});
