import { setTimeout as wait } from "node:timers/promises";
import type { KubeConfig, RequestContext, ResponseContext } from "@kubernetes/client-node";

/** Of a call with its retries. A connection that died without a word must not hold up what comes after. */
const CALL_LIMIT_MS = 15_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** What an API server, or a load balancer before it, says while it is busy or being replaced. */
const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

type Send = (request: RequestContext) => Promise<ResponseContext>;

/**
 * Lets all clients that the config makes from now on end each call within 15 s, unless the call has a signal of its own; and
 * try reads (GET) again that failed by the network or by what passes. Writes are never sent twice: the first may have been done.
 */
export function useSteadyCalls(
  config: KubeConfig,
  { wrapHttpLibrary }: Pick<typeof import("@kubernetes/client-node"), "wrapHttpLibrary">,
): void {
  const make = config.makeApiClient.bind(config);
  config.makeApiClient = (Api) => {
    // The client has no option for it. What a function called with `new` returns takes the place of the new object.
    function steadyApi({ httpApi, ...others }: ConstructorParameters<typeof Api>[0]): InstanceType<typeof Api> {
      const send = steadily((request) => httpApi.send(request).toPromise());
      return new Api({ ...others, httpApi: wrapHttpLibrary({ send }) });
    }
    return make(steadyApi as unknown as typeof Api);
  };
}

function steadily(send: Send): Send {
  return async (request) => {
    const signal = request.getSignal() ?? AbortSignal.timeout(CALL_LIMIT_MS);
    request.setSignal(signal);
    const method: string = request.getHttpMethod();
    const tries = method === "GET" ? TRIES : 1;
    for (let pauseMs = FIRST_PAUSE_MS, tried = 1; ; pauseMs *= 2, tried++) {
      let asked: number | undefined;
      try {
        const response = await whole(await send(request));
        if (tried === tries || !PASSING.has(response.httpStatusCode)) return response;
        asked = retryAfterMs(response);
      } catch (error) {
        if (tried === tries || signal.aborted) throw error;
      }
      // At its end the next try fails at once.
      await wait(asked ?? pauseMs, undefined, { signal }).catch(() => undefined);
    }
  };
}

/** With its body read, which may fail too. */
async function whole(response: ResponseContext): Promise<ResponseContext> {
  const text = await response.body.text();
  response.body = { ...response.body, text: async () => text };
  return response;
}

/** The API server gives seconds: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/ */
function retryAfterMs({ headers }: ResponseContext): number | undefined {
  const seconds = Number.parseInt(headers["retry-after"] ?? "", 10);
  return seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
}
