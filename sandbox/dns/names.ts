/** A name as all of this compares it: in lower case, without the last dot, without Route 53's octal escapes (`\052` is `*`). */
export function plainName(name: string): string {
  return name
    .replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
    .replace(/\.$/, "")
    .toLowerCase();
}

export function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** The name one level up; empty for one of a single label. */
export function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1);
}
