import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/**
 * A certificate for these host names, signed by itself: who is to trust it gets it as an authority.
 * Made by hand, since Node has no call for it: https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 *
 * @param days from when and until when it is valid, from now
 */
export function selfSigned(hosts: string[], days = { from: -1, to: 1 }): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from("k8s-migrate test")))));
  const names = der(SEQUENCE, ...hosts.map((host) => der(DNS_NAME, Buffer.from(host))));
  const extensions = der(SEQUENCE, der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, names)));
  const content = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.of(2))),
    der(INTEGER, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    der(SEQUENCE, ECDSA_SHA256),
    name,
    der(SEQUENCE, time(days.from), time(days.to)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.of(0), sign("sha256", content, privateKey)]);
  const certificate = der(SEQUENCE, content, der(SEQUENCE, ECDSA_SHA256), der(BIT_STRING, signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const [INTEGER, BIT_STRING, OCTET_STRING, UTF8_STRING, UTC_TIME] = [0x02, 0x03, 0x04, 0x0c, 0x17] as const;
const [SEQUENCE, SET, DNS_NAME] = [0x30, 0x31, 0x82] as const;
// As they are encoded: 2.5.4.3, 2.5.29.17, 1.2.840.10045.4.3.2.
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const ECDSA_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const bytes = [content.length >> 8, content.length & 0xff].slice(content.length < 256 ? 1 : 0);
  const length = content.length < 128 ? bytes : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

/** So many days from now. */
function time(days: number): Buffer {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return der(UTC_TIME, Buffer.from(`${iso.slice(2, 19).replace(/[-:T]/g, "")}Z`));
}
