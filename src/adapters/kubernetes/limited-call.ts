/** Options for one call of the client that end it after this time, however the connection is. */
export async function limitedTo(milliseconds: number) {
  return endedBy(() => AbortSignal.timeout(milliseconds));
}

/** The same by a signal, made when the call begins. */
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
