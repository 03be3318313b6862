const LARGEST_LIST = 12;

/**
 * The status codes of a target group's health check (`200`, `200,301`, `200-399`) as a probe has them: one, a class, or a list. `undefined` for
 * those that the file cannot say shortly, and for 200, which it has without.
 */
export function healthStatus(codes: string): number | string | (number | string)[] | undefined {
  const wanted = codes.split(",").flatMap((part) => {
    const [from, to] = part.trim().split("-").map(Number);
    const last = Math.min(to ?? from ?? 0, 599);
    if (from === undefined || !(from >= 100)) return [];
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
  });
  const classes = [1, 2, 3, 4, 5].filter((first) => {
    return Array.from({ length: 100 }, (_, at) => first * 100 + at).every((code) => wanted.includes(code));
  });
  const rest = wanted.filter((code) => !classes.includes(Math.floor(code / 100)));
  const all = [...rest, ...classes.map((first) => `${first}xx`)];
  if (all.length > LARGEST_LIST || all.length === 0) return undefined;
  const [only] = all;
  if (all.length > 1 || only === undefined) return all;
  return only === 200 ? undefined : only;
}
