/** GitHub drops outputs that contain masked text, and a short mask would riddle the log: shorter leaves are not masked. */
export const SHORTEST_MASK = 8;

/**
 * The texts to mask for the leaves of `secret-values`: each leaf and each of its lines, also as the quotes of Go and JSON
 * show them (`pass\"word`, and quoted once more in Helm 4's log; Go's JSON has `\u0026` for `&`), and its base64 form, since
 * Secrets hold that.
 */
export function masksFor(secretLeaves: readonly string[]): string[] {
  const masks = secretLeaves.flatMap((leaf) => {
    const texts = [leaf, ...leaf.split(/\r?\n/)].map((text) => text.trim());
    const quoted = texts.map(inQuotes);
    return [
      ...texts,
      ...quoted,
      ...quoted.map(inQuotes),
      ...quoted.map(inGoJson),
      Buffer.from(leaf).toString("base64"),
    ];
  });
  return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK);
}

function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** https://pkg.go.dev/encoding/json#HTMLEscape */
function inGoJson(quoted: string): string {
  return quoted.replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

/** Replaces every mask in a text by `***`, and masks that lie over each other as one, so that no part of any is left. */
export function redact(text: string, masks: readonly string[]): string {
  const places = masks.flatMap((mask) => placesOf(mask, text)).toSorted((a, b) => a.start - b.start);
  let shown = "";
  let end = 0;
  for (const place of places) {
    if (place.start >= end) shown += `${text.slice(end, place.start)}***`;
    end = Math.max(end, place.end);
  }
  return shown + text.slice(end);
}

function placesOf(mask: string, text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (mask === "") return places;
  for (let start = text.indexOf(mask); start >= 0; start = text.indexOf(mask, start + 1)) {
    places.push({ start, end: start + mask.length });
  }
  return places;
}
