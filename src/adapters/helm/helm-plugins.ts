import { readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { UserError } from "../../errors.ts";
import type { OwnPostRenderer } from "../../post-render/own-post-renderer.ts";
import { type HelmProgram, runHelm } from "./run-helm.ts";

/** How a post-renderer is started. */
export type PostRenderCommand = { command: string; args: string[]; env: Record<string, string> };

/** The folders in which Helm looks for plugins: HELM_PLUGINS, a list, or Helm's own. */
export async function pluginFolders(program: HelmProgram): Promise<string[]> {
  const given = program.env.HELM_PLUGINS ?? (await runHelm(program, "find its plugins", ["env", "HELM_PLUGINS"]));
  return given
    .trim()
    .split(delimiter)
    .filter((folder) => folder !== "");
}

/**
 * What Helm 4 would start for a post-renderer plugin: https://helm.sh/docs/topics/plugins/
 * @throws UserError when there is no such plugin, or it is none that is a program
 */
export async function commandOfPlugin(own: OwnPostRenderer, folders: readonly string[]): Promise<PostRenderCommand> {
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      const plugin = await readPlugin(join(folder, name));
      if (plugin?.name === own.name && plugin.type === "postrenderer/v1")
        return commandOf(plugin, own, join(folder, name));
    }
  }
  throw new UserError(
    `helm-args: there is no post-renderer plugin "${own.name}" in ${folders.join(", ") || "any folder"}. Install it with helm plugin install, or name its folder in HELM_PLUGINS`,
  );
}

type Platform = { os?: string; arch?: string; command?: string; args?: string[] };
type Plugin = {
  name?: string;
  type?: string;
  runtime?: string;
  runtimeConfig?: { platformCommand?: Platform[] };
};

async function readPlugin(folder: string): Promise<Plugin | undefined> {
  try {
    return parse(await readFile(join(folder, "plugin.yaml"), "utf8")) as Plugin | undefined;
  } catch {
    // Helm leaves it out too, with a warning.
    return undefined;
  }
}

function commandOf(
  { runtime, runtimeConfig, name = "" }: Plugin,
  own: OwnPostRenderer,
  folder: string,
): PostRenderCommand {
  const found = runtime === "subprocess" ? forThisMachine(runtimeConfig?.platformCommand ?? []) : undefined;
  if (found?.command === undefined) {
    throw new UserError(
      `helm-args: the post-renderer ${name} is no program for this machine (runtime ${runtime ?? "not named"}), and so cannot run before ours, which sets the suspend flag of CronJobs. Use one of runtime subprocess`,
    );
  }
  const env = { HELM_PLUGIN_NAME: name, HELM_PLUGIN_DIR: folder };
  const filled = (text: string): string => expanded(text, { ...process.env, ...env });
  const [command = "", ...before] = found.command.split(" ").map(filled);
  return { command, args: [...before, ...(found.args ?? []).map(filled), ...own.args], env };
}

const GO_OS: Record<string, string> = { win32: "windows" };
const GO_ARCH: Record<string, string> = { x64: "amd64", ia32: "386" };

/** The nearest: for this system and processor, then for the system, then for all. */
function forThisMachine(commands: readonly Platform[]): Platform | undefined {
  const system = GO_OS[process.platform] ?? process.platform;
  const processor = GO_ARCH[process.arch] ?? process.arch;
  const fits = (os: string, arch: string) =>
    commands.find((each) => (each.os ?? "") === os && (each.arch ?? "") === arch);
  return fits(system, processor) ?? fits(system, "") ?? fits("", "");
}

function expanded(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => env[braced ?? bare ?? ""] ?? "");
}
