import { z } from "zod";

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/** The version of an IP address; undefined for what is none, such as a name. */
export function addressFamily(text: string): 4 | 6 | undefined {
  if (ipv4.safeParse(text).success) return 4;
  return ipv6.safeParse(text).success ? 6 : undefined;
}
