import { UserError } from "../errors.ts";
import type { HelmMajor, HelmVersion } from "./helm-version.ts";
import { parseHelmVersion } from "./helm-version.ts";

/** A version to look for: the newest of a major version, or exactly this one (without `v`). */
export type WantedVersion = { kind: "major"; major: HelmMajor } | { kind: "exact"; version: string; major: HelmMajor };

/** What the input `helm-version` asks for. */
export type WantedHelm = WantedVersion | { kind: "path"; path: string };

const validForms =
  'Write "4" or "3" for the newest Helm of that major version we know, an exact version such as "4.1.4" or "v3.17.3", or the path of a Helm binary such as "./bin/helm".';

/**
 * Reads the input `helm-version`: a major version, an exact version with or without `v`, or the path of a binary (any
 * text with a slash or backslash). An empty text means the default, Helm 4: workflows often hand on an input that is unset.
 * @throws UserError when it is none of these, or a Helm that we cannot drive (2, 5).
 */
export function parseWantedHelm(input: string): WantedHelm {
  const text = input.trim();
  if (text === "") return { kind: "major", major: 4 };
  if (/[/\\]/.test(text)) return { kind: "path", path: text };

  if (/^v?\d+$/.test(text)) {
    const major = Number(text.replace("v", ""));
    if (isSupported(major)) return { kind: "major", major };
    throw new UserError(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
  }

  const exact = parseHelmVersion(text);
  if (exact === undefined || !/^v?\d+\.\d+\.\d+/.test(text)) {
    throw new UserError(`helm-version "${text}" is not a Helm version. ${validForms}`);
  }
  if (!isSupported(exact.major)) {
    throw new UserError(`helm-version "${text}": only Helm 3 and Helm 4 are supported. ${validForms}`);
  }
  return { kind: "exact", version: exact.version, major: exact.major };
}

/** Whether a Helm of this version is what was asked for. A path was chosen by the user: there any Helm 3 or 4 fits. */
export function fits(wanted: WantedHelm, found: HelmVersion): boolean {
  if (!isSupported(found.major)) return false;
  if (wanted.kind === "path") return true;
  return wanted.kind === "major" ? found.major === wanted.major : found.version === wanted.version;
}

/** The wish as users wrote it, for log lines and errors: "4", "4.1.4", "./bin/helm". */
export function nameWanted(wanted: WantedHelm): string {
  if (wanted.kind === "major") return String(wanted.major);
  return wanted.kind === "exact" ? wanted.version : wanted.path;
}

function isSupported(major: number): major is HelmMajor {
  return major === 3 || major === 4;
}
