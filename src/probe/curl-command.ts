import { placeText } from "./failures.ts";
import type { ProbeRequest } from "./request.ts";

export type CurlOptions = {
  /** Begins the lines that curl writes after the body. The server does not know it, so it cannot write such lines itself. */
  mark: string;
  /** A file of authorities in PEM that are trusted in place of those of the image. */
  authorities: string | undefined;
};

/**
 * A request as the words of a command, for curl 7.83 and later (January 2022): each word goes to curl as it is, no shell reads them.
 * It writes the body as it is, then what `readCurlOutput` reads. https://curl.se/docs/manpage.html
 */
export function curlCommand(request: ProbeRequest, { mark, authorities }: CurlOptions): string[] {
  const { scheme, address, port, host, path, timeoutMs } = request;
  // What is written in the file may have other letters than a request may.
  const { pathname, search } = new URL(`http://host${path}`);
  const options = [
    ["--noproxy", "*"],
    ["--max-time", (timeoutMs / 1000).toFixed(3)],
    ["--user-agent", "k8s-migrate"],
    // A packed body could not be searched.
    ["--header", "accept-encoding: identity"],
    ...(authorities === undefined ? [] : [["--cacert", authorities]]),
    // Whatever host the URL has: to that address. So TLS and the Host header have the name.
    ["--connect-to", `::${placeText({ address, port })}`],
    ["--write-out", writeOut(mark)],
    ["--url", `${scheme}://${placeText({ address: host, port })}${pathname}${search}`],
  ];
  return ["curl", "--disable", "--silent", "--globoff", "--path-as-is", "--http1.1", ...options.flat()];
}

function writeOut(mark: string): string {
  return [
    "",
    `${mark} result %{exitcode} %{http_code} %{size_download} %{time_connect} %{time_appconnect} %{errormsg}`,
    `${mark} headers %{header_json}`,
    `${mark} end`,
    "",
  ].join("\\n");
}
