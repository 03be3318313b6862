import * as z from "zod";

const IPV4 = z.ipv4();
const IPV6 = z.ipv6();
const DNS_PORT = 53;

/**
 * Reads `10.0.0.2`, `10.0.0.2:5353`, `fd00:ec2::253` or `[fd00:ec2::253]:5353`; without a port it is that of DNS. Gives the server,
 * or what is wrong.
 */
export function parseServerAddress(text: string): { address: string; port: number } | { problem: string } {
  const [, inBrackets, before = "", portText] = /^(?:\[(.*)\]|([^:]*))(?::([^:\]]*))?$/.exec(text) ?? [];
  const address = inBrackets ?? (portText === undefined && before === "" ? text : before);
  const isAddress = IPV6.safeParse(address).success || (inBrackets === undefined && IPV4.safeParse(address).success);
  // A name would have to be asked for, where it is not known yet whom to ask.
  if (!isAddress) return { problem: "is not an IP address, with its port or without" };
  if (portText === undefined) return { address, port: DNS_PORT };
  const port = /^[1-9]\d{0,4}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) return { problem: `has "${portText}" where a port is expected` };
  return { address, port };
}
