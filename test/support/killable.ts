/** A process of the test that can be killed at one of its calls to the outside. */
export type Life = {
  /** The outside calls that it has made, such as `journals.write`. */
  calls: string[];
  /** Settles when it was killed: nothing that it began goes on after that. */
  killed: Promise<void>;
  /** The same port, for this process. */
  of<Port extends object>(name: string, port: Port): Port;
};

/** `before`: at that call nothing is done any more; `after`: it is done, and the process does not learn of it. */
export type Death = { at: number; when: "before" | "after" };

/** What looks at nothing outside, or gives no promise. */
const INSIDE = new Set(["place", "now"]);

/** @param death counts outside calls from 1; left out it lives */
export function newLife(death?: Death): Life {
  const calls: string[] = [];
  let dead = false;
  let kill = () => {};
  const killed = new Promise<void>((resolve) => {
    kill = () => {
      dead = true;
      resolve();
    };
  });
  const forever = () => new Promise<never>(() => undefined);

  function call(name: string, work: () => unknown): unknown {
    if (dead) return forever();
    // Sleeping is no call, yet a dead process does not wake.
    if (name === "clock.sleep") return Promise.resolve(work()).then((value) => (dead ? forever() : value));
    calls.push(name);
    const isLast = calls.length === death?.at;
    if (isLast && death?.when === "before") {
      kill();
      return forever();
    }
    return Promise.resolve(work()).then(
      (value) => {
        if (isLast) kill();
        return dead ? forever() : value;
      },
      (error: unknown) => {
        if (isLast) kill();
        if (dead) return forever();
        throw error;
      },
    );
  }

  return {
    calls,
    killed,
    of: (name, port) =>
      new Proxy(port, {
        get(target, key, receiver) {
          const value: unknown = Reflect.get(target, key, receiver);
          if (typeof value !== "function" || INSIDE.has(String(key))) return value;
          return (...args: unknown[]) =>
            call(`${name}.${String(key)}`, () => (value as (...all: unknown[]) => unknown)(...args));
        },
      }),
  };
}
