import { resolve } from "node:path";

/** Another program of the suite, beside the one that node was started with: dist/deploy/index.js, dist/eks-credential/index.js. */
export function siblingEntry(program: string): string {
  return resolve(process.argv[1] ?? "", `../../${program}/index.js`);
}
