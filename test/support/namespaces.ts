import { afterAll } from "@jest/globals";
import { clusterView } from "./cluster-view.ts";

const start = Date.now().toString(36);
const made: string[] = [];

// Without waiting: what the next test needs is a name of its own, not an empty cluster.
afterAll(async () => {
  if (made.length === 0) return;
  const { kubectl } = await clusterView();
  await kubectl("delete", "namespace", ...made.splice(0), "--ignore-not-found", "--wait=false");
});

/** A name that no namespace of the cluster "shop" has. What is made under it goes when the test file ends. */
export function newNamespace(): string {
  const name = `test-${start}-${process.pid}-${made.length}`;
  made.push(name);
  return name;
}
