import { parse, stringify } from "yaml";
import type { Dependency } from "./dependencies.ts";

type Entry = Record<string, unknown> & { name: string; url: string };

/**
 * The text of a repositories file for Helm with what these dependencies need: the user's own entry (with its login), else one
 * for the address, without which `helm dependency build` refuses ("no repository definition for …"). Others are left out,
 * since Helm fetches the index of each.
 * @param own the text of the user's file; empty when there is none
 */
export function repositoriesFor(dependencies: readonly Dependency[], own: string): string {
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

function entriesOf(text: string): Entry[] {
  const { repositories } = ((text.trim() === "" ? {} : parse(text)) ?? {}) as { repositories?: unknown };
  if (!Array.isArray(repositories)) return [];
  return repositories.filter((entry): entry is Entry => {
    const { name, url } = (entry ?? {}) as Record<string, unknown>;
    return typeof name === "string" && typeof url === "string";
  });
}

/** A name that is also a file's, and that no user gives. */
function nameFor(address: string): string {
  return `k8s-migrate-${address.replace(/\W+/g, "-")}`;
}

function sameAddress(one: string, other: string): boolean {
  const normal = (address: string): string => address.replace(/\/+$/, "");
  return normal(one) === normal(other);
}
