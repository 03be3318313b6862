import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import * as x509 from "./der.ts";
import { der } from "./der.ts";

/** In PEM. */
export type Identity = { cert: string; key: string };
/** What signs certificates: `cert` is what clients trust. */
export type Authority = Identity & { name: string; privateKey: KeyObject };

/** Makes an authority of its own. */
export function makeAuthority(name: string): Authority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isAuthority = der(x509.SEQUENCE, der(x509.BOOLEAN, Buffer.of(0xff)));
  const constraints = [x509.BASIC_CONSTRAINTS, der(x509.BOOLEAN, Buffer.of(0xff)), der(x509.OCTET_STRING, isAuthority)];
  const extensions = der(x509.SEQUENCE, ...constraints);
  const cert = signed({ subject: name, issuer: name, publicKey, signer: privateKey, extensions });
  return { name, privateKey, cert, key: pemOf(privateKey) };
}

/** Makes a certificate for these host names (`*.example.com` is one), valid for a day. */
export function makeCertificate(hosts: string[], authority: Authority): Identity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const names = der(x509.SEQUENCE, ...hosts.map((host) => der(x509.DNS_NAME, Buffer.from(host))));
  const extensions = der(x509.SEQUENCE, x509.SUBJECT_ALT_NAME, der(x509.OCTET_STRING, names));
  const issuer = authority.name;
  const cert = signed({ subject: hosts[0] ?? "", issuer, publicKey, signer: authority.privateKey, extensions });
  return { cert, key: pemOf(privateKey) };
}

function signed(of: {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  signer: KeyObject;
  extensions: Buffer;
}): string {
  const algorithm = der(x509.SEQUENCE, x509.ECDSA_SHA256);
  const content = der(
    x509.SEQUENCE,
    der(x509.VERSION, der(x509.INTEGER, Buffer.of(2))),
    der(x509.INTEGER, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    named(of.issuer),
    der(x509.SEQUENCE, x509.time(-1), x509.time(1)),
    named(of.subject),
    of.publicKey.export({ type: "spki", format: "der" }),
    der(x509.EXTENSIONS, der(x509.SEQUENCE, of.extensions)),
  );
  const signature = Buffer.concat([Buffer.of(0), sign("sha256", content, of.signer)]);
  const certificate = der(x509.SEQUENCE, content, algorithm, der(x509.BIT_STRING, signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function named(commonName: string): Buffer {
  const name = der(x509.SEQUENCE, x509.COMMON_NAME, der(x509.UTF8_STRING, Buffer.from(commonName)));
  return der(x509.SEQUENCE, der(x509.SET, name));
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}
