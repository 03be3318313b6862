import type { Answer, SoaData } from "dns-packet";
import { plainName } from "./names.ts";

/**
 * One value of a record set as the protocol has it.
 * Route 53's forms: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
 *
 * @returns undefined for a type that is not served here
 */
export function answerOf(record: { name: string; type: string; ttl: number; value: string }): Answer | undefined {
  const { name, type, ttl, value } = record;
  const fields = value.split(/\s+/);
  const [first = "", second = "", third = "", fourth = ""] = fields;
  switch (type) {
    case "A":
    case "AAAA":
      return { name, type, ttl, data: value };
    case "CNAME":
    case "NS":
    case "PTR":
      return { name, type, ttl, data: plainName(value) };
    case "TXT":
      return { name, type, ttl, data: quoted(value) };
    case "MX":
      return { name, type, ttl, data: { preference: Number(first), exchange: plainName(second) } };
    case "SRV": {
      const [priority, weight, port] = [first, second, third].map(Number);
      return { name, type, ttl, data: { priority, weight, port: port ?? 0, target: plainName(fourth) } };
    }
    case "CAA":
      return { name, type, ttl, data: { flags: Number(first), tag: second as "issue", value: quoted(third)[0] ?? "" } };
    case "SOA":
      return { name, type, ttl, data: soaOf(fields) };
    default:
      return undefined;
  }
}

/** The strings of a value such as `"v=spf1" "it is \"so\""`. */
function quoted(value: string): string[] {
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
    text.replaceAll(/\\(\d{3}|.)/g, (_, escaped: string) =>
      escaped.length === 3 ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped,
    ),
  );
}

function soaOf([mname = "", rname = "", ...numbers]: string[]): SoaData {
  const [serial, refresh, retry, expire, minimum] = numbers.map(Number);
  return { mname: plainName(mname), rname: plainName(rname), serial, refresh, retry, expire, minimum };
}
