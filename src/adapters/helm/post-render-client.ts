import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { PostRenderCommand } from "./helm-plugins.ts";
import type { PostRenderAnswer, PostRenderQuestion } from "./post-render-server.ts";
import type { PostRenderSettings } from "./post-renderer.ts";

const ABANDONED = '{ "problem": "the run that started Helm has ended" }';

/**
 * Reads what Helm has rendered from stdin, hands it to the user's own post-renderer and then to the process that started Helm.
 * @param settingsFile holds `PostRenderSettings` as JSON
 * @returns what Helm is to apply
 */
export async function postRender(settingsFile: string, stdin: NodeJS.ReadableStream): Promise<string> {
  const { address, own } = JSON.parse(await readFile(settingsFile, "utf8")) as PostRenderSettings;
  const socket = connect(address);
  try {
    await once(socket, "connect");
    const answered = text(socket);
    // It ends early when who started Helm is gone, or does not wait any more: then nothing goes on behind it.
    const abandoned = new AbortController();
    const abandon = () => abandoned.abort();
    answered.then(abandon, abandon);
    const rendered = await text(stdin as AsyncIterable<string>);
    const manifest = own ? await runOwn(own, rendered, abandoned.signal) : rendered;
    const question: PostRenderQuestion = { manifest };
    socket.write(`${JSON.stringify(question)}\n`);
    const answer = JSON.parse((await answered) || ABANDONED) as PostRenderAnswer;
    if ("problem" in answer) throw new Error(answer.problem);
    // Helm refuses a post-renderer that gives nothing, but not a chart that renders nothing.
    return answer.manifest.trim() === "" && own === undefined ? "# The chart renders no objects.\n" : answer.manifest;
  } finally {
    socket.destroy();
  }
}

/** Its stderr is Helm's. */
async function runOwn(
  { command, args, env }: PostRenderCommand,
  rendered: string,
  abandoned: AbortSignal,
): Promise<string> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "inherit"],
    signal: abandoned,
    killSignal: "SIGKILL",
  });
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
