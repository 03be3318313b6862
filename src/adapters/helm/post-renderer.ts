import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { splitPostRenderer } from "../../post-render/own-post-renderer.ts";
import { makeFolderIn, removePrivateFolder, writePrivateFile } from "../private-folder.ts";
import { commandOfPlugin, type PostRenderCommand } from "./helm-plugins.ts";
import { servePostRender } from "./post-render-server.ts";

/** How the program that stands between Helm and this process is started. */
export type PostRenderProgram = {
  node: string;
  /** The entry of `post-render`. */
  entry: string;
  /** A private folder. */
  folder: string;
};

/** What the program reads from its settings file. */
export type PostRenderSettings = {
  address: string;
  /** The user's own post-renderer, which runs before. */
  own?: PostRenderCommand;
};

/** What one call of Helm needs for it. */
export type PostRendered = {
  extraArguments: string[];
  env: Record<string, string>;
  /** What the post-renderer failed with, where it did. */
  error(): unknown;
  end(): Promise<void>;
};

const PLUGIN = "k8s-migrate";

/**
 * Makes Helm hand over what it has rendered. Helm 3 takes a program for that, Helm 4 only a plugin:
 * https://helm.sh/docs/topics/advanced/#post-rendering
 * A post-renderer that the user's arguments name is started first, as Helm would.
 * @param helm.pluginFolders where Helm 4 looks for plugins
 * @throws UserError when that is a plugin that we cannot start
 */
export async function postRendered(
  helm: { major: 3 | 4; through: PostRenderProgram; pluginFolders: () => Promise<string[]> },
  extraArguments: readonly string[],
  postRender: (manifest: string) => Promise<string>,
): Promise<PostRendered> {
  const { major, through } = helm;
  const { rest, own } = splitPostRenderer(extraArguments);
  const folders = major === 4 ? await helm.pluginFolders() : [];
  const command =
    own && (major === 4 ? await commandOfPlugin(own, folders) : { command: own.name, args: own.args, env: {} });
  // Several may be under way at once, and each has files of its own.
  const folder = await makeFolderIn(through.folder);
  const server = await servePostRender(folder, postRender);
  const end = async (): Promise<void> => {
    await server.close();
    await removePrivateFolder(folder);
  };
  try {
    return { ...(await reached()), error: server.error, end };
  } catch (failure) {
    await end();
    throw failure;
  }

  async function reached(): Promise<Pick<PostRendered, "extraArguments" | "env">> {
    const settings: PostRenderSettings = { address: server.address, ...(command ? { own: command } : {}) };
    if (major === 3) {
      const file = await writePrivateFile(folder, "post-render.json", JSON.stringify(settings));
      const flags = [
        `--post-renderer=${through.node}`,
        ...[through.entry, file].map((each) => `--post-renderer-args=${each}`),
      ];
      return { extraArguments: [...rest, ...flags], env: {} };
    }
    const plugins = join(folder, "plugins");
    await writePlugin(join(plugins, PLUGIN), settings);
    const env = {
      HELM_PLUGINS: [...folders, plugins].join(delimiter),
      K8S_MIGRATE_NODE: through.node,
      K8S_MIGRATE_ENTRY: through.entry,
    };
    return { extraArguments: [...rest, `--post-renderer=${PLUGIN}`], env };
  }
}

/** https://helm.sh/docs/topics/plugins/ */
async function writePlugin(folder: string, settings: PostRenderSettings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writePrivateFile(folder, "settings.json", JSON.stringify(settings));
  const plugin = {
    apiVersion: "v1",
    type: "postrenderer/v1",
    name: PLUGIN,
    version: "1.0.0",
    runtime: "subprocess",
    // Helm splits a command at its spaces, and only then puts in variables.
    runtimeConfig: {
      platformCommand: [
        { command: "${K8S_MIGRATE_NODE}", args: ["${K8S_MIGRATE_ENTRY}", "${HELM_PLUGIN_DIR}/settings.json"] },
      ],
    },
  };
  await writeFile(join(folder, "plugin.yaml"), JSON.stringify(plugin));
}
