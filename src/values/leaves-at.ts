/** Every leaf that values have at these paths or below them, as text. Paths that are not there are passed over. */
export function leavesAt(values: Readonly<Record<string, unknown>>, paths: readonly (readonly string[])[]): string[] {
  return [...new Set(paths.flatMap((path) => leavesOf(path.reduce(below, values))))];
}

function below(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function leavesOf(value: unknown): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (isMap(value)) return Object.values(value).flatMap(leavesOf);
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
