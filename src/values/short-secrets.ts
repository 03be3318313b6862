import { parse } from "yaml";
import { SHORTEST_MASK } from "./secrets.ts";

/**
 * Where the leaves of `secret-values` are that are too short to be masked, as keys from the outside in: `db.pin`, `tokens[0]`.
 * Empty for an empty text, and without the empty leaves, which are no secrets.
 */
export function shortSecrets(text: string): string[] {
  return below(parse(text) as unknown, "").map((path) => path.slice(1));
}

/** The paths begin with a dot. */
function below(value: unknown, path: string): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => below(item, `${path}[${at}]`));
  if (typeof value === "object") return Object.entries(value).flatMap(([key, item]) => below(item, `${path}.${key}`));
  const leaf = typeof value === "string" ? value.trim() : JSON.stringify(value);
  return leaf.length < SHORTEST_MASK ? [path] : [];
}
