import type { Clock } from "../../../src/ports/clock.ts";
import type { Probes } from "../../../src/ports/probes.ts";
import { BODY_LIMIT, type ProbeAnswer, type ProbeFailure } from "../../../src/probe/answer.ts";
import { certificateFailure } from "../../../src/probe/certificate-failure.ts";
import { connectionFailure, placeText, STOPPED, timedOut } from "../../../src/probe/failures.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";
import { hostFit } from "../../../src/route-target/host-fit.ts";

export type FakeAnswer =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** Never; or after it has begun. */
  | "hangs"
  | "stalls"
  /** Ends the connection before its answer, or in the middle of it. */
  | "resets"
  | "breaks off"
  | "speaks no HTTP";

export type FakeServer = {
  scheme: "https" | "http";
  /** The names of its certificate; all of them when left out. */
  names?: string[];
  /** What is wrong with the certificate besides. */
  chainProblem?: "CERT_HAS_EXPIRED" | "DEPTH_ZERO_SELF_SIGNED_CERT";
  answer: (request: ProbeRequest) => FakeAnswer;
};

type Place = { address: string; port: number };

export type MemoryProbes = Probes & {
  /** Puts a server there, in place of another one. */
  serve(place: Place, server: FakeServer): void;
  /** Names a place where nothing listens, and an address that DNS does not know. */
  refuse(place: Place): void;
  lackName(address: string): void;
  /** What was asked so far. */
  asked(): ProbeRequest[];
};

/**
 * Servers in memory: test/contract/probes holds them to the behaviour of real ones. What was not put may not be asked for.
 * @param clock by which one that hangs takes its time; without it none passes
 */
export function memoryProbes(clock?: Clock): MemoryProbes {
  const servers = new Map<string, FakeServer | "refuses">();
  const unknown = new Set<string>();
  const asked: ProbeRequest[] = [];
  return {
    serve: (place, server) => void servers.set(placeText(place), server),
    refuse: (place) => void servers.set(placeText(place), "refuses"),
    lackName: (address) => void unknown.add(address),
    asked: () => [...asked],
    async ask(request, signal) {
      if (signal?.aborted) return STOPPED;
      if (unknown.has(request.address)) return failed(request, "ENOTFOUND");
      const server = servers.get(placeText(request));
      if (server === undefined) throw new Error(`fake network: the test has put no server at ${placeText(request)}`);
      if (server === "refuses") return failed(request, "ECONNREFUSED");
      const failure = greeting(server, request);
      if (failure !== undefined) return failure;
      asked.push(request);
      const answer = server.answer(request);
      if (answer === "hangs" || answer === "stalls") {
        await clock?.sleep(request.timeoutMs, signal);
        return signal?.aborted ? STOPPED : timedOut(request, answer === "hangs" ? "answer" : "body");
      }
      return typeof answer === "string" ? broken(request, answer) : shown(request, answer);
    },
  };
}

function greeting(server: FakeServer, request: ProbeRequest): ProbeFailure | undefined {
  const { scheme, names = [request.host], chainProblem } = server;
  if (request.scheme === "http" && scheme === "https") return failed(request, "ECONNRESET");
  if (request.scheme === "https" && scheme === "http") {
    return connectionFailure(request, "handshake", { code: "ERR_SSL_WRONG_VERSION_NUMBER", message: "" });
  }
  if (scheme === "http") return undefined;
  return certificateFailure(request, {
    names,
    chainProblem,
    isForHost: hostFit(request.host, names, "one") !== undefined,
    issuer: "k8s-migrate test",
    validFrom: "2026-01-01T00:00:00Z",
    validTo: "2026-01-02T00:00:00Z",
  });
}

function broken(request: ProbeRequest, how: "resets" | "breaks off" | "speaks no HTTP"): ProbeFailure {
  if (how === "resets") return failed(request, "ECONNRESET");
  if (how === "breaks off") return connectionFailure(request, "body", { code: "ECONNRESET", message: "" });
  return connectionFailure(request, "answer", { code: "HPE_INVALID_CONSTANT", message: "Parse Error" });
}

function failed(request: ProbeRequest, code: string): ProbeFailure {
  return connectionFailure(request, "answer", { code, message: code });
}

function shown(request: ProbeRequest, answer: Exclude<FakeAnswer, string>): ProbeAnswer {
  const body = Buffer.from(answer.body ?? "");
  const wanted = request.headers.map((name) => name.toLowerCase());
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    status: answer.status,
    headers: Object.fromEntries(headers.filter(([name]) => wanted.includes(name))),
    body: body.subarray(0, BODY_LIMIT).toString("utf8"),
    bodyIsCut: body.length > BODY_LIMIT,
  };
}
