import { once } from "node:events";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { describeError, OutsideError } from "../errors.ts";
import type { ErrorRate } from "../ports/error-rates.ts";

const LONGEST_ANSWER = 64 * 1024;
const EXPECTED = 'a number from 0 to 1, as text or as JSON {"errorRate": 0.01, "requests": 120}';

/**
 * The error rate that a URL answers with; undefined for no requests, or none that are known (`null`, or no content). Redirects are not
 * followed, HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured.
 */
export async function errorRateAt(address: string, timeoutMs: number): Promise<ErrorRate | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  const shown = withoutSecrets(address);
  const failed = (reason: string, cause?: unknown) =>
    new OutsideError({
      system: "Error rate",
      operation: `GET ${shown}`,
      reason,
      next: `check the URL in the migration file: it has to answer with ${EXPECTED}`,
      cause,
    });
  try {
    const response = await get(address, signal);
    const { statusCode: status = 0 } = response;
    if (status === 204) return undefined;
    if (status !== 200) {
      response.destroy();
      throw failed(
        status >= 300 && status < 400 ? `it redirects (${status}), which is not followed` : `it answers ${status}`,
      );
    }
    const read = errorRateIn(await textOf(response));
    if (read === "unknown form") throw failed("the answer is something else");
    return read;
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    // The error itself may hold the whole URL.
    throw failed(signal.aborted ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error));
  }
}

async function get(address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(address);
  const isTls = url.protocol === "https:";
  const agent = { proxyEnv: process.env };
  const request = isTls ? httpsRequest : httpRequest;
  const sent = request(url, {
    signal,
    agent: isTls ? new HttpsAgent(agent) : new HttpAgent(agent),
    headers: { accept: "application/json, text/plain", "user-agent": "k8s-migrate" },
  });
  sent.on("error", () => undefined).end();
  const [response] = (await once(sent, "response", { signal })) as [IncomingMessage];
  return response;
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LONGEST_ANSWER) break;
  }
  return Buffer.concat(chunks).toString("utf8").trim();
}

function errorRateIn(text: string): ErrorRate | undefined | "unknown form" {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "unknown form";
  }
  const { errorRate: rate, requests } = (
    typeof value === "object" && value !== null ? value : { errorRate: value }
  ) as {
    errorRate?: unknown;
    requests?: unknown;
  };
  if (rate === null || requests === 0) return undefined;
  if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) return "unknown form";
  if (requests !== undefined && requests !== null && typeof requests !== "number") return "unknown form";
  return { rate, requests: requests ?? undefined };
}

/** Without user, password, query and fragment, where keys and tokens are. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return "a URL that cannot be read";
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ERR_INVALID_URL" || code === "ERR_INVALID_PROTOCOL") return "it is not a URL of http or https";
  return describeError(error).split("\n")[0] ?? "";
}
