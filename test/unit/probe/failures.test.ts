import { expect, test } from "@jest/globals";
import type { Probe } from "../../../src/migration-file/migration.ts";
import { type CertificateFacts, certificateFailure } from "../../../src/probe/certificate-failure.ts";
import { connectionFailure, type ProbePhase, placeText, timedOut } from "../../../src/probe/failures.ts";
import { type ProbeRequest, probeRequest } from "../../../src/probe/request.ts";

const request: ProbeRequest = {
  scheme: "https",
  address: "lb.example.net",
  port: 443,
  host: "orders.example.com",
  path: "/",
  headers: [],
  timeoutMs: 10_000,
};

test.each<[string, ProbePhase, string, string]>([
  ["ECONNREFUSED", "connect", "refused", "lb.example.net:443 refuses the connection"],
  ["ENOTFOUND", "connect", "name-not-found", "DNS gives no address for lb.example.net"],
  ["EAI_AGAIN", "connect", "name-not-found", "DNS gives no address for lb.example.net: DNS does not answer"],
  ["ETIMEDOUT", "connect", "timed-out", "lb.example.net:443 takes no connection within 10.0 s"],
  ["EHOSTUNREACH", "connect", "unreachable", "there is no way to lb.example.net:443 from here (EHOSTUNREACH)"],
  ["EPIPE", "answer", "reset", "lb.example.net:443 ends the connection before it answers"],
  ["ECONNRESET", "handshake", "reset", "lb.example.net:443 ends the connection in the TLS handshake"],
  ["HPE_HEADER_OVERFLOW", "answer", "not-http", "lb.example.net:443 does not speak HTTP there: as Node says"],
  ["EPERM", "connect", "other", "lb.example.net:443: as Node says"],
])("%s in phase %s is %s", (code, phase, kind, problem) => {
  expect(connectionFailure(request, phase, { code, message: "as Node says" })).toEqual({ kind, problem });
});

test.each([
  ["handshake", "ERR_SSL_TLSV1_UNRECOGNIZED_NAME"],
  // In TLS 1.3 a server may refuse when the client is ready already.
  ["answer", "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"],
] as const)("what a server says against TLS, in phase %s", (phase, code) => {
  const message =
    "40EC:error:0A000458:SSL routines:ssl3_read_bytes:tlsv1 unrecognized name:../deps/openssl/ssl.c:1605:";
  expect(connectionFailure(request, phase, { code, message })).toEqual({
    kind: "tls",
    problem: "lb.example.net:443 refuses the TLS handshake for orders.example.com: tlsv1 unrecognized name",
  });
});

test.each([
  ["connect", "takes no connection"],
  ["handshake", "does not end the TLS handshake"],
  ["answer", "does not answer"],
  ["body", "begins to answer, and does not end"],
] as const)("a limit that is over in phase %s", (phase, words) => {
  expect(timedOut(request, phase)).toEqual({ kind: "timed-out", problem: `lb.example.net:443 ${words} within 10.0 s` });
});

test("an IPv6 address has brackets", () => {
  expect(placeText({ address: "2001:db8::1", port: 443 })).toBe("[2001:db8::1]:443");
});

const certificate: CertificateFacts = {
  names: ["orders.example.com"],
  issuer: "Example CA",
  chainProblem: undefined,
  isForHost: true,
  validFrom: "2026-01-01T00:00:00Z",
  validTo: "2026-02-01T00:00:00Z",
};
const names = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.example.com`);

test.each<[Partial<CertificateFacts>, string | undefined]>([
  [{}, undefined],
  [{ chainProblem: "CERT_HAS_EXPIRED" }, "expired at 2026-02-01T00:00:00Z"],
  [{ chainProblem: "CERT_NOT_YET_VALID" }, "is valid from 2026-01-01T00:00:00Z only"],
  [{ chainProblem: "CERT_REVOKED" }, "was revoked"],
  [{ chainProblem: "CERT_SIGNATURE_FAILURE" }, "is not trusted: CERT_SIGNATURE_FAILURE"],
  [
    { chainProblem: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" },
    "is issued by Example CA, who is not trusted here. Where that is an authority of your own, give its certificate in NODE_EXTRA_CA_CERTS",
  ],
  [
    { isForHost: false, names },
    "is not for orders.example.com: it is for a.example.com, b.example.com, c.example.com, d.example.com, e.example.com, …",
  ],
  [{ isForHost: false, names: [] }, "is not for orders.example.com: it is for no host"],
])("a certificate with %j", (change, problem) => {
  const failure = certificateFailure(request, { ...certificate, ...change });
  expect(failure?.problem).toBe(problem && `the certificate of lb.example.net:443 ${problem}`);
});

test("a request is for the record's name, unless the file names a host", () => {
  const probe: Probe = {
    ...({ scheme: "https", path: "/healthz", host: undefined, headers: { "x-build": "7" } } as const),
    ...({ body: undefined, from: "runner", image: "", compare: "off", passes: 3, intervalMs: 5000 } as const),
    status: [200],
  };
  const at = { address: "lb.example.net", port: 443, recordName: "orders.example.com." };
  const expected = { host: "orders.example.com", address: "lb.example.net", headers: ["x-build", "location"] };
  expect(probeRequest(probe, at)).toMatchObject(expected);
  expect(probeRequest({ ...probe, host: "shop.example.com" }, at).host).toBe("shop.example.com");
  expect(probeRequest(probe, { ...at, address: "192.0.2.1", addressOf: "lb.example.net" })).toMatchObject({
    address: "192.0.2.1",
    addressOf: "lb.example.net",
  });
});
