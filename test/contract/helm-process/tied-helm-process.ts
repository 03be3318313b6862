// Run by the tests as a process of its own, which they kill. Arguments: the path of a Helm, and what Helm gets.
import { runTiedHelm } from "../../../src/adapters/helm/helm-process.ts";

const [path = "", ...args] = process.argv.slice(2);
const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
process.stdout.write(
  await runTiedHelm({ path, env, onLine: (line) => process.stderr.write(`${line}\n`) }, { operation: "test", args }),
);
