import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describeError } from "../../errors.ts";

/**
 * A connection is one question, `{ manifest }` as a line of JSON, and one answer, to the end. Half a connection is not closed:
 * Windows cannot do that with its pipes.
 */
export type PostRenderQuestion = { manifest: string };
export type PostRenderAnswer = { manifest: string } | { problem: string };

export type PostRenderServer = {
  /** Where the post-renderer program connects: a socket's path, on Windows a pipe's name. */
  address: string;
  /** What the last call failed with; Helm only tells its text. */
  error(): unknown;
  close(): Promise<void>;
};

/** A socket's path may have 104 bytes on macOS, 108 on Linux: https://man7.org/linux/man-pages/man7/unix.7.html */
const LONGEST_PATH = 100;

/**
 * Answers the program that Helm starts as its post-renderer. The work is done here and not there: this process has a client
 * of the cluster already.
 * @param folder a private one, for the socket
 */
export async function servePostRender(
  folder: string,
  postRender: (manifest: string) => Promise<string>,
): Promise<PostRenderServer> {
  let failed: unknown;
  const answer = async (manifest: string): Promise<PostRenderAnswer> => {
    try {
      return { manifest: await postRender(manifest) };
    } catch (error) {
      failed = error;
      return { problem: describeError(error) };
    }
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The other end may be gone at any time, with the Helm that started it.
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).once("line", (line) => {
      const { manifest } = JSON.parse(line) as PostRenderQuestion;
      void answer(manifest).then((found) => socket.end(JSON.stringify(found)));
    });
  });
  const { address, remove } = await freeAddress(folder);
  server.listen(address);
  await once(server, "listening");
  return {
    address,
    error: () => failed,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
      await remove();
    },
  };
}

async function freeAddress(folder: string): Promise<{ address: string; remove: () => Promise<void> }> {
  const name = `render-${randomUUID().slice(0, 8)}`;
  if (process.platform === "win32")
    return { address: `\\\\.\\pipe\\k8s-migrate-${name}`, remove: async () => undefined };
  const address = join(folder, name);
  if (Buffer.byteLength(address) <= LONGEST_PATH) return { address, remove: () => rm(address, { force: true }) };
  const short = await mkdtemp(join(tmpdir(), "k8sm-"));
  return { address: join(short, name), remove: () => rm(short, { recursive: true, force: true }) };
}
