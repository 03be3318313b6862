import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** @returns number of files, bytes, and bytes as gzip, of the folder with all below it */
export function sizeOf(folder: string): { files: number; bytes: number; packed: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map((file) => readFileSync(join(file.parentPath, file.name)));
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    files: files.length,
    bytes: sum(contents.map((content) => content.length)),
    packed: sum(contents.map((content) => gzipSync(content).length)),
  };
}
