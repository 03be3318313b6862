type Values = Record<string, unknown>;

/**
 * Values without those at the paths; maps that lose all they had stay, as empty ones. A path that ends early, since a later
 * value took a map's place, is done with.
 * `undefined` when a path's last map is there, but its key is not: then the paths are not those of these values, and what is
 * at other places is not known to be free of what was to go.
 */
export function withoutPaths(values: Readonly<Values>, paths: readonly (readonly string[])[]): Values | undefined {
  const heads = Map.groupBy(
    paths.filter((path) => path.length > 0),
    ([head = ""]) => head,
  );
  const rest: Values = { ...values };
  for (const [head, below] of heads) {
    if (!Object.hasOwn(values, head)) return undefined;
    const value = values[head];
    if (below.some((path) => path.length === 1)) {
      delete rest[head];
    } else if (isMap(value)) {
      const kept = withoutPaths(
        value,
        below.map((path) => path.slice(1)),
      );
      if (kept === undefined) return undefined;
      rest[head] = kept;
    }
  }
  return rest;
}

function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
