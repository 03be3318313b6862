import type { CheckedService, MissingKey } from "./check-service.ts";
import type { Problem } from "./problem.ts";

/**
 * Keys that a service lacks in every environment. What is missing only since it is written in a wrong way is left out.
 * @param checked of each environment its services
 * @param layers what is wrong in the files by themselves
 */
export function missingEverywhere(
  checked: readonly (readonly CheckedService[])[],
  layers: readonly Problem[],
): Problem[] {
  const all = checked.flatMap((services) => services.flatMap(({ missing }) => missing));
  const found = Map.groupBy(all, ({ service, path }) => `${service} ${path.join(".")}`);
  const everywhere = [...found.values()].filter((each) => each.length === checked.length);
  const reasons = Map.groupBy(layers.flatMap(reasonOf), ({ service }) => service);
  const forAll = reasons.get(undefined) ?? [];
  return everywhere.flatMap(([key]) => {
    if (key === undefined) return [];
    const explained = [...forAll, ...(reasons.get(key.service) ?? [])].some((reason) => explains(reason, key));
    return explained ? [] : [key.problem];
  });
}

type Reason = {
  /** `undefined`: in defaults. */
  service: string | undefined;
  /** As seen from the service. */
  key: string;
  /** The key that was meant, where there is none of that name. */
  meant: string | undefined;
};

/** A problem that may be why a key is missing. */
function reasonOf({ key, instead = "", what }: Problem): Reason[] {
  const [, ofDefaults] = /^defaults\.(.+)$/.exec(key) ?? [];
  const [, service, ofService] = /^services\.([^.]+)\.(?:environments\.[^.]+\.)?(.+)$/.exec(key) ?? [];
  const own = ofDefaults ?? ofService;
  const [, meant] = /^did you mean (.+)\?$/.exec(instead) ?? [];
  if (own === undefined || (what === "there is no such key" && meant === undefined)) return [];
  return [{ service, key: own, meant }];
}

function explains({ key, meant }: Reason, { path }: MissingKey): boolean {
  const missing = path.join(".");
  if (missing === key || missing.startsWith(`${key}.`)) return true;
  const parent = key.split(".").slice(0, -1);
  return meant !== undefined && [...parent, meant].join(".") === missing;
}
