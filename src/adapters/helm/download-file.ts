import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { OutsideError } from "../../errors.ts";

export type DownloadOptions = {
  log: (line: string) => void;
  /** What the user can do when the file cannot be had; the last line of the error. */
  next: string;
  /** How long the server may be silent, before and within its answer. */
  silenceMs?: number;
  /** The pauses between the attempts; there is one attempt more than pauses. */
  pausesMs?: readonly number[];
};

const longestText = 64 * 1024;

/**
 * Downloads a file and gives its sha256 (64 hex digits). HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured, redirects
 * followed. Server errors (5xx, 408, 429), resets and silence are tried again; 404 and the like are not.
 * @throws OutsideError with the URL, the reason and the next step.
 */
export function downloadFile(url: string, destination: string, options: DownloadOptions): Promise<string> {
  return get(url, options, async (answer) => {
    const hash = createHash("sha256");
    const hashing = new PassThrough();
    hashing.on("data", (chunk: Buffer) => hash.update(chunk));
    await pipeline(answer, hashing, createWriteStream(destination));
    return hash.digest("hex");
  });
}

/** Downloads a short text, on the same terms. */
export function downloadText(url: string, options: DownloadOptions): Promise<string> {
  return get(url, options, async (answer) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > longestText) throw new Refusal(`the answer has more than ${longestText} bytes, no checksum file has`);
    }
    return Buffer.concat(chunks).toString("utf8");
  });
}

/** An answer that another attempt would not change. */
class Refusal extends Error {}

async function get<T>(
  url: string,
  options: DownloadOptions,
  consume: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const pauses = options.pausesMs ?? [500, 2000];
  const silenceMs = options.silenceMs ?? 30_000;
  for (let attempt = 0; ; attempt++) {
    try {
      return await getOnce(url, silenceMs, consume);
    } catch (error) {
      const pause = error instanceof Refusal ? undefined : pauses[attempt];
      if (pause === undefined) {
        const tries = attempt === 0 ? "" : ` (${attempt + 1} attempts)`;
        throw new OutsideError({
          system: "Helm download",
          operation: `GET ${url}`,
          reason: reasonOf(error, silenceMs) + tries,
          next: options.next,
          cause: error,
        });
      }
      options.log(`${url}: ${reasonOf(error, silenceMs)}; trying again in ${pause / 1000} s`);
      await sleep(pause);
    }
  }
}

async function getOnce<T>(
  url: string,
  silenceMs: number,
  consume: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  // Loaded here, since most runs find Helm on PATH and start-up time counts.
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("k8s-migrate", [], { socketTimeout: silenceMs, allowRetries: false });
  try {
    const { message } = await client.get(url);
    message.setTimeout(silenceMs, () => message.destroy(new Error(`no data for ${silenceMs / 1000} s`)));
    const status = message.statusCode ?? 0;
    if (status !== 200) {
      message.destroy();
      const text = `the server answered ${status} ${message.statusMessage ?? ""}`.trim();
      if (status >= 500 || status === 408 || status === 429) throw new Error(text);
      throw new Refusal(status === 404 ? `${text}: there is no such file` : text);
    }
    return await consume(message);
  } finally {
    client.dispose();
  }
}

/** Node gives a refused connection to a name with several addresses as an AggregateError without a message. */
function reasonOf(error: unknown, silenceMs: number): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0], silenceMs);
  if (!(error instanceof Error)) return String(error);
  if (error.message.startsWith("Request timeout:")) return `no answer for ${silenceMs / 1000} s`;
  return error.message || error.name;
}
