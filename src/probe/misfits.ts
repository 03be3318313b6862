import { statusFits } from "../migration-file/forms/http-forms.ts";
import type { Probe } from "../migration-file/migration.ts";
import type { ProbeAnswer } from "./answer.ts";

const LONGEST_SHOWN = 100;

/**
 * What of an answer is not as the file wants it, in words; empty where it passes. A header fits when its value is the wanted one,
 * parameters such as `; charset=utf-8` aside where none are wanted. Bodies are not shown: nobody knows what is in them.
 */
export function misfits(answer: ProbeAnswer, wanted: Pick<Probe, "status" | "headers" | "body">): string[] {
  return [
    ...statusMisfit(answer, wanted.status),
    ...Object.entries(wanted.headers).flatMap(([name, value]) => headerMisfit(answer, name, value)),
    ...(wanted.body === undefined ? [] : bodyMisfit(answer, wanted.body)),
  ];
}

function statusMisfit({ status, headers }: ProbeAnswer, wanted: Probe["status"]): string[] {
  if (statusFits(status, wanted)) return [];
  const { location } = headers;
  // The query may hold a token.
  const to = location === undefined ? "" : ` (to ${shown(location.split(/[?#]/)[0] ?? "")})`;
  return [`its status is ${status}${to}, and has to be ${wanted.join(" or ")}`];
}

function headerMisfit({ headers }: ProbeAnswer, name: string, wanted: string): string[] {
  const value = headers[name.toLowerCase()];
  const has = `has to be "${shown(wanted)}"`;
  if (value === undefined) return [`it has no header ${name}, which ${has}`];
  const bare = wanted.includes(";") ? value : (value.split(";")[0] ?? "");
  if (value.trim() === wanted.trim() || bare.trim() === wanted.trim()) return [];
  return [`its header ${name} is "${shown(value)}", and ${has}`];
}

function bodyMisfit({ body, bodyIsCut }: ProbeAnswer, wanted: string): string[] {
  if (body.includes(wanted)) return [];
  const has = `has to have "${shown(wanted)}" in it`;
  if (body === "") return [`its body is empty, and ${has}`];
  return [`its body${bodyIsCut ? ", of which the first 64 kB were read," : ""} ${has}`];
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}
