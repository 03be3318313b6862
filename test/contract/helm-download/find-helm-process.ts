// Run by the tests as a process of its own, as the action is: the proxy settings and the folders of the runner are read
// from the environment of the process. Arguments: the wanted version, and the file that gets the result as JSON.
import { writeFile } from "node:fs/promises";
import { findHelm } from "../../../src/adapters/helm/find-helm.ts";

const [wanted = "", resultFile = ""] = process.argv.slice(2);
const log: string[] = [];
try {
  const helm = await findHelm(wanted, { env: process.env, log: (line) => log.push(line) });
  await writeFile(resultFile, JSON.stringify({ helm, log }));
} catch (error) {
  const { name, message } = error as Error;
  await writeFile(resultFile, JSON.stringify({ error: { name, message }, log }));
}
