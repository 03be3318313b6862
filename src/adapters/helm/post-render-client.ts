import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { PostRenderCommand } from "./helm-plugins.ts";
import type { PostRenderAnswer } from "./post-render-server.ts";
import type { PostRenderSettings } from "./post-renderer.ts";

/**
 * Reads what Helm has rendered from stdin, hands it to the user's own post-renderer and then to the process that started Helm.
 * @param settingsFile holds `PostRenderSettings` as JSON
 * @returns what Helm is to apply
 */
export async function postRender(settingsFile: string, stdin: NodeJS.ReadableStream): Promise<string> {
  const { address, own } = JSON.parse(await readFile(settingsFile, "utf8")) as PostRenderSettings;
  const rendered = await text(stdin as AsyncIterable<string>);
  const answer = await ask(address, own ? await runOwn(own, rendered) : rendered);
  if ("problem" in answer) throw new Error(answer.problem);
  return answer.manifest;
}

async function ask(address: string, manifest: string): Promise<PostRenderAnswer> {
  const socket = connect({ path: address, allowHalfOpen: true });
  socket.end(manifest);
  return JSON.parse(await text(socket)) as PostRenderAnswer;
}

/** Its stderr is Helm's. */
async function runOwn({ command, args, env }: PostRenderCommand, rendered: string): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once("error", (error) =>
      reject(new Error(`the post-renderer ${command} could not be started: ${error.message}`)),
    );
    child.once("close", (code, signal) => resolve(code ?? signal ?? "?"));
  });
  // It may end without having read all.
  child.stdin.on("error", () => undefined).end(rendered);
  const [output, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`the post-renderer ${command} ended with ${code}`);
  return output;
}
