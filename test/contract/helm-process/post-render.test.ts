import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { helmCli } from "../../../src/adapters/helm/helm-cli.ts";
import { UserError } from "../../../src/errors.ts";
import type { Helm, UpgradeRequest } from "../../../src/ports/helm.ts";
import { type ClusterView, clusterView, helms } from "../../support/cluster-view.ts";
import { newMark } from "../../support/marked-processes.ts";
import { newNamespace } from "../../support/namespaces.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { helmProgram } from "./programs.ts";

const chart = resolve("test/fixtures/charts/web");
const entry = resolve("test/contract/helm-process/post-render-process.ts");
/** Of the user: puts a word into every image. */
const own = '#!/bin/sh\nexec sed "s|registry.test/shop|registry.test/${1:-own}|"\n';
let cluster: ClusterView;

async function emptyableChart(): Promise<string> {
  const folder = await tempFolder();
  await mkdir(join(folder, "templates"));
  await writeFile(join(folder, "Chart.yaml"), "apiVersion: v2\nname: some\nversion: 0.1.0\n");
  const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
  await writeFile(join(folder, "values.yaml"), "shown: true\n");
  await writeFile(join(folder, "templates", "a.yaml"), `{{- if .Values.shown }}\n${configMap}{{- end }}\n`);
  return folder;
}

/** A process that has ended, and that nobody has asked for, is none any more. */
async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
  return !/\) Z/.test(stat);
}

beforeAll(async () => {
  cluster = await clusterView();
});

describe.each(helms)("Helm %s", (major) => {
  let folder: string;

  /** In a folder with a space in its name, as those of Windows and macOS have. */
  async function helmWith(env: Record<string, string> = {}): Promise<Helm> {
    folder = join(await tempFolder(), "a $HOME b");
    await mkdir(folder);
    const program = await helmProgram(major, { mark: newMark() });
    const through = { node: process.execPath, entry, folder };
    return helmCli(
      { ...program, env: { ...program.env, ...env } },
      { version: "", major: major === "3" ? 3 : 4 },
      through,
    );
  }

  async function request(more: Partial<UpgradeRequest> = {}): Promise<UpgradeRequest> {
    const namespace = newNamespace();
    await cluster.kubectl("create", "namespace", namespace);
    return {
      release: "web",
      namespace,
      kubeconfig: cluster.kubeconfig,
      kubeContext: "",
      chartPath: chart,
      valueFiles: [],
      set: ["extra={one}"],
      setString: [],
      timeoutMs: 30_000,
      historyMax: 10,
      extraArguments: [],
      ...more,
    };
  }

  /** Gives the arguments for Helm, and what its environment needs. */
  async function ownPostRenderer(word: string): Promise<{ args: string[]; env: Record<string, string> }> {
    const place = await tempFolder();
    await mkdir(join(place, "mine"));
    const program = join(place, "mine", "run.sh");
    await writeFile(program, own);
    await chmod(program, 0o755);
    if (major === "3") return { args: [`--post-renderer=${program}`, `--post-renderer-args=${word}`], env: {} };
    const plugin = {
      apiVersion: "v1",
      type: "postrenderer/v1",
      name: "mine",
      version: "1.0.0",
      runtime: "subprocess",
      runtimeConfig: {
        platformCommand: [{ os: "plan9", command: "nothing" }, { command: "sh ${HELM_PLUGIN_DIR}/run.sh" }],
      },
    };
    await writeFile(join(place, "mine", "plugin.yaml"), JSON.stringify(plugin));
    return {
      args: ["--post-renderer=mine", `--post-renderer-args=${word}`],
      env: { HELM_PLUGINS: ["/nowhere", place].join(delimiter) },
    };
  }

  const imageIn = async (namespace: string) =>
    (await cluster.kubectl("get", "deployment/web", "-n", namespace, "-o", "jsonpath={..image}")).trim();

  test("Helm applies what it is given back", async () => {
    const helm = await helmWith();
    const given = await request({ postRender: async (manifest) => manifest.replaceAll("web:7.0", "web:rendered") });
    expect(await helm.upgradeInstall(given)).toEqual({ revision: 1 });
    expect(await imageIn(given.namespace)).toBe("registry.test/shop/web:rendered");
    expect(await cluster.helm(major, "get", "manifest", "web", "-n", given.namespace)).toContain("web:rendered");
  });

  test("several at once are each given back their own", async () => {
    const helm = await helmWith();
    const tags = ["one", "two", "three"];
    const rendered = await Promise.all(
      tags.map(async (tag) =>
        helm.render(await request({ postRender: async (manifest) => manifest.replaceAll("web:7.0", `web:${tag}`) })),
      ),
    );
    for (const [index, { manifest }] of rendered.entries()) expect(manifest).toContain(`web:${tags[index]}`);
  });

  test("a post-renderer of the user's own runs before", async () => {
    const { args, env } = await ownPostRenderer("theirs");
    const helm = await helmWith(env);
    let seen = "";
    const given = await request({
      extraArguments: args,
      postRender: async (manifest) => {
        seen = manifest;
        return manifest;
      },
    });
    await helm.upgradeInstall(given);
    expect(await imageIn(given.namespace)).toBe("registry.test/theirs/web:7.0");
    expect(seen).toContain("registry.test/theirs/web:7.0");
    // The same without ours between: nothing of it depends on us.
    const plain = await helmWith(env);
    await plain.upgradeInstall(await request({ namespace: given.namespace, extraArguments: args }));
    expect(await imageIn(given.namespace)).toBe("registry.test/theirs/web:7.0");
  });

  test("render gives the manifest and the hooks that would be applied, and writes nothing", async () => {
    const helm = await helmWith();
    const given = await request({
      set: ["hook.policy=hook-succeeded"],
      postRender: async (manifest) => manifest.replaceAll("web:7.0", "web:planned"),
    });
    const rendered = await helm.render(given);
    expect(rendered.manifest).toContain("registry.test/shop/web:planned");
    expect(rendered.hooks).toEqual([
      expect.objectContaining({ events: ["pre-install", "pre-upgrade"], deletePolicies: ["hook-succeeded"] }),
    ]);
    expect(await cluster.list("all,secrets", "-n", given.namespace)).toEqual([]);
    // What a deploy then stores is the same text.
    await helm.upgradeInstall(given);
    expect(await cluster.helm(major, "get", "manifest", "web", "-n", given.namespace)).toContain(
      rendered.manifest.trim(),
    );
    expect((await helm.render(given)).manifest).toBe(rendered.manifest);
  });

  test("a chart that renders no object any more is none to stumble over", async () => {
    const helm = await helmWith();
    const postRender = async (manifest: string) => manifest;
    const given = await request({ chartPath: await emptyableChart(), set: [], postRender });
    await helm.upgradeInstall(given);
    expect((await cluster.list("configmaps", "-n", given.namespace)).map(({ metadata }) => metadata.name)).toContain(
      "a",
    );
    const emptied = { ...given, set: ["shown=false"] };
    expect((await helm.render(emptied)).manifest).not.toContain("ConfigMap");
    expect(await helm.upgradeInstall(emptied)).toEqual({ revision: 2 });
    expect(
      (await cluster.list("configmaps", "-n", given.namespace)).map(({ metadata }) => metadata.name),
    ).not.toContain("a");
  });

  test("a rendering that is to stop ends at once, with the user's own post-renderer", async () => {
    const place = await tempFolder();
    const pidFile = join(place, "pid");
    await mkdir(join(place, "mine"));
    await writeFile(join(place, "mine", "run.sh"), `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 300\n`);
    await chmod(join(place, "mine", "run.sh"), 0o755);
    const runtimeConfig = { platformCommand: [{ command: "${HELM_PLUGIN_DIR}/run.sh" }] };
    const plugin = { apiVersion: "v1", type: "postrenderer/v1", name: "mine", version: "1.0.0", runtime: "subprocess" };
    await writeFile(join(place, "mine", "plugin.yaml"), JSON.stringify({ ...plugin, runtimeConfig }));
    const helm = await helmWith({ HELM_PLUGINS: place });
    const stop = new AbortController();
    const extraArguments = [`--post-renderer=${major === "3" ? join(place, "mine", "run.sh") : "mine"}`];
    const running = helm.render(
      await request({ extraArguments, postRender: async (manifest) => manifest }),
      stop.signal,
    );
    const ended = running.then(
      () => "worked",
      (error: unknown) => String(error),
    );
    const pid = async () => Number(await readFile(pidFile, "utf8").catch(() => ""));
    await waitFor("the post-renderer to run", async () => (await pid()) > 0, { intervalMs: 20 });
    stop.abort();
    expect(await ended).toContain("it was told to stop");
    await waitFor("the post-renderer to be gone", async () => !(await isAlive(await pid())), { intervalMs: 20 });
  });

  test("what it fails with is the failure, and nothing was applied", async () => {
    const helm = await helmWith();
    const given = await request({
      postRender: async () => {
        throw new UserError("no flags to be had");
      },
    });
    await expect(helm.upgradeInstall(given)).rejects.toThrow(new UserError("no flags to be had"));
    expect(await cluster.list("deployments", "-n", given.namespace)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("one of the user's own that fails or is not there is named", async () => {
    const failing = await helmWith();
    const postRender = async (manifest: string) => manifest;
    const extraArguments = major === "3" ? ["--post-renderer=false"] : ["--post-renderer=absent"];
    const said = major === "3" ? "the post-renderer false ended with 1" : 'there is no post-renderer plugin "absent"';
    await expect(failing.upgradeInstall(await request({ postRender, extraArguments }))).rejects.toThrow(said);
  });
});
