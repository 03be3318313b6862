import { readFileSync, statSync } from "node:fs";

/** What is at a path below the workspace. */
export function whatIsAt(path: string): "folder" | "file" | "nothing" {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}

/** The text of a file, or why it cannot be read. */
export function readWorkspaceFile(path: string): { text: string } | { problem: string } {
  try {
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { problem: missing ? "there is no such file in the workspace" : (error as Error).message };
  }
}
