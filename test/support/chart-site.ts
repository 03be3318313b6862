import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { apiServerCertificate } from "./api-server.ts";
import { sandbox } from "./sandbox.ts";

/** A chart in the registry, at `oci://<host>/<name>` with that version as its tag. */
export type PushedChart = { name: string; version: string; archive: string };

export type ChartSite = {
  /** `http://127.0.0.1:<port>` or `https://…` */
  url: string;
  /** `127.0.0.1:<port>` */
  host: string;
  close(): Promise<void>;
};

/** Who may pull, and how the registry asks: for the login itself, or for a token that the login gets. */
export type SiteLogin = { username: string; password: string; challenge: "Basic" | "Bearer" };

/** For programs of Go: they then trust the certificate of a site over https. */
export async function trustInSites(): Promise<Record<string, string>> {
  return { SSL_CERT_FILE: (await shop()).caFile };
}

/**
 * A site on loopback that serves the files of a folder (charts, and the index.yaml that Helm made), and as an OCI registry the
 * pushed charts. Over https it has the API server's certificate, unless it gets one of its own.
 * With `login` nothing is to be had without it, but the token, where it asks for one.
 */
export async function startChartSite(options: {
  folder: string;
  pushed?: PushedChart[];
  tls?: boolean | { cert: string; key: string };
  login?: SiteLogin;
}): Promise<ChartSite> {
  const { folder, pushed = [], tls = false, login } = options;
  const registry = await registryOf(pushed);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (login !== undefined && !admits(login, request, response)) return;
    const path = request.url ?? "";
    const stored = registry.get(path);
    if (stored) {
      const digest = digestOf(stored.content);
      response.writeHead(200, {
        "content-type": stored.type,
        "content-length": stored.content.length,
        "docker-content-digest": digest,
      });
      response.end(stored.content);
      return;
    }
    const content = await readFile(join(folder, basename(path))).catch(() => undefined);
    if (content === undefined) response.writeHead(404);
    response.end(content);
  };
  const server = tls
    ? createHttpsServer(
        tls === true ? await apiServerCertificate(await shop()) : tls,
        (request, response) => void answer(request, response),
      )
    : createHttpServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${tls ? "https" : "http"}://${host}`,
    host,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers itself what is not admitted, and who asks for a token: https://distribution.github.io/distribution/spec/auth/token */
function admits(
  { username, password, challenge }: SiteLogin,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const bearer = digestOf(Buffer.from(basic));
  const given = request.headers.authorization;
  const asksForToken = challenge === "Bearer" && request.url?.startsWith("/token");
  if (asksForToken && given === basic) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token: bearer }));
    return false;
  }
  if (!asksForToken && given === (challenge === "Basic" ? basic : `Bearer ${bearer}`)) return true;
  const realm = challenge === "Basic" ? "charts" : `https://${request.headers.host}/token`;
  response.writeHead(401, { "www-authenticate": `${challenge} realm="${realm}",service="charts"` }).end();
  return false;
}

type Stored = { type: string; content: Buffer };

/**
 * What a registry answers for these charts, by path. The media types are Helm's: https://helm.sh/docs/topics/registries,
 * the paths those of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#endpoints
 */
async function registryOf(pushed: PushedChart[]): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>([["/v2/", { type: "application/json", content: Buffer.from("{}") }]]);
  const tags = new Map<string, string[]>();
  for (const { name, version, archive } of pushed) {
    const config = Buffer.from(JSON.stringify({ apiVersion: "v2", name: basename(name), version }));
    const layer = await readFile(archive);
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        config: blob("application/vnd.cncf.helm.config.v1+json", config),
        layers: [blob("application/vnd.cncf.helm.chart.content.v1.tar+gzip", layer)],
      }),
    );
    const type = "application/vnd.oci.image.manifest.v1+json";
    for (const reference of [version, digestOf(manifest)]) {
      stored.set(`/v2/${name}/manifests/${reference}`, { type, content: manifest });
    }
    for (const content of [config, layer]) {
      stored.set(`/v2/${name}/blobs/${digestOf(content)}`, { type: "application/octet-stream", content });
    }
    tags.set(name, [...(tags.get(name) ?? []), version]);
  }
  for (const [name, list] of tags) {
    const content = Buffer.from(JSON.stringify({ name, tags: list }));
    stored.set(`/v2/${name}/tags/list`, { type: "application/json", content });
  }
  return stored;
}

function blob(mediaType: string, content: Buffer): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest: digestOf(content), size: content.length };
}

/** The digest of a blob, as registries write it. */
export function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

async function shop() {
  const { shop: cluster } = (await sandbox()).clusters;
  if (!cluster) throw new Error("The sandbox has no cluster shop.");
  return cluster;
}
