import type { EcsService } from "./facts/ecs.ts";
import { serviceKey, sorted } from "./facts.ts";

/** As long as a Helm release's name may be: https://helm.sh/docs/chart_template_guide/getting_started/ */
const LONGEST = 53;

/**
 * A name for each service in the file, by `serviceKey`, unique over all clusters: the service's own; where several have it, that of
 * its cluster, where it is alone there; else both. Only small letters, digits and `-`.
 */
export function serviceNames(services: readonly EcsService[]): Map<string, string> {
  const inCluster = count(services.map(({ cluster }) => cluster));
  const own = count(services.map(({ name }) => plain(name)));
  const first = new Map(
    services.map((service) => {
      const { cluster, name } = service;
      const alone = inCluster.get(cluster) === 1;
      return [serviceKey(service), own.get(plain(name)) === 1 ? plain(name) : alone ? plain(cluster) : both(service)];
    }),
  );
  const times = count([...first.values()]);
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const service of sorted(services, serviceKey)) {
    const key = serviceKey(service);
    const name = first.get(key) ?? "";
    const wanted = times.get(name) === 1 ? name : both(service);
    names.set(key, free(wanted, taken));
  }
  return names;
}

function both({ cluster, name }: EcsService): string {
  return plain(`${cluster}-${name}`);
}

function plain(text: string): string {
  const letters = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return letters.slice(0, LONGEST).replace(/-$/, "") || "service";
}

function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let next = 2; taken.has(candidate); next++) candidate = `${name.slice(0, LONGEST - 4)}-${next}`;
  taken.add(candidate);
  return candidate;
}

function count(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
