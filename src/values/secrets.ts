/** GitHub drops outputs that contain masked text, and a short mask would riddle the log: shorter leaves are not masked. */
export const SHORTEST_MASK = 8;

/**
 * The texts to mask for the leaves of `secret-values`: each leaf and each of its lines, also as the quotes of Go and JSON
 * show them (`pass\"word`, and quoted once more in Helm 4's log), and its base64 form, since Secrets hold that.
 */
export function masksFor(secretLeaves: readonly string[]): string[] {
  const masks = secretLeaves.flatMap((leaf) => {
    const texts = [leaf, ...leaf.split(/\r?\n/)].map((text) => text.trim());
    const quoted = texts.map(inQuotes);
    return [...texts, ...quoted, ...quoted.map(inQuotes), Buffer.from(leaf).toString("base64")];
  });
  return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK);
}

function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Replaces every mask in a text by `***`, longest first, so that no part of a longer one is left. */
export function redact(text: string, masks: readonly string[]): string {
  return masks.toSorted((a, b) => b.length - a.length).reduce((rest, mask) => rest.replaceAll(mask, "***"), text);
}
