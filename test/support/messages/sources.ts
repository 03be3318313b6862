import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Message, type MessagePlace, refusedPull } from "./place.ts";

const index = `apiVersion: v1
entries:
  web:
    - { apiVersion: v2, name: web, version: 1.2.3, urls: [web-1.2.3.tgz] }
`;

/** What a site answers: a status for each path, and a text. */
type Answers = (path: string) => { status: number; text?: string; headers?: Record<string, string> };

/** Pulls from a site on loopback. */
async function fromSite(answers: Answers, pull: (host: string) => Promise<string>): Promise<string> {
  const server = createServer((request, response) => {
    const { status, text = "", headers = {} } = answers(request.url ?? "");
    response.writeHead(status, headers).end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await pull(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const repository: Answers = (path) =>
  path === "/index.yaml" ? { status: 200, text: index } : { status: 404, text: "Not found" };

/** A registry that answers everything with that error: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
function registry(status: number, code: string): Answers {
  const headers = {
    "content-type": "application/json",
    ...(status === 401 ? { "www-authenticate": 'Basic realm="registry"' } : {}),
  };
  return () => ({ status, headers, text: JSON.stringify({ errors: [{ code, message: code.toLowerCase() }] }) });
}

function fromRepository(
  place: MessagePlace,
  answers: Answers,
  wish: { chart: string; version?: string },
): Promise<string> {
  return fromSite(answers, (host) =>
    refusedPull(place, {
      kind: "repository",
      text: wish.chart,
      repository: `http://${host}`,
      ...(wish.version === undefined ? {} : { version: wish.version }),
    }),
  );
}

function fromRegistry(place: MessagePlace, answers: Answers): Promise<string> {
  return fromSite(answers, (host) =>
    refusedPull(place, { kind: "oci", text: `oci://${host}/charts/web`, version: "9.9.9" }, ["--plain-http"]),
  );
}

/** The chart cannot be got. */
export const sourceMessages: Message[] = [
  {
    name: "The repository is not known here",
    means: "The chart is written as repo/name, and this Helm knows no repository of that name.",
    provoke: (place) => refusedPull(place, { kind: "repository", text: "bitnami/web" }),
    says: /repo bitnami not found|no cached repo found|no repositories/,
    next: /^run helm repo add bitnami https:\/\/… before this step, or give the address in repository/,
  },
  {
    name: "The repository does not have the chart",
    means: "The repository's index names no chart of that name.",
    provoke: (place) => fromRepository(place, repository, { chart: "wep" }),
    says: /not found in/,
    next: /^correct chart or repository: the index of http:\/\/127\.0\.0\.1:\d+ has no wep/,
  },
  {
    name: "The repository does not have the version",
    means: "The repository's index has the chart, but not in that version.",
    provoke: (place) => fromRepository(place, repository, { chart: "web", version: "9.9.9" }),
    says: /not found in/,
    next: /^correct chart-version: http:\/\/127\.0\.0\.1:\d+ has no web 9\.9\.9/,
  },
  {
    name: "The repository has the chart in its index only",
    means: "The index names the chart, but the file that it points to is not there.",
    provoke: (place) => fromRepository(place, repository, { chart: "web", version: "1.2.3" }),
    says: /404/,
    next: /^correct the address or the version: there is nothing at http:\S+\/web-1\.2\.3\.tgz$/,
  },
  {
    name: "The address is no repository",
    means: "There is no index.yaml at the repository's address.",
    provoke: (place) => fromRepository(place, () => ({ status: 404 }), { chart: "web" }),
    says: /not a valid chart repository/,
    next: /^correct repository: there is no index\.yaml at http:/,
  },
  {
    name: "The repository wants a login",
    means: "The repository answers 401 or 403.",
    provoke: (place) => fromRepository(place, () => ({ status: 401 }), { chart: "web" }),
    says: /401/,
    next: /^give a login for 127\.0\.0\.1:\d+: --username and --password in helm-args/,
  },
  {
    name: "The chart's address is not there",
    means: "The site answers that there is no such file.",
    provoke: (place) =>
      fromSite(
        () => ({ status: 404 }),
        (host) => refusedPull(place, { kind: "url", text: `http://${host}/web-1.2.3.tgz` }),
      ),
    says: /404/,
    next: /^correct the address or the version: there is nothing at http:\S+\/web-1\.2\.3\.tgz$/,
  },
  {
    name: "The registry wants a login",
    means: "The registry answers 401: there is no login for it, or it has expired.",
    provoke: (place) => fromRegistry(place, registry(401, "UNAUTHORIZED")),
    says: /no basic auth credentials|basic credential not found/,
    next: /^give a login that may pull this chart: registry-username and registry-password/,
  },
  {
    name: "The registry does not let the login pull",
    means: "The registry answers 403: it knows the login, which may not read this chart.",
    provoke: (place) => fromRegistry(place, registry(403, "DENIED")),
    says: /403|denied/,
    next: /^give a login that may pull this chart: registry-username and registry-password/,
  },
  {
    name: "The registry does not have the chart or the version",
    means: "The registry answers 404.",
    provoke: (place) => fromRegistry(place, registry(404, "MANIFEST_UNKNOWN")),
    says: /not found/,
    next: /^correct the chart's address or chart-version: the registry has no 127\.0\.0\.1:\d+\/charts\/web:9\.9\.9$/,
  },
  {
    name: "The registry is not reached",
    means: "Nothing answers at the registry's address.",
    provoke: (place) =>
      refusedPull(place, { kind: "oci", text: "oci://127.0.0.1:1/charts/web", version: "1.2.3" }, ["--plain-http"]),
    says: /connection refused/,
    next: /^check the address, and that the runner can reach 127\.0\.0\.1:1; or set HTTPS_PROXY$/,
  },
  {
    name: "The registry speaks plain HTTP",
    means: "Helm speaks HTTPS, and the registry does not.",
    helms: ["4"],
    provoke: (place) =>
      fromSite(registry(404, "X"), (host) =>
        refusedPull(place, {
          kind: "oci",
          text: `oci://${host}/charts/web`,
          version: "1.2.3",
        }),
      ),
    says: /server gave HTTP response to HTTPS client/,
    next: /^add --plain-http to helm-args/,
  },
];
