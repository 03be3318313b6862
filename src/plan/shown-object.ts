import { isDeepStrictEqual } from "node:util";
import { isMap, type JsonMap, type KubeObject } from "./kube-object.ts";
import { textOf, valuesOf } from "./secret-values.ts";
import { shownSecret } from "./shown-secret.ts";

/** One object before and after; undefined where it is not there. */
export type Sides = { before: KubeObject | undefined; after: KubeObject | undefined };

/** What the API server keeps for itself. */
const SERVERS_OWN = ["managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink"];
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** Both sides as they may be shown: without what the server keeps for itself, and no value of a Secret. */
export function shownSides({ before, after }: Sides): {
  before: JsonMap | undefined;
  after: JsonMap | undefined;
  differ: boolean;
} {
  const sides = { before: before && comparable(before), after: after && comparable(after) };
  const differ = !isDeepStrictEqual(sides.before, sides.after);
  if ((after ?? before)?.kind !== "Secret") return { ...sides, differ };
  const values = [before, after].flatMap((each) => (each ? valuesOf(each) : []));
  const { before: old, after: now } = sides;
  return {
    before: old && shownSecret(old, { old, values }),
    after: now && shownSecret(now, { old: old ?? now, values }),
    differ,
  };
}

function comparable(object: KubeObject): JsonMap {
  const { status: _, ...rest } = object;
  const metadata = Object.entries(object.metadata).filter(([field]) => !SERVERS_OWN.includes(field));
  const kept = withoutLastApplied({ ...rest, metadata: Object.fromEntries(metadata) }) as JsonMap;
  return object.kind === "Secret" ? inData(kept) : kept;
}

/** It holds the whole object once more, Secrets' values too. */
function withoutLastApplied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLastApplied);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== LAST_APPLIED)
      .map(([key, field]) => [key, withoutLastApplied(field)]),
  );
}

/** The server keeps `stringData` in `data`, where it wins: https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
function inData({ stringData, ...secret }: JsonMap): JsonMap {
  const plain = Object.entries(isMap(stringData) ? stringData : {});
  const encoded = Object.entries(isMap(secret.data) ? secret.data : {});
  const data = {
    ...Object.fromEntries(encoded.map(([key, value]) => [key, sameForm(textOf(value))])),
    ...Object.fromEntries(plain.map(([key, value]) => [key, Buffer.from(textOf(value)).toString("base64")])),
  };
  const { data: _, ...rest } = secret;
  return Object.keys(data).length === 0 ? rest : { ...rest, data };
}

/** Base64 may be written with line breaks. */
function sameForm(encoded: string): string {
  return Buffer.from(encoded, "base64").toString("base64");
}
