// The pieces of a certificate, written by hand since Node has no call for it: https://www.rfc-editor.org/rfc/rfc5280#section-4.1

export const [BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING] = [0x01, 0x02, 0x03, 0x04] as const;
export const [UTF8_STRING, SEQUENCE, SET, DNS_NAME] = [0x0c, 0x30, 0x31, 0x82] as const;
export const [VERSION, EXTENSIONS] = [0xa0, 0xa3] as const;
const UTC_TIME = 0x17;

// As they are encoded: 2.5.4.3, 2.5.29.17, 2.5.29.19, 1.2.840.10045.4.3.2.
export const COMMON_NAME = Buffer.from("0603550403", "hex");
export const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
export const BASIC_CONSTRAINTS = Buffer.from("0603551d13", "hex");
export const ECDSA_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");

/** One value of that tag, for contents shorter than 64 KiB. */
export function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const bytes = [content.length >> 8, content.length & 0xff].slice(content.length < 256 ? 1 : 0);
  const length = content.length < 128 ? bytes : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

/** The time so many days from now. */
export function time(days: number): Buffer {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return der(UTC_TIME, Buffer.from(`${iso.slice(2, 19).replace(/[-:T]/g, "")}Z`));
}
