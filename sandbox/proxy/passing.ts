// The parts of a proxy that passes requests on and can tell when a client has gone.
import { once } from "node:events";
import { type Agent, type IncomingMessage, request as plainRequest, type Server, type ServerResponse } from "node:http";
import { request as tlsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";

/** Listens at a free port of 127.0.0.1, and returns it. */
export async function listen(server: Server): Promise<number> {
  // Each call listens for the end of its connection, which carries many.
  for (const event of ["connection", "secureConnection"]) {
    server.on(event, (socket: NodeJS.EventEmitter) => void socket.setMaxListeners(0));
  }
  // Go does not send a write again that met a closing connection.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Ends the server and all its connections. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat((await request.toArray()) as Buffer[]);
}

/** Whether the client's end of the connection is closed. It is seen one turn of the event loop later than it happens, or two. */
export async function hasGone({ socket }: IncomingMessage): Promise<boolean> {
  for (let turns = 0; turns < 3; turns++) await nextTurn();
  return socket.destroyed || socket.readableEnded;
}

/** Resolves when the client has gone, or has let go of the connection. */
export function gone({ socket }: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || socket.readableEnded) resolve();
    socket.once("end", resolve).once("close", resolve);
  });
}

/**
 * Passes a request on and returns the answer, whose body comes later. The Host header stays: AWS's signatures cover it.
 *
 * @param onward.content the request's body where that was read before; else the response to it, until whose end the body is passed on as it comes
 */
export async function ask(
  request: IncomingMessage,
  onward: { target: string; agent: Agent; content: Buffer | ServerResponse },
): Promise<IncomingMessage> {
  const { target, agent, content } = onward;
  const { method, headers } = request;
  const url = new URL(request.url ?? "/", target);
  const send = url.protocol === "https:" ? tlsRequest : plainRequest;
  const sent = send(url, { method, headers, agent });
  // Later ones are the answer's too.
  sent.on("error", () => undefined);
  if (Buffer.isBuffer(content)) sent.end(content);
  else {
    request.pipe(sent);
    content.once("close", () => sent.destroy());
  }
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return answer;
}

/** Gives the answer on as it comes: of a watch, each event at once. */
export async function deliver(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
  response.flushHeaders();
  await pipeline(answer, response);
}
