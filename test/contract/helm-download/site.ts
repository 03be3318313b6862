import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { archiveName, binaryInArchive, helmPlatform } from "../../../src/helm-version/archive.ts";

/** What the site answers: a file, a text, a status, a file that breaks off after some bytes, or nothing at all. */
export type Answer =
  | { file: string }
  | { text: string }
  | { status: number }
  | { file: string; breakAfter: number }
  | { file: string; silentAfter: number }
  | "silence";

export type Site = {
  url: string;
  port: number;
  /** The answers for one file name, in turn; the last one stays. */
  serve: (name: string, ...answers: Answer[]) => void;
  /** The file names that were asked for, in turn. */
  requests: string[];
  close: () => Promise<void>;
};

/** A download site on loopback that answers 404 to all that it was not told. */
export async function startSite(): Promise<Site> {
  const answers = new Map<string, Answer[]>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    requests.push(name);
    const queue = answers.get(name) ?? [{ status: 404 }];
    const answer = (queue.length > 1 ? queue.shift() : queue[0]) as Answer;
    void send(answer, response);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    serve: (name, ...list) => answers.set(name, list),
    requests,
    close: () => close(server),
  };
}

async function send(answer: Answer, response: ServerResponse): Promise<void> {
  if (answer === "silence") return;
  if ("text" in answer) {
    response.end(answer.text);
    return;
  }
  if ("status" in answer) {
    response.writeHead(answer.status).end();
    return;
  }
  const content = await readFile(answer.file);
  response.setHeader("content-length", content.length);
  if ("breakAfter" in answer) response.write(content.subarray(0, answer.breakAfter), () => response.destroy());
  else if ("silentAfter" in answer) response.write(content.subarray(0, answer.silentAfter));
  else response.end(content);
}

export type ProxyServer = {
  url: string;
  /** The hosts with ports that clients wanted to be connected with, in turn. */
  tunnels: string[];
  close: () => Promise<void>;
};

/** A proxy on loopback that leads every tunnel to `port` here, or refuses all of them without one. */
export async function startProxy(port?: number): Promise<ProxyServer> {
  const tunnels: string[] = [];
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.on("connect", (request, socket) => {
    tunnels.push(request.url ?? "");
    socket.on("error", () => undefined);
    if (port === undefined) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const target = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("close", () => target.destroy());
  });
  const own = await listen(server);
  return { url: `http://127.0.0.1:${own}`, tunnels, close: () => close(server) };
}

export type Archive = { name: string; path: string; sha256: string; sumFile: { text: string } };

/** Packs a Helm binary as Helm's release archives are packed, under the name of that version for this machine. */
export async function packHelm(helm: { binary: string; version: string; folder: string }): Promise<Archive> {
  const platform = helmPlatform(process.platform, process.arch);
  if (platform === undefined) throw new Error(`There is no Helm for ${process.platform} ${process.arch}.`);
  const name = archiveName(helm.version, platform);
  const packing = join(helm.folder, `packing-${helm.version}`);
  await mkdir(join(packing, platform), { recursive: true });
  await symlink(helm.binary, join(packing, binaryInArchive(platform)));
  const path = join(helm.folder, name);
  const tar = spawn("tar", ["-chf", "-", "-C", packing, platform], { stdio: ["ignore", "pipe", "inherit"] });
  // The fastest level: the binary has 60 MB.
  await Promise.all([once(tar, "close"), pipeline(tar.stdout, createGzip({ level: 1 }), createWriteStream(path))]);
  if (tar.exitCode !== 0) throw new Error(`tar ended with exit code ${tar.exitCode}`);
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  return { name, path, sha256, sumFile: { text: `${sha256}  ${name}\n` } };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
