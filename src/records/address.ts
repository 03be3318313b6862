/** An IP address in the one form to compare in: `2001:db8::1` for `2001:DB8:0::1`. What is no IPv6 address stays as it is, trimmed. */
export function canonicalAddress(text: string): string {
  const trimmed = text.trim();
  const url = `http://[${trimmed}]/`;
  // The form of https://www.rfc-editor.org/rfc/rfc5952, by https://url.spec.whatwg.org/#concept-ipv6-serializer
  return trimmed.includes(":") && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : trimmed;
}
