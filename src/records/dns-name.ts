/**
 * A DNS name in the one form to compare in: lower case, no last dot, escapes resolved.
 * Route 53 writes what is not a letter, digit, `-`, `_` or dot as a backslash and three octal digits: `\052` for `*`.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function dnsName(text: string): string {
  return text
    .trim()
    .replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, "")
    .toLowerCase();
}

/** Whether a name is that of a zone, or below it. Both in the form to compare in. */
export function isInZone(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** The name itself and all above it, from the longest. */
export function namesAbove(name: string): string[] {
  const labels = name.split(".");
  return labels.map((_, at) => labels.slice(at).join("."));
}
