/** Told of each call of a port, before it has an effect and after. What it throws is what the caller gets. */
export type OnCall = (name: string, moment: "before" | "after") => void | Promise<void>;

/** The port with its calls told; `name` stands before theirs, as in `recordSets.change`. */
export function told<Port extends object>(name: string, port: Port, onCall: OnCall | undefined): Port {
  if (onCall === undefined) return port;
  return new Proxy(port, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        await onCall(`${name}.${String(key)}`, "before");
        const answer: unknown = await (value as (...all: unknown[]) => unknown)(...args);
        await onCall(`${name}.${String(key)}`, "after");
        return answer;
      };
    },
  });
}
