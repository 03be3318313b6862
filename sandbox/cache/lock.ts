import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

const SQLITE_BUSY = 5;

/**
 * Runs `work` while no other process runs work under the same lock file; waits for its turn, without limit.
 *
 * SQLite holds the lock by the operating system's file locks, which end with the process however it ends:
 * no lock is left behind by a killed run, and none has to be guessed stale.
 *
 * @param onWait called once when another process holds the lock
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  let lock = tryLock(file);
  if (!lock) onWait?.();
  while (!lock) {
    await sleep(200);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** Opens the file anew each time: who held the lock may have removed it. */
function tryLock(file: string): DatabaseSync | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    if ((((error as { errcode?: number }).errcode ?? 0) & 0xff) === SQLITE_BUSY) return undefined;
    throw error;
  }
}
