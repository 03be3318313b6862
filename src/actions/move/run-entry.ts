import { runContext } from "../../adapters/github/run-context.ts";
import type { EntryRun } from "../../journal/schema.ts";
import { newHolder } from "../deploy/unfinished.ts";

/** This process, as the journal names it. */
export async function runEntry(): Promise<EntryRun> {
  const { actor, url } = await runContext();
  return { actor, url, holder: newHolder(url) };
}
