import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";

export type Recorder = {
  /** The address to use in place of the one that is listened in on. */
  url: string;
  /** What was answered, in turn. */
  answers: string[];
  close(): Promise<void>;
};

/** Stands before a server on loopback, and keeps what it answers: the only way to know keys that are made during a run. */
export async function startRecorder(address: string): Promise<Recorder> {
  const target = new URL(address);
  const answers: string[] = [];
  const server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    // The Host header stays: AWS's signatures cover it.
    const onward = httpRequest({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        answers.push(body.toString());
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
      });
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(address);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href.replace(/\/$/, ""),
    answers,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
