import type { Lease, Leases } from "../../../src/ports/leases.ts";

type Unversioned = Omit<Lease, "version">;

export type MemoryLeases = Leases & {
  get(namespace: string, name: string): Lease | undefined;
  /** Writes whatever is there now, as an administrator would. */
  put(lease: Unversioned): void;
  remove(namespace: string, name: string): void;
  /**
   * How calls end from now on: `fails` without having done anything, `loses answers` after having done it, `hangs`
   * without having done anything.
   */
  mood: "works" | "fails" | "loses answers" | "hangs" | "forbids";
};

/** Leases in memory, compared and swapped as in a cluster: test/contract/leases holds both to the same behaviour. */
export function memoryLeases(): MemoryLeases {
  const stored = new Map<string, Lease>();
  let versions = 0;
  const store = (lease: Unversioned): Lease => {
    const { namespace, name, holder, runUrl, acquiredAt, unsettledSince, renewedAt, durationSeconds, journalHead } =
      lease;
    const kept = journalHead === undefined ? {} : { journalHead };
    const times = { acquiredAt, unsettledSince, renewedAt, durationSeconds };
    const next = { namespace, name, holder, runUrl, ...times, ...kept, version: String(++versions) };
    stored.set(`${namespace}/${name}`, next);
    return next;
  };
  const leases: MemoryLeases = {
    mood: "works",
    get: (namespace, name) => stored.get(`${namespace}/${name}`),
    put: (lease) => void store(lease),
    remove: (namespace, name) => void stored.delete(`${namespace}/${name}`),
    async read(namespace, name) {
      return answer<Lease | undefined | "forbidden">(() => leases.get(namespace, name));
    },
    async write(lease, expected) {
      return answer<Lease | "changed" | "forbidden">(() =>
        leases.get(lease.namespace, lease.name)?.version === expected ? store(lease) : "changed",
      );
    },
  };
  return leases;

  async function answer<T>(work: () => T): Promise<T | "forbidden"> {
    if (leases.mood === "forbids") return "forbidden";
    if (leases.mood === "hangs") return new Promise<never>(() => undefined);
    const result = leases.mood === "fails" ? undefined : work();
    if (leases.mood !== "works") throw new Error(`the leases' mood: ${leases.mood}`);
    return result as T;
  }
}
