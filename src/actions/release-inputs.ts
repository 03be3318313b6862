import type { ActionsIo } from "../adapters/github/actions-io.ts";
import { parseDuration } from "../duration/duration.ts";
import { describeError } from "../errors.ts";
import { parseWantedHelm } from "../helm-version/wanted-version.ts";
import { namespaceNameProblem, releaseNameProblem } from "../release/release-name.ts";

/**
 * Reads `release` and `namespace`; adds what is wrong to `problems`.
 * @param missing says what to write as the namespace, such as "the namespace to deploy to, such as commerce"
 */
export function readReleaseName(
  io: ActionsIo,
  problems: string[],
  missing: string,
): { release: string; namespace: string } {
  const [release, namespace] = [io.input("release"), io.input("namespace")];
  const found = [
    release === "" ? "release: missing; write the Helm release's name, such as orders" : releaseNameProblem(release),
    namespace === "" ? `namespace: missing; write ${missing}` : namespaceNameProblem(namespace),
  ];
  problems.push(...found.filter((problem) => problem !== undefined));
  return { release, namespace };
}

/** Reads `timeout`, in milliseconds. */
export function readTimeout(io: ActionsIo, problems: string[]): number {
  const timeoutMs = parseDuration(io.input("timeout"));
  if (timeoutMs === undefined)
    problems.push(`timeout: "${io.input("timeout")}" is not a duration above zero; write one such as 5m or 1h30m`);
  return timeoutMs ?? 0;
}

/** Reads `history-max`. */
export function readHistoryMax(io: ActionsIo, problems: string[]): number {
  const historyMax = Number(io.input("history-max"));
  if (!Number.isInteger(historyMax) || historyMax < 2) {
    problems.push(
      `history-max: "${io.input("history-max")}" must be a whole number of at least 2: a rollback needs a revision to go back to`,
    );
  }
  return historyMax;
}

/** Reads `helm-version`. */
export function readHelmVersion(io: ActionsIo, problems: string[]): string {
  const text = io.input("helm-version");
  try {
    parseWantedHelm(text);
  } catch (error) {
    problems.push(describeError(error));
  }
  return text;
}

/** Adds to `problems` where HELM_DRIVER names another place for releases than the one that we read. */
export function checkHelmDriver(problems: string[]): void {
  const driver = process.env.HELM_DRIVER ?? "";
  if (["", "secret", "secrets"].includes(driver)) return;
  problems.push(
    `HELM_DRIVER: "${driver}" is not supported; releases are read where Helm keeps them by default, in Secrets`,
  );
}
