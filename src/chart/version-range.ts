import { satisfies, valid, validRange } from "semver";

/**
 * Whether a chart's version is in a range, as Helm reads ranges: https://github.com/Masterminds/semver#checking-version-constraints
 * Those are npm's, but for a comma between conditions, operators written the other way round, and that a range which names a
 * pre-release has those of all versions.
 * @returns `undefined` where one of them cannot be read, or is of a form that npm does not know, such as `!=1.2.3`
 */
export function inRange(range: string, version: string): boolean | undefined {
  const asNpm = range.replaceAll(",", " ").replaceAll("=>", ">=").replaceAll("=<", "<=");
  if (validRange(asNpm) === null || valid(version) === null) return undefined;
  return satisfies(version, asNpm, { includePrerelease: /\d-\w/.test(asNpm) });
}
