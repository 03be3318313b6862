import { execFile } from "node:child_process";
import type { HelmVersion } from "../../helm-version/helm-version.ts";
import { parseHelmVersion } from "../../helm-version/helm-version.ts";

/** A binary that says nothing for this long is not a Helm that we can use; Helm itself answers in about 30 ms. */
const timeoutMs = 30_000;

export type ReadVersion = { found: HelmVersion } | { reason: string };

/**
 * Asks a Helm binary for its version, or says in a few words why it does not tell. Never throws.
 * `--template` and `--short` take the same time (about 30 ms, both majors); only the first prints nothing but the version.
 */
export function readHelmVersion(path: string, env: NodeJS.ProcessEnv): Promise<ReadVersion> {
  return new Promise((resolve) => {
    execFile(
      path,
      ["version", "--template", "{{.Version}}"],
      { env, timeout: timeoutMs, maxBuffer: 64 * 1024, windowsHide: true },
      (error, stdout, stderr) => {
        if (error !== null) return resolve({ reason: explain(error, stderr) });
        const found = parseHelmVersion(stdout);
        resolve(
          found === undefined ? { reason: `it answers "${shorten(stdout)}" when asked for its version` } : { found },
        );
      },
    );
  });
}

function explain(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.code === "ENOENT") return "there is no such file";
  if (error.code === "EACCES") return "it is not an executable file";
  if (error.killed === true) return `it did not tell its version within ${timeoutMs / 1000} s`;
  const said = shorten(stderr);
  if (typeof error.code === "number") return `"helm version" ended with exit code ${error.code}${said && `: ${said}`}`;
  return error.message;
}

function shorten(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > 160 ? `${line.slice(0, 160)}...` : line;
}
