import { parseDocument, stringify } from "yaml";
import { UserError } from "../errors.ts";
import type { Dependency } from "./dependencies.ts";

/** The user's own repositories file. Its text is empty when there is none. */
export type RepositoriesFile = { path: string; text: string };

type Entry = Record<string, unknown> & { name: string; url: string };

/**
 * The text of a repositories file for Helm with what these dependencies need: the user's own entry (with its login), else one
 * for the address, without which `helm dependency build` refuses ("no repository definition for …"). Others are left out,
 * since Helm fetches the index of each. Fails with `UserError` for a file of the user's that is no YAML.
 */
export function repositoriesFor(dependencies: readonly Dependency[], own: RepositoriesFile): string {
  const known = entriesOf(own);
  const needed = new Map<string, Entry>();
  for (const { repository } of dependencies) {
    const [, alias] = /^(?:@|alias:)(.+)$/.exec(repository) ?? [];
    const isAddress = /^https?:\/\//.test(repository);
    const found = known.find(({ name, url }) => (alias === undefined ? sameAddress(url, repository) : name === alias));
    if (found) needed.set(found.name, found);
    else if (isAddress) needed.set(repository, { name: nameFor(repository), url: repository });
  }
  return stringify({ apiVersion: "", generated: "0001-01-01T00:00:00Z", repositories: [...needed.values()] });
}

/** Whether the user's own file may have something for a dependency: a plugin's address (`s3://…`) is only known from there. */
export function mayHaveEntry({ repository }: Dependency): boolean {
  return repository !== "" && !/^(file|oci):\/\//.test(repository);
}

function entriesOf(file: RepositoriesFile): Entry[] {
  const { repositories } = (contentOf(file) ?? {}) as { repositories?: unknown };
  if (!Array.isArray(repositories)) return [];
  return repositories.filter((entry): entry is Entry => {
    const { name, url } = (entry ?? {}) as Record<string, unknown>;
    return typeof name === "string" && typeof url === "string";
  });
}

/** The parser's own words would quote the line, which may be a password. Its warnings do too: `parse` prints them. */
function contentOf({ path, text }: RepositoriesFile): unknown {
  const document = parseDocument(text);
  const line = document.errors[0]?.linePos?.[0].line;
  try {
    if (document.errors.length === 0) return document.toJS() as unknown;
  } catch {
    // An alias of nothing, such as a password that begins with `*`.
  }
  const where = line === undefined ? path : `${path}: line ${line}`;
  throw new UserError(`${where} is not YAML that can be read; write texts with special characters in quotes`);
}

/** A name that is also a file's, and that no user gives. */
function nameFor(address: string): string {
  return `k8s-migrate-${address.replace(/\W+/g, "-")}`;
}

function sameAddress(one: string, other: string): boolean {
  const normal = (address: string): string => address.replace(/\/+$/, "");
  return normal(one) === normal(other);
}
