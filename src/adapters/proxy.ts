import { getProxyUrl } from "@actions/http-client/lib/proxy";

/** The proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name for an address; `undefined` for a direct connection. */
export function proxyFor(address: string): string | undefined {
  return getProxyUrl(new URL(address))?.href;
}
