import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { DnsServer } from "../../../src/ports/name-servers.ts";

/** A port of loopback at which nothing listens any more. */
export async function unheard(): Promise<DnsServer> {
  const gone = createSocket("udp4");
  gone.bind(0, "127.0.0.1");
  await once(gone, "listening");
  const { port } = gone.address();
  gone.close();
  await once(gone, "close");
  return { address: "127.0.0.1", port };
}
