/**
 * Values as the text of a values file. JSON, which YAML holds: text such as `on` or `010` stays text in every version of
 * YAML, Helm's among them.
 */
export function valuesFile(values: Readonly<Record<string, unknown>>): string {
  // What JSON leaves as it is, but YAML takes for line breaks or refuses.
  const special = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(values, null, 2).replace(special, escaped)}\n`;
}
