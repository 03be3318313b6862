import { expect, test } from "@jest/globals";
import { BODY_LIMIT } from "../../../src/probe/answer.ts";
import { curlCommand } from "../../../src/probe/curl-command.ts";
import { readCurlOutput } from "../../../src/probe/curl-output.ts";
import type { ProbeRequest } from "../../../src/probe/request.ts";

const request: ProbeRequest = {
  scheme: "https",
  address: "192.0.2.1",
  port: 443,
  host: "orders.example.com",
  path: "/healthz",
  headers: ["X-Build"],
  timeoutMs: 10_000,
};
const mark = "k8s-migrate-1f";

type Told = {
  body?: string;
  code?: number;
  status?: string;
  size?: number;
  connected?: string;
  secured?: string;
  message?: string;
  headers?: string;
};
const written = (told: Told = {}) => {
  const { body = "ok", code = 0, status = "200", connected = "0.01", secured = "0.02", message = "" } = told;
  const { size = Buffer.byteLength(body), headers = '{"x-build":["7","8"],\n"server":["test"]\n}' } = told;
  return `${body}\n${mark} result ${code} ${status} ${size} ${connected} ${secured} ${message}\n${mark} headers ${headers}\n${mark} end\n`;
};
const read = (text: string, change: Partial<ProbeRequest> = {}, hasIpv6 = true) =>
  readCurlOutput(text, { ...request, ...change }, { mark, hasIpv6 });

test("a request goes to the address, by the name", () => {
  const words = curlCommand({ ...request, address: "2001:db8::1" }, { mark, authorities: "/etc/a.pem" });
  expect(words[0]).toBe("curl");
  expect(words[1]).toBe("--disable");
  expect(words).toEqual(expect.arrayContaining(["--connect-to", "::[2001:db8::1]:443"]));
  expect(words).toEqual(expect.arrayContaining(["--cacert", "/etc/a.pem"]));
  expect(words.slice(-2)).toEqual(["--url", "https://orders.example.com:443/healthz"]);
  expect(curlCommand(request, { mark, authorities: undefined })).not.toContain("--cacert");
});

test("an answer, as it is", () => {
  expect(read(written({ body: "a\n\nb", status: "203" }))).toEqual({
    status: 203,
    headers: { "x-build": "7, 8" },
    body: "a\n\nb",
    bodyIsCut: false,
  });
  expect(read(written({ body: "x".repeat(BODY_LIMIT + 1) }))).toMatchObject({
    body: "x".repeat(BODY_LIMIT),
    bodyIsCut: true,
  });
});

test.each([
  ["nothing", ""],
  ["a part", written().slice(0, -4)],
  ["the lines of another mark", written().replaceAll(mark, "k8s-migrate-2a")],
  ["a status that is none", written({ status: "20" })],
  ["more after the end", `${written()}more`],
])("%s is no output", (_what, text) => {
  expect(read(text)).toBeUndefined();
});

test("of a body that looks like it, only the last lines count", () => {
  const body = written({ status: "200" });
  expect(read(written({ body, status: "500" }))).toMatchObject({ status: 500, body });
});

test.each<[string, Told, object]>([
  [
    "headers that are none",
    { headers: "{x}" },
    { kind: "other", problem: expect.stringContaining("the headers of 192.0.2.1:443") },
  ],
  ["more than a log holds", { size: 9_000_000 }, { kind: "other", problem: expect.stringContaining("9000000 bytes") }],
  ["no name", { code: 6, connected: "0.000000" }, { kind: "name-not-found" }],
  ["nobody there", { code: 7, connected: "0" }, { kind: "refused", problem: "192.0.2.1:443 refuses the connection" }],
  ["no way", { code: 7, connected: "0", message: "connect: No route to host" }, { kind: "unreachable" }],
  [
    "no time to connect",
    { code: 28, status: "000", connected: "0", secured: "0" },
    { kind: "timed-out", problem: expect.stringContaining("takes no connection within") },
  ],
  [
    "no time for TLS",
    { code: 28, status: "000", secured: "0" },
    { kind: "timed-out", problem: expect.stringContaining("TLS handshake within") },
  ],
  [
    "no time to answer",
    { code: 28, status: "000" },
    { kind: "timed-out", problem: expect.stringContaining("does not answer within") },
  ],
  [
    "no time for the body",
    { code: 28 },
    { kind: "timed-out", problem: expect.stringContaining("does not end within") },
  ],
  ["a body that breaks off", { code: 18 }, { kind: "reset", problem: expect.stringContaining("in the middle") }],
  ["no answer", { code: 52, status: "000" }, { kind: "reset", problem: expect.stringContaining("before it answers") }],
  [
    "a reset before the answer",
    { code: 56, status: "000" },
    { kind: "reset", problem: expect.stringContaining("before it answers") },
  ],
  ["no HTTP", { code: 1, status: "000", message: "Received HTTP/0.9 when not allowed" }, { kind: "not-http" }],
  [
    "no TLS",
    { code: 35, message: "TLS connect error: error:0A00010B:SSL routines::wrong version number" },
    { kind: "tls", problem: "192.0.2.1:443 does not speak TLS there" },
  ],
  [
    "TLS refused",
    { code: 35, message: "error:0A000458:SSL routines::tlsv1 unrecognized name" },
    { kind: "tls", problem: "192.0.2.1:443 refuses the TLS handshake for orders.example.com: tlsv1 unrecognized name" },
  ],
  ["TLS broken off", { code: 35, secured: "0", message: "OpenSSL SSL_connect: SSL_ERROR_SYSCALL" }, { kind: "reset" }],
  [
    "another name",
    { code: 60, message: "SSL: no alternative certificate subject name matches target host name 'x'" },
    { kind: "certificate", problem: "the certificate of 192.0.2.1:443 is not for orders.example.com" },
  ],
  [
    "not valid yet",
    { code: 60, message: "SSL certificate problem: certificate is not yet valid" },
    { kind: "certificate", problem: expect.stringMatching(/is not valid yet$/) },
  ],
  [
    "not trusted",
    { code: 60, message: "SSL certificate problem: unable to get local issuer certificate" },
    {
      kind: "certificate",
      problem: expect.stringContaining("not trusted in the cluster (unable to get local issuer certificate)"),
    },
  ],
  ["anything else", { code: 94 }, { kind: "other", problem: "192.0.2.1:443: curl ends with 94" }],
])("%s is told", (_what, told, expected) => {
  expect(read(written({ body: "", ...told }))).toMatchObject(expected);
});

test("where there is no IPv6, an IPv6 address is not refused", () => {
  const text = written({ body: "", code: 7, connected: "0" });
  expect(read(text, { address: "2001:db8::1" }, false)).toMatchObject({ kind: "unreachable" });
  expect(read(text, { address: "2001:db8::1" }, true)).toMatchObject({ kind: "refused" });
  expect(read(text, {}, false)).toMatchObject({ kind: "refused" });
});
