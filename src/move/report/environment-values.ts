import { type JsonValue, sameJson } from "../../journal/canonical-json.ts";

type Variable = { place: string; value: JsonValue };

const HIDDEN = "(not shown)";
const HIDDEN_OTHER = "(not shown, another one)";
/** As a task definition and a container of Kubernetes name it, and most charts: a list of names and values, or a map. */
const ENVIRONMENT = /^(environment|env|(extra|additional)_?env(ironment)?(vars|variables)?)$/i;

/**
 * What was there and what shall be, without the values of environment variables: any of them may be a secret. Where one becomes
 * another, that is still to be seen.
 */
export function withoutEnvironmentValues<Images extends { before: JsonValue; after: JsonValue }>(
  images: Images,
): Images {
  const known: Variable[] = [];
  const before = walk(images.before, "", (variable) => {
    known.push(variable);
    return HIDDEN;
  });
  const after = walk(images.after, "", ({ place, value }) => {
    const old = known.find((each) => each.place === place);
    return old === undefined || sameJson(old.value, value) ? HIDDEN : HIDDEN_OTHER;
  });
  return { ...images, before, after };
}

type Hide = (variable: Variable) => string;

function walk(value: JsonValue, place: string, hide: Hide): JsonValue {
  if (Array.isArray(value)) return value.map((item, index) => walk(item, `${place}[${nameOf(item) ?? index}]`, hide));
  if (typeof value !== "object" || value === null) return value;
  return mapped(value, (key, field) =>
    ENVIRONMENT.test(key) ? variables(field, `${place}.${key}`, hide) : walk(field, `${place}.${key}`, hide),
  );
}

function variables(value: JsonValue, place: string, hide: Hide): JsonValue {
  // Not a variable: what has this name may be "production", too.
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) {
    return mapped(value, (name, field) => hide({ place: `${place}[${name}]`, value: field }));
  }
  return value.map((item, index) => {
    const at = `${place}[${nameOf(item) ?? index}]`;
    if (typeof item !== "object" || item === null || Array.isArray(item)) return hide({ place: at, value: item });
    return mapped(item, (key, field) => (key === "name" ? field : hide({ place: `${at}.${key}`, value: field })));
  });
}

function nameOf(item: JsonValue): string | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  return typeof item.name === "string" ? item.name : undefined;
}

function mapped(map: Record<string, JsonValue>, each: (key: string, field: JsonValue) => JsonValue): JsonValue {
  // By definition and not by assignment, for a key such as __proto__.
  return Object.fromEntries(Object.entries(map).map(([key, field]) => [key, each(key, field)]));
}
