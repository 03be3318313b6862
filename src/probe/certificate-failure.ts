import type { ProbeFailure } from "./answer.ts";
import { placeText } from "./failures.ts";
import type { ProbeRequest } from "./request.ts";

/** A server's certificate, as far as it matters here. */
export type CertificateFacts = {
  /** Host names and IP addresses that it is for. */
  names: string[];
  /** Empty where it does not say it. */
  issuer: string;
  /** RFC 3339 */
  validFrom: string;
  validTo: string;
  /** Why its chain is not trusted, as OpenSSL calls it; `undefined` where it is. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
  chainProblem: string | undefined;
  isForHost: boolean;
};

const SHOWN_NAMES = 5;

/** What is wrong with a certificate, all of it; `undefined` where nothing is. */
export function certificateFailure(request: ProbeRequest, certificate: CertificateFacts): ProbeFailure | undefined {
  const { names, isForHost, chainProblem } = certificate;
  const shown = [...names.slice(0, SHOWN_NAMES), ...(names.length > SHOWN_NAMES ? ["…"] : [])].join(", ");
  const problems = [
    ...(isForHost ? [] : [`is not for ${request.host}: it is for ${shown || "no host"}`]),
    ...(chainProblem === undefined ? [] : [chainText(chainProblem, certificate)]),
  ];
  if (problems.length === 0) return undefined;
  return { kind: "certificate", problem: `the certificate of ${placeText(request)} ${problems.join("; it ")}` };
}

function chainText(code: string, { issuer, validFrom, validTo }: CertificateFacts): string {
  if (code === "CERT_HAS_EXPIRED") return `expired at ${validTo}`;
  if (code === "CERT_NOT_YET_VALID") return `is valid from ${validFrom} only`;
  if (code === "CERT_REVOKED") return "was revoked";
  if (/SELF_SIGNED|ISSUER|UNTRUSTED|VERIFY_LEAF/.test(code)) {
    const by = issuer === "" ? "nobody whom it names" : issuer;
    return `is issued by ${by}, who is not trusted here. Where that is an authority of your own, give its certificate in NODE_EXTRA_CA_CERTS`;
  }
  return `is not trusted: ${code}`;
}
