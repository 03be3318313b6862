import type { ListenerRule } from "../facts/load-balancers.ts";

/**
 * The rules of a load balancer that may take requests for a host, those of each listener in their order, until one takes all of them.
 * @param host a name as in a record: `*.example.com` stands for all names below example.com
 */
export function rulesFor(host: string, rules: readonly ListenerRule[]): ListenerRule[] {
  return [...Map.groupBy(rules, ({ listener }) => listener).values()].flatMap((ofListener) => {
    const taking: ListenerRule[] = [];
    for (const rule of ofListener.toSorted((a, b) => a.priority - b.priority)) {
      if (!mayTake(rule, host)) continue;
      taking.push(rule);
      if (takesAll(rule, host)) break;
    }
    return taking;
  });
}

function mayTake({ hosts, byRegex }: ListenerRule, host: string): boolean {
  if (byRegex || hosts.length === 0) return true;
  return hosts.some((pattern) => overlap(pattern.toLowerCase(), host));
}

function takesAll({ hosts, byRegex, takesPart }: ListenerRule, host: string): boolean {
  if (takesPart || byRegex) return false;
  // The star of a wildcard record is a letter like others here: only a pattern with a star in its place takes all names below.
  return hosts.length === 0 || hosts.some((pattern) => fits(pattern.toLowerCase(), host));
}

/** Whether the text fits the pattern, in which `*` stands for any letters and `?` for one. */
function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(text);
}

/** Whether some text fits both patterns. */
function overlap(one: string, other: string): boolean {
  const known = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = `${i},${j}`;
    const found = known.get(key) ?? rest(i, j);
    known.set(key, found);
    return found;
  };
  const rest = (i: number, j: number): boolean => {
    const [a, b] = [one[i], other[j]];
    if (a === "*") return from(i + 1, j) || (b !== undefined && from(i, j + 1));
    if (b === "*") return from(i, j + 1) || (a !== undefined && from(i + 1, j));
    if (a === undefined || b === undefined) return a === b;
    return (a === b || a === "?" || b === "?") && from(i + 1, j + 1);
  };
  return from(0, 0);
}
