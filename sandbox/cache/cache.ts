import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { progress } from "../progress.ts";
import { withLock } from "./lock.ts";

/** The one folder outside the checkout that keeps what was downloaded or built: K8S_MIGRATE_CACHE, else the user's cache folder. */
export function cacheFolder(): string {
  const { K8S_MIGRATE_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  if (own) return resolve(own);
  return join(shared ? resolve(shared) : join(homedir(), ".cache"), "k8s-migrate");
}

/**
 * Returns the folder `<cache>/<part>/<version>`, which `make` fills the first time.
 *
 * `make` gets an empty temporary folder that is renamed when it is complete, so a folder that exists is whole. What an
 * interrupted make left is removed by the next one. When two processes ask at once, the second waits for the first.
 *
 * @param part a name, or a path of names, such as `tools/helm`
 * @throws what `make` throws; nothing is kept then
 */
export async function cached(part: string, version: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), part, version);
  if (existsSync(folder)) return folder;
  const parent = dirname(folder);
  const partial = `.${basename(folder)}.partial-`;
  await withLock(
    join(parent, `.${basename(folder)}.lock`),
    async () => {
      if (existsSync(folder)) return;
      await mkdir(parent, { recursive: true });
      for (const name of await readdir(parent)) {
        if (name.startsWith(partial)) await rm(join(parent, name), { recursive: true, force: true });
      }
      // A name of its own: a child of the interrupted make that still runs cannot write into this one.
      const temporary = await mkdtemp(join(parent, partial));
      try {
        await make(temporary);
        await rename(temporary, folder);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
    },
    () => progress(`${part} ${version}: another run is making it, waiting ...`),
  );
  return folder;
}
