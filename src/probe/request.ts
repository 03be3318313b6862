import type { Probe } from "../migration-file/migration.ts";

/** One request to a given address under a given name. */
export type ProbeRequest = {
  scheme: "https" | "http";
  /** Host name or IP address that is connected to, whatever DNS says of `host`. */
  address: string;
  /** The name that the address was looked up from. A proxy may be meant for that one. */
  addressOf?: string;
  port: number;
  /** What is asked for: in the Host header, and in TLS, where the certificate has to be for it. */
  host: string;
  /** With its query. */
  path: string;
  /** Names of the headers of the answer that are looked at. */
  headers: string[];
  /** For all of it, from the look-up of the address to the end of the answer. */
  timeoutMs: number;
};

/** Long enough for a start that is slow, and shorter than what load balancers wait for. */
export const PROBE_TIMEOUT_MS = 10_000;

/** The request by which one record's target is probed. `recordName` may be a wildcard only where the file names a `host`. */
export function probeRequest(
  { scheme, path, host, headers }: Probe,
  at: { address: string; addressOf?: string; port: number; recordName: string },
): ProbeRequest {
  const { address, addressOf = address, port, recordName } = at;
  return {
    scheme,
    address,
    ...(addressOf === address ? {} : { addressOf }),
    port,
    path,
    host: (host ?? recordName).replace(/\.$/, ""),
    // Where an answer leads to says much about a wrong one.
    headers: [...Object.keys(headers), "location"],
    timeoutMs: PROBE_TIMEOUT_MS,
  };
}
