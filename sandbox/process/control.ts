import { createServer, type IncomingMessage, type Server } from "node:http";
import { json } from "node:stream/consumers";

/** By method and path, such as `PUT /settings`; gets the JSON that was sent and the query, and gives the JSON to answer with. */
export type Routes = Record<string, (sent: unknown, query: URLSearchParams) => unknown>;

/** Serves a daemon's control at a port of 127.0.0.1: tests say by it how the daemon shall behave, and ask what it has seen. */
export function serveControl(port: number, routes: Routes): Server {
  const all: Routes = { ...routes, "GET /pid": () => process.pid };
  const server = createServer((request, response) => {
    void answer(request, all).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
  return server.listen(port, "127.0.0.1");
}

async function answer(request: IncomingMessage, routes: Routes): Promise<{ status: number; body: unknown }> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return { status: 404, body: { error: `Served here: ${Object.keys(routes).join(", ")}` } };
  try {
    const sent = request.method === "GET" ? undefined : await json(request);
    return { status: 200, body: (await route(sent, url.searchParams)) ?? null };
  } catch (error) {
    return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/**
 * Asks a daemon's control.
 *
 * @param control its URL, such as `http://127.0.0.1:20001`
 * @param route method and path, with a query where there is one
 * @throws with what the daemon says when it refuses
 */
export async function askControl<Answer>(control: string, route: string, send?: unknown): Promise<Answer> {
  const [method = "GET", path = "/"] = route.split(" ");
  const body = method === "GET" ? null : JSON.stringify(send ?? null);
  const response = await fetch(new URL(path, control), { method, body });
  const answered = await response.json();
  if (!response.ok) throw new Error(`${route}: ${(answered as { error: string }).error}`);
  return answered as Answer;
}
