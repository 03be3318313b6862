/** Options for one call of the client that end it by a signal of its own, made when the call begins, instead of the usual limit. */
export async function endedBy(signal: () => AbortSignal) {
  const { setHeaderOptions } = await import("@kubernetes/client-node");
  // The client has no option for a signal, and does not export what a middleware returns: this one borrows it.
  const options = setHeaderOptions("Accept", "*/*");
  const middleware = options.middleware?.map((each) => ({
    ...each,
    pre: (request: Parameters<typeof each.pre>[0]) => {
      request.setSignal(signal());
      return each.pre(request);
    },
  }));
  return { ...options, ...(middleware ? { middleware } : {}) };
}
